"""Who speaks for whom."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.commission import services
from maillon.commission.rights import Ability
from maillon.portals.components.posting import posted
from maillon.portals.pro.commission.acting import acted, refused
from maillon.portals.pro.commission.finding import Found, found_session, to_session
from maillon.portals.pro.commission.forms.sitting import ProxyForm
from maillon.portals.pro.commission.shown import cited, seat_lines


@may_report
@require_http_methods(["GET", "POST"])
def give(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """By a member for her own seat, or by the secretary, who is told by telephone."""
    found, at = found_session(request, session_id, Ability.GIVE_PROXY, Ability.NOTE_PROXY), clock.now()
    own = _own(found)
    form = ProxyForm(posted(request), lines=seat_lines(found.session, at), own=own)

    def act() -> None:
        given = form.cleaned_data
        services.give_proxy(
            session_id=found.session.pk,
            giver_id=own or UUID(given["giver"]),
            holder_id=UUID(given["holder"]),
            by=request.membership,
            at=at,
        )

    said = _("Un pouvoir vaut pour cette séance, et tombe si vous y venez. Chaque membre n’en porte qu’un (%s).")
    context = {
        "session": found.session,
        "heading": _("Donner pouvoir") if own else _("Noter un pouvoir"),
        "lead": said % cited("proxies", at),
        "label": _("Donner pouvoir") if own else _("Noter le pouvoir"),
        "back": reverse("pro:commission_session", args=[found.session.pk]),
    }

    return acted(request, form, act, lambda: to_session(session_id, "pouvoir"), "pro/commission/form.html", context)


def _own(found: Found) -> UUID | None:
    """The seat that she speaks for herself; None for the secretary, who notes it for any."""
    return found.place.mandate.seat_id if found.place and Ability.NOTE_PROXY not in found.abilities else None


@may_report
@require_POST
def take_back(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """The giver comes after all."""
    found = found_session(request, session_id, Ability.GIVE_PROXY, Ability.NOTE_PROXY)
    try:
        giver = _own(found) or UUID(request.POST.get("giver", ""))
    except ValueError:
        raise Http404 from None
    with refused():
        services.take_proxy_back(session_id=found.session.pk, giver_id=giver, by=request.membership, at=clock.now())
    return to_session(found.session.pk, "pouvoir-repris")
