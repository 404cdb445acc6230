"""Tickets: signed, expiring, good once. One is honoured when its wait is over, or earlier for work that was done.

The work: find a number such that SHA-256 of `nonce:number` begins with so many zero bits. It is checked with one hash.
A ticket is bound to its act and to no source: a telephone that changes networks, or a Tor circuit that ends, loses
nothing, and whoever has earned a ticket passes whatever others at her address do meanwhile.
"""

import hmac
import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b, sha256

from maillon.portals.public.gate.levels import Act

LIVES = 1800.0
MOST_SPENT = 50_000
_LONGEST_NUMBER = 15


class NotHonoured(Exception):  # noqa: N818 - an answer, not a fault
    """A ticket that opens nothing. Each kind says why."""


class Forged(NotHonoured):
    """Not issued by this process, or for another act."""


class Expired(NotHonoured):
    """Too old."""


class Replayed(NotHonoured):
    """Has been used."""


@dataclass(frozen=True)
class Ticket:
    """What a ticket says. `issued` and `ready` are moments in milliseconds."""

    act: Act
    bits: int
    issued: int
    ready: int
    nonce: str

    def text(self) -> str:
        """The signed part."""
        return f"{self.act}.{self.bits}.{self.issued}.{self.ready}.{self.nonce}"


class Early(NotHonoured):
    """Neither waited nor worked for yet. Carries the ticket, which stays good."""

    def __init__(self, ticket: Ticket) -> None:
        super().__init__()
        self.ticket = ticket


class Desk:
    """Issues tickets and takes them back. Safe to use from several threads."""

    def __init__(self, most_spent: int = MOST_SPENT) -> None:
        self._key = secrets.token_bytes(32)
        self._lock = threading.Lock()
        self._spent: OrderedDict[str, int] = OrderedDict()
        self._most_spent = most_spent
        self._oldest = 0

    def issue(self, act: Act, *, wait: float, bits: int, at: float) -> Ticket:
        """A ticket that is good after `wait` seconds, or for work of `bits` bits."""
        now = round(at * 1000)
        return Ticket(act, bits, now, now + round(wait * 1000), secrets.token_hex(16))

    def signed(self, ticket: Ticket) -> str:
        """The ticket as a form carries it."""
        return f"{ticket.text()}.{self._mac(ticket.text())}"

    def redeem(self, typed: str, number: str, act: Act, at: float) -> None:
        """Uses a ticket up. Raises NotHonoured (Forged, Expired, Replayed, Early) when it does not count."""
        ticket = self._read(typed)
        if ticket.act is not act:
            raise Forged
        now = round(at * 1000)
        if now - ticket.issued > LIVES * 1000 or ticket.issued < self._oldest:
            raise Expired
        if now < ticket.ready and not is_work(ticket, number):
            # Said of a used one first: nobody is to wait for a ticket that is worth nothing any more.
            raise Replayed if ticket.nonce in self._spent else Early(ticket)
        self._spend(ticket)

    def _spend(self, ticket: Ticket) -> None:
        with self._lock:
            if ticket.nonce in self._spent:
                raise Replayed
            self._spent[ticket.nonce] = ticket.issued
            if len(self._spent) > self._most_spent:
                # What is forgotten may not come back: everything as old counts as expired.
                _nonce, issued = self._spent.popitem(last=False)
                self._oldest = max(self._oldest, issued + 1)

    def _read(self, typed: str) -> Ticket:
        text, _point, mac = typed.rpartition(".")
        if not typed.isascii() or not hmac.compare_digest(mac, self._mac(text)):
            raise Forged
        act, bits, issued, ready, nonce = text.split(".")
        return Ticket(Act(act), int(bits), int(issued), int(ready), nonce)

    def _mac(self, text: str) -> str:
        return blake2b(text.encode(), digest_size=16, key=self._key).hexdigest()


def is_work(ticket: Ticket, number: str) -> bool:
    """True when a number is the work that a ticket asks for."""
    if not (number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER):
        return False
    digest = int.from_bytes(sha256(f"{ticket.nonce}:{number}".encode()).digest())
    return digest >> (256 - ticket.bits) == 0
