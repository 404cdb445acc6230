"""A meeting under way: the roll call, who comes and goes, the end."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.commission import services
from maillon.commission.rights import Ability
from maillon.portals.components.posting import posted
from maillon.portals.pro.commission.acting import acted, confirmed, refused
from maillon.portals.pro.commission.finding import found_session, to_session
from maillon.portals.pro.commission.forms.sitting import ArriveForm, RollForm
from maillon.portals.pro.commission.shown import cited, named, seat_lines


@reads
@require_http_methods(["GET", "POST"])
def open_session(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """The roll call, which opens the meeting where the quorum is reached."""
    session, at = found_session(request, session_id, Ability.OPEN).session, clock.now()
    form = RollForm(posted(request), lines=seat_lines(session, at), remote=session.remote)

    def act() -> None:
        services.open_session(
            session_id=session.pk, roll=form.roll, by=request.membership, keyring=request.keyring, at=at
        )

    said = _("Appelez chaque siège à voix haute, aussi à distance. Le quorum est la moitié des sièges (%s).")
    context = {
        "session": session,
        "heading": _("Faire l’appel et ouvrir la séance"),
        "lead": said % cited("quorum", at),
        "label": _("Ouvrir la séance"),
        "back": reverse("pro:commission_session", args=[session.pk]),
    }
    return acted(request, form, act, lambda: to_session(session.pk, "ouverte"), "pro/commission/form.html", context)


@reads
@require_http_methods(["GET", "POST"])
def lapse(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Too few came."""
    session = found_session(request, session_id, Ability.LAPSE).session
    context = {
        "title": _("Le quorum manque-t-il ?"),
        "about": named(session),
        "effect": _("La séance ne s’ouvre pas. Une seconde convocation, sur le même ordre du jour, n’en demande pas."),
        "label": _("Constater l’absence de quorum"),
        "back": reverse("pro:commission_session", args=[session.pk]),
    }
    return confirmed(
        request,
        lambda: services.lapse(session_id=session.pk, by=request.membership, at=clock.now()),
        lambda: to_session(session.pk, "sans-quorum"),
        context,
    )


@reads
@require_http_methods(["GET", "POST"])
def arrive(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Somebody comes later, or comes back."""
    session, at = found_session(request, session_id, Ability.CALL).session, clock.now()
    form = ArriveForm(posted(request), lines=seat_lines(session, at), remote=session.remote)

    def act() -> None:
        services.arrive(
            session_id=session.pk, answered=form.answered, by=request.membership, keyring=request.keyring, at=at
        )

    context = {
        "session": session,
        "heading": _("Noter une arrivée"),
        "label": _("Noter l’arrivée"),
        "back": reverse("pro:commission_session", args=[session.pk]),
    }
    return acted(request, form, act, lambda: to_session(session.pk, "arrivee"), "pro/commission/form.html", context)


@reads
@require_POST
def leave(request: MemberRequest, session_id: UUID, seat_id: UUID) -> HttpResponse:
    """Somebody leaves: she opens nothing from now on."""
    session = found_session(request, session_id, Ability.CALL).session
    with refused():
        services.leave(session_id=session.pk, seat_id=seat_id, by=request.membership, at=clock.now())
    return to_session(session.pk, "depart")


@reads
@require_http_methods(["GET", "POST"])
def close(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """The end: files shut at once, opinions go to the préfet."""
    session = found_session(request, session_id, Ability.CLOSE).session
    without = session.items.filter(request__isnull=False, opinion=None).count()
    put_off = _("Points sans avis, qui iront à une autre séance : %d.") % without if without else ""
    context = {
        "title": _("Clore la séance ?"),
        "about": named(session),
        "effect": _(
            "Dossiers et fiches se ferment aussitôt pour tous les membres. Les avis partent et ne changent plus."
        ),
        "more": put_off,
        "label": _("Clore la séance"),
        "back": reverse("pro:commission_session", args=[session.pk]),
    }
    return confirmed(
        request,
        lambda: services.close(session_id=session.pk, by=request.membership, at=clock.now()),
        lambda: to_session(session.pk, "close"),
        context,
    )
