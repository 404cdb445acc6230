"""Rights to stay: opened for a reason, written, erased. For those who follow her alone."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.exits import rules, services
from maillon.exits.documents.sections import day
from maillon.exits.enums import PermitKind, Reading
from maillon.exits.refusals import NotAllowed
from maillon.exits.rights import Ability
from maillon.exits.services import OpenedPermit
from maillon.portals.components.posting import posted
from maillon.portals.pro.exits.acting import Asked, acted
from maillon.portals.pro.exits.finding import back_to_path, found_path
from maillon.portals.pro.exits.forms.residence import ResidenceForm
from maillon.portals.pro.exits.openings import give_reason, reason_for
from maillon.vault.refusals import CannotOpen


@reads
@require_POST
def open_residence(request: MemberRequest, path_id: UUID) -> HttpResponse:
    """Takes the one reason that there is: she is followed."""
    path = found_path(request, path_id, Ability.READ)
    give_reason(request, path.pk, Reading.PREPARING)
    return redirect("pro:exit_residence", path_id=path.pk)


@reads
@require_GET
def residence(request: MemberRequest, path_id: UUID) -> HttpResponse:
    """What is known of her rights to stay, with what the law says of each."""
    path = found_path(request, path_id, Ability.READ)
    reason = reason_for(request, path.pk)
    if reason is None:
        return redirect("pro:exit_path", path_id=path.pk)
    try:
        permits = services.read_permits(
            path_id=path.pk, by=request.membership, keyring=request.keyring, at=clock.now(), reason=reason
        )
    except CannotOpen:
        return render(request, "pro/exits/keyless.html")
    except NotAllowed:
        raise Http404 from None
    context = {"path": path, "permits": [_shown(permit) for permit in permits]}
    return render(request, "pro/exits/residence.html", context)


def _shown(permit: OpenedPermit) -> dict[str, object]:
    known = permit.residence
    kind = PermitKind(known.kind)
    lines = [
        (_("Demandé le"), day(known.asked_on)),
        (_("Récépissé du"), day(known.receipt_on)),
        (_("Valable du"), day(known.from_on)),
        (_("Jusqu’au"), day(known.until_on)),
    ]
    if kind is PermitKind.REFLECTION and known.receipt_on:
        end = rules.reflection_ends(date.fromisoformat(known.receipt_on))
        lines.append((_("Fin des trente jours"), day(end.isoformat())))
    short = bool(known.from_on and known.until_on) and rules.is_too_short(
        kind, date.fromisoformat(known.from_on), date.fromisoformat(known.until_on)
    )
    return {"id": permit.id, "kind": kind.label, "lines": [line for line in lines if line[1]], "short": short}


@reads
@require_http_methods(["GET", "POST"])
def note_residence(request: MemberRequest, path_id: UUID) -> HttpResponse:
    """Writes one down."""
    path, form = found_path(request, path_id, Ability.RESIDENCE), ResidenceForm(posted(request))

    def act() -> None:
        services.note_permit(path_id=path.pk, residence=form.residence(), by=request.membership, at=clock.now())

    asked = Asked(
        title=_("Noter un droit au séjour"),
        about=path.number,
        effect=_(
            "Seules les personnes qui la suivent ici le liront. La préfecture ne le reçoit pas par Maillon. Sa fin "
            "vous sera rappelée deux mois avant."
        ),
        label=_("Noter"),
        back=reverse("pro:exit_path", args=[path.pk]),
    )
    return acted(request, form, asked, act, lambda: back_to_path(path.pk, "sejour"))


@reads
@require_POST
def drop_residence(request: MemberRequest, path_id: UUID, permit_id: UUID) -> HttpResponse:
    """Erases one."""
    path = found_path(request, path_id, Ability.RESIDENCE)
    try:
        services.drop_permit(path_id=path.pk, permit_id=permit_id, by=request.membership, at=clock.now())
    except NotAllowed:
        raise Http404 from None
    return back_to_path(path.pk, "sejour-efface")
