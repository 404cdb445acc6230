"""What moves a path: asking, beginning, ending."""

import datetime as dt
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.cases.enums import How as AgreedHow
from maillon.exits import services
from maillon.exits.content import Agreed
from maillon.exits.enums import EndReason, PathState
from maillon.exits.models import Request
from maillon.exits.rights import Ability, on_path
from maillon.portals.components.posting import posted
from maillon.portals.pro.exits.acting import Asked, acted
from maillon.portals.pro.exits.finding import back_to_path, back_to_request, found_path
from maillon.portals.pro.exits.forms.path import AgreeForm, BeginForm, EndForm


def agreed_of(form: AgreeForm) -> Agreed:
    """Her agreement, at the end of the day that was given, and never after now."""
    given = form.cleaned_data
    end_of_day = timezone.make_aware(dt.datetime.combine(given["agreed_on"], dt.time(23, 59)))
    today = given["agreed_on"] == timezone.localdate(clock.now())
    return Agreed(
        how=AgreedHow(given["how"]), language=given["language"], given_at=clock.now() if today else end_of_day
    )


@reads
@require_http_methods(["GET", "POST"])
def ask(request: MemberRequest, path_id: UUID) -> HttpResponse:
    """An entry, or a renewal of a path that runs."""
    path = found_path(request, path_id)
    renews = path.state == PathState.RUNNING
    found_path(request, path_id, Ability.RENEW if renews else Ability.ASK)
    form = AgreeForm(posted(request))
    made: list[Request] = []

    def act() -> None:
        service = services.ask_renewal if renews else services.ask_entry
        made.append(service(path_id=path.pk, agreed=agreed_of(form), by=request.membership, at=clock.now()))

    asked = Asked(
        title=_("Préparer un renouvellement") if renews else _("Préparer une demande d’entrée"),
        about=path.number,
        effect=_("Elle accepte que vous prépariez un dossier avec elle. Rien ne part sans un second accord."),
        label=_("Ouvrir le dossier"),
        back=reverse("pro:exit_path", args=[path.pk]),
    )
    return acted(request, form, asked, act, lambda: back_to_request(made[0].pk, "demande"))


@reads
@require_http_methods(["GET", "POST"])
def begin(request: MemberRequest, path_id: UUID) -> HttpResponse:
    """She was told that it is granted."""
    path, form = found_path(request, path_id, Ability.BEGIN), BeginForm(posted(request))

    def act() -> None:
        services.begin(path_id=path.pk, told_on=form.cleaned_data["told_on"], by=request.membership, at=clock.now())

    asked = Asked(
        title=_("Dire à la personne que c’est accordé"),
        about=path.number,
        label=_("Noter qu’elle le sait"),
        back=reverse("pro:exit_path", args=[path.pk]),
    )
    return acted(request, form, asked, act, lambda: back_to_path(path.pk, "parti"))


@reads
@require_http_methods(["GET", "POST"])
def end(request: MemberRequest, path_id: UUID) -> HttpResponse:
    """Ends it, for a reason of the list."""
    path = found_path(request, path_id, Ability.END)
    form = EndForm(posted(request), reasons=services.end_reasons_for(path, request.membership))

    def act() -> None:
        services.end(
            path_id=path.pk,
            reason=EndReason(form.cleaned_data["reason"]),
            ended_on=form.cleaned_data["ended_on"],
            by=request.membership,
            at=clock.now(),
        )

    by_prefecture = Ability.READ not in on_path(request.membership, path, timezone.localdate(clock.now()))
    asked = Asked(
        title=_("Noter que le préfet y a mis fin") if by_prefecture else _("Terminer le parcours"),
        about=path.number,
        effect=_("À confirmer : aucun texte lu ici ne dit comment le préfet met fin à un parcours avant son terme.")
        if by_prefecture
        else _("Une demande en cours est retirée. L’accompagnement continue, et elle pourra recommencer."),
        label=_("Terminer"),
        kind="danger",
        back=reverse("pro:exit_path", args=[path.pk]),
    )
    return acted(request, form, asked, act, lambda: back_to_path(path.pk, "termine"))
