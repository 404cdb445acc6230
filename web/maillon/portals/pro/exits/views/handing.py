"""Handing a file over, taking it back, and what the préfecture makes of it."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.exits import facts, services
from maillon.exits.enums import Opinion
from maillon.exits.models import Request
from maillon.exits.rights import Ability
from maillon.exits.wording import agreement
from maillon.portals.components.posting import posted
from maillon.portals.pro.exits.acting import Asked, NoForm, Words, acted
from maillon.portals.pro.exits.finding import back_to_path, back_to_request, found_request
from maillon.portals.pro.exits.forms.deciding import GrantForm, OpinionForm, RefuseForm, SendBackForm
from maillon.portals.pro.exits.forms.path import AgreeForm
from maillon.portals.pro.exits.views.acts import agreed_of


def _asked(found: Request, title: Words, label: Words, effect: Words = "", *, kind: str = "primary") -> Asked:
    back = reverse("pro:exit_request", args=[found.pk])
    return Asked(title=title, label=label, effect=effect, about=found.path.number, back=back, kind=kind)


@reads
@require_http_methods(["GET", "POST"])
def submit(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """With her agreement to just this, in the words that are kept."""
    found, form = found_request(request, request_id, Ability.SUBMIT), AgreeForm(posted(request))

    def act() -> None:
        services.submit(
            request_id=found.pk,
            agreed=agreed_of(form),
            by=request.membership,
            keyring=request.keyring,
            at=clock.now(),
        )

    asked = Asked(
        title=_("Remettre le dossier à la préfecture"),
        about=found.path.number,
        effect=_("Lisez-lui cette question. Sa réponse est gardée, mot pour mot."),
        told=[agreement(found.path.prefecture.name, language="fr")],
        label=_("Elle accepte : remettre le dossier"),
        back=reverse("pro:exit_request", args=[found.pk]),
    )
    return acted(request, form, asked, act, lambda: back_to_request(found.pk, "remis"))


@reads
@require_http_methods(["GET", "POST"])
def withdraw(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """Takes it back, before it is decided."""
    found = found_request(request, request_id, Ability.WITHDRAW)

    def act() -> None:
        services.withdraw_request(request_id=found.pk, by=request.membership, at=clock.now())

    effect = _("La préfecture ne peut aussitôt plus rien ouvrir. Le dossier reste chez vous.")
    asked = _asked(found, _("Retirer cette demande ?"), _("Retirer la demande"), effect, kind="danger")
    return acted(request, NoForm(posted(request)), asked, act, lambda: back_to_path(found.path_id, "retire"))


@reads
@require_http_methods(["GET", "POST"])
def send_back(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """A piece is missing."""
    found, form = found_request(request, request_id, Ability.SEND_BACK), SendBackForm(posted(request))

    def act() -> None:
        services.send_back(
            request_id=found.pk, wanted=form.cleaned_data["wanted"], by=request.membership, at=clock.now()
        )

    effect = _("Le dossier est rendu à l’association. Vous pourrez le rouvrir quand elle l’aura remis.")
    asked = _asked(found, _("Demander une pièce manquante"), _("Demander"), effect)
    return acted(request, form, asked, act, lambda: back_to_request(found.pk, "renvoye"))


@reads
@require_http_methods(["GET", "POST"])
def opinion(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """The commission's opinion, where it did not sit in Maillon."""
    found, form = found_request(request, request_id, Ability.OPINE), OpinionForm(posted(request))

    def act() -> None:
        services.note_opinion(
            request_id=found.pk,
            opinion=Opinion(form.cleaned_data["opinion"]),
            given_on=form.cleaned_data["given_on"],
            by=request.membership,
            at=clock.now(),
        )

    effect = _("Le préfet décide après cet avis, et n’y est pas tenu.")
    asked = _asked(found, _("Noter l’avis de la commission"), _("Noter l’avis"), effect)
    return acted(request, form, asked, act, lambda: back_to_request(found.pk, "avis"))


@reads
@require_http_methods(["GET", "POST"])
def grant(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """Granted."""
    found = found_request(request, request_id, Ability.DECIDE)
    form = GrantForm(posted(request), with_aid=hasattr(found, "aid"))

    def act() -> None:
        given = form.cleaned_data
        services.grant(
            request_id=found.pk,
            decided_on=given["decided_on"],
            from_on=given["from_on"],
            reasons=given["reasons"],
            aid_granted=form.aid_granted,
            by=request.membership,
            at=clock.now(),
        )

    effect = _("Pour {months} mois, ou ce qui reste de {total} en tout : le dernier jour se calcule seul.").format(
        months=facts.months("path_period"), total=facts.months("path_total")
    )
    asked = _asked(found, _("Accorder"), _("Noter l’accord du préfet"), effect)
    return acted(request, form, asked, act, lambda: back_to_request(found.pk, "accorde"))


@reads
@require_http_methods(["GET", "POST"])
def refuse(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """Refused, and why."""
    found, form = found_request(request, request_id, Ability.DECIDE), RefuseForm(posted(request))

    def act() -> None:
        given = form.cleaned_data
        services.refuse(
            request_id=found.pk,
            decided_on=given["decided_on"],
            reasons=given["reasons"],
            by=request.membership,
            at=clock.now(),
        )

    effect = _("Ce qui était accordé avant le reste jusqu’à son dernier jour. Un recours est possible.")
    asked = _asked(found, _("Refuser"), _("Noter le refus du préfet"), effect)
    return acted(request, form, asked, act, lambda: back_to_request(found.pk, "refuse"))
