"""The gate: whether a request passes now, or has to wait or work first. It never refuses anybody for good.

A view asks `judge` before it does what costs, shows `asked(request, verdict)` for anything but Passed, and says
`failed` when a code opened nothing. A report that passes is counted by `judge`; `level` then says how it is received.
"""

import time
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.portals.public.gate.ledger import TARIFFS, Ledger
from maillon.portals.public.gate.levels import Act
from maillon.portals.public.gate.penalties import SLIP, bits_for, wait_for
from maillon.portals.public.gate.repeats import Repeats
from maillon.portals.public.gate.sources import address_of
from maillon.portals.public.gate.work import Desk, Early, Expired, NotHonoured, Replayed, Ticket
from maillon.speaking.enums import SourceLevel

TICKET, ANSWER = "gate_ticket", "gate_answer"
"""The fields in which a form brings its ticket back, and the number that was found."""

# Up to so many seconds, a page only asks to wait; beyond, it offers work that is sooner done.
_WORTH_WORKING = 1.5


@dataclass(frozen=True)
class Passed:
    """Go on."""


@dataclass(frozen=True)
class Wait:
    """Wait first: `seconds`, rounded up; `ticket` comes back with the form; `note` says why it is asked anew."""

    seconds: int
    ticket: str
    note: str | Promise = ""


@dataclass(frozen=True)
class Work(Wait):
    """Wait, or find a number for `nonce` whose digest begins with `bits` zero bits: whichever is sooner."""

    nonce: str = ""
    bits: int = 0


Verdict = Passed | Wait | Work


class Gate:
    """What one process remembers: sources, tickets, texts. Nothing of it ever leaves its memory."""

    def __init__(self, at: float) -> None:
        self.ledger = Ledger(at)
        self.desk = Desk()
        self.repeats = Repeats(at)

    def judge(self, address: str, act: Act, at: float, *, ticket: str = "", answer: str = "") -> Verdict:
        """Whether an act of a source passes at a moment, with the ticket that it may bring."""
        wait = wait_for(self.ledger.points(address, act, at), TARIFFS[act])
        if not wait:
            return self._passed(address, act, at)
        note: str | Promise = ""
        if ticket:
            try:
                self.desk.redeem(ticket, answer, act, at)
            except Early as early:
                return _shown(early.ticket, ticket, at)
            except NotHonoured as why:
                note = _why(why)
            else:
                return self._passed(address, act, at)
        issued = self.desk.issue(act, wait=wait, bits=bits_for(wait, self.ledger.load(at)), at=at)
        return _shown(issued, self.desk.signed(issued), at, note)

    def _passed(self, address: str, act: Act, at: float) -> Passed:
        if act is Act.REPORT:
            self.ledger.charge(address, act, 1, at)
        return Passed()


def judge(request: HttpRequest, act: Act) -> Verdict:
    """Asks once per act, before the code is looked up or the report is sent."""
    ticket, answer = request.POST.get(TICKET, ""), request.POST.get(ANSWER, "")
    return the_gate().judge(source_of(request), act, moment(), ticket=ticket, answer=answer)


def failed(request: HttpRequest, act: Act, *, slip: bool = False) -> None:
    """Counts an error of the source: a code that opens nothing, or, as a `slip`, a text that is no code at all."""
    the_gate().ledger.charge(source_of(request), act, SLIP if slip else 1, moment())


def level(request: HttpRequest, text: str = "") -> SourceLevel:
    """How a report of this source is to be received; `text` is its account, to notice what comes again and again.

    To be asked once for each report, after `judge` let it pass: the text is counted.
    """
    at, gate = moment(), the_gate()
    busy = gate.ledger.points(source_of(request), Act.REPORT, at) >= TARIFFS[Act.REPORT].busy_from
    return SourceLevel.BUSY if gate.repeats.seen(text, at) or busy else SourceLevel.NORMAL


def delay(address: str) -> float:
    """The seconds until a request from an address has its turn (turns.py); asked by the server before any view."""
    return the_gate().ledger.delay(address, moment())


def source_of(request: HttpRequest) -> str:
    """The address of a request's source: for the ledger alone, to be kept nowhere."""
    peer, proxied = request.META.get("REMOTE_ADDR", ""), "PROXY_PROTOCOL" in request.META
    return address_of(peer, proxied=proxied, header=request.headers.get(settings.SOURCE_HEADER, ""))


def moment() -> float:
    """Seconds of a clock that nobody sets: penalties outlive no change of the hour."""
    return time.monotonic()


@cache
def the_gate() -> Gate:
    """This process's gate, made when first asked for: never before a server splits into processes."""
    return Gate(moment())


def _shown(ticket: Ticket, signed: str, at: float, note: str | Promise = "") -> Wait | Work:
    left = max(0, ticket.ready - round(at * 1000))
    seconds = -(-left // 1000)
    if ticket.ready - ticket.issued <= _WORTH_WORKING * 1000:
        return Wait(seconds, signed, note)
    return Work(seconds, signed, note, ticket.nonce, ticket.bits)


def _why(why: NotHonoured) -> str | Promise:
    if isinstance(why, Expired):
        return _("Cette attente date de plus d’une demi-heure. Une nouvelle, courte, la remplace.")
    if isinstance(why, Replayed):
        return _("Cette attente a déjà servi. Une nouvelle, courte, la remplace.")
    return _("Le service a redémarré, ou la page a été modifiée. Une nouvelle attente, courte, la remplace.")
