"""What is remembered of sources: in memory, of the latest ones only, and for a day at most."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from maillon.portals.public.gate.levels import Act
from maillon.portals.public.gate.penalties import CODES, REPORTS, Account, Tariff, charged, points_at, wait_for
from maillon.portals.public.gate.sources import Names
from maillon.portals.public.gate.turns import turn

MOST_SOURCES = 100_000
"""About 50 MB when full. The source that did nothing for longest is forgotten first: to its advantage."""

TARIFFS: dict[Act, Tariff] = {Act.CODE: CODES, Act.REPORT: REPORTS}
# Errors of everybody together, for the load: as many in ten seconds as a busy door sees in an hour.
_LOAD = Tariff(free=0, doubles_every=1, most=400, halves_in=10)
_FULL_LOAD = 200.0


@dataclass(slots=True)
class Entry:
    """One source: an account for each act, and its virtual clock (turns.py)."""

    accounts: dict[Act, Account] = field(default_factory=dict)
    busy_until: float = 0.0


class Ledger:
    """Sources and what they owe. Safe to use from several threads; moments are seconds of one clock."""

    def __init__(self, at: float, most: int = MOST_SOURCES) -> None:
        self._lock = threading.Lock()
        self._names = Names(at)
        self._entries: OrderedDict[bytes, Entry] = OrderedDict()
        self._most = most
        self._all = Account()

    def __len__(self) -> int:
        return len(self._entries)

    def charge(self, address: str, act: Act, points: float, at: float) -> None:
        """Adds points to a source's account."""
        with self._lock:
            self._renew(at)
            name = self._names.name(address)
            entry = self._entries.setdefault(name, Entry())
            entry.accounts[act] = charged(entry.accounts.get(act, Account()), points, TARIFFS[act], at)
            self._entries.move_to_end(name)
            self._all = charged(self._all, points, _LOAD, at)
            if len(self._entries) > self._most:
                self._entries.popitem(last=False)

    def points(self, address: str, act: Act, at: float) -> float:
        """What a source's account holds."""
        with self._lock:
            entry = self._known(address, at)
            return points_at(entry.accounts.get(act, Account()), TARIFFS[act], at) if entry else 0.0

    def delay(self, address: str, at: float) -> float:
        """The seconds until a request of this source has its turn: 0 for whoever owes nothing. Counts the request."""
        with self._lock:
            entry = self._known(address, at)
            if entry is None or not _owes(entry, at):
                return 0.0
            delay, entry.busy_until = turn(entry.busy_until, at)
            return delay

    def load(self, at: float) -> float:
        """How much the whole door is being tried, from 0 to 1."""
        with self._lock:
            return min(1.0, points_at(self._all, _LOAD, at) / _FULL_LOAD)

    def _known(self, address: str, at: float) -> Entry | None:
        self._renew(at)
        return self._entries.get(self._names.name(address))

    def _renew(self, at: float) -> None:
        if self._names.stale(at):
            self._names = Names(at)
            self._entries.clear()


def _owes(entry: Entry, at: float) -> bool:
    return any(
        wait_for(points_at(account, TARIFFS[act], at), TARIFFS[act]) > 0 for act, account in entry.accounts.items()
    )
