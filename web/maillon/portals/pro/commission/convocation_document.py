"""The convocation as a letter (PDF/UA): for members to keep, and for the secretary to send to who has no account."""

from django.template.loader import render_to_string
from django.utils import timezone, translation

from maillon.base import clock
from maillon.base.selectors import is_demo
from maillon.commission import selectors
from maillon.commission.facts import value
from maillon.commission.models import Session
from maillon.commission.services import brought_by, label_of
from maillon.guidance.dated import Unit
from maillon.portals.components.pdf import render
from maillon.portals.pro.commission.shown import cited


def document(session: Session) -> bytes:
    """The letter, in French whatever its reader reads in. Raises PdfUnavailable where the machine can't draw one."""
    return render(html(session))


def html(session: Session) -> str:
    """What is drawn of a meeting that was convoked: when, where, what about by numbers alone, and the rules."""
    assert session.convoked_at is not None
    at = clock.now()
    with translation.override("fr"):
        quorum = selectors.table_of(session, present=()).quorum()
        context = {
            "session": session,
            "held_at": timezone.localtime(session.held_at),
            "prefecture": session.commission.prefecture,
            "points": [(label_of(item), brought_by(item)) for item in selectors.agenda(session)],
            "quorum": quorum,
            "per_member": value("proxies", Unit.MEMBERS),
            "days": value("convocation", Unit.DAYS),
            "cited": {code: cited(code, at) for code in _QUOTED},
            "is_demo": is_demo(),
        }
        return render_to_string("pro/commission/convocation_document.html", context)


_QUOTED = ("convocation", "quorum", "proxies", "personal_interest")
