"""What an import does, or would do."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from maillon.directory.exchange.differences import FieldChange
from maillon.directory.exchange.records import BadRow, LeftOut, Note


@dataclass(frozen=True)
class Touched:
    """A service that a file touches. `fields` is empty for one that is new or ends."""

    external_id: str
    name: str
    fields: tuple[FieldChange, ...] = ()


@dataclass
class Report:
    """Everything an import found. `written` only when nothing was bad and it was no rehearsal.

    `kept` lists what the file would change and a person has changed here since the last import: it stays as it is.
    """

    bad: list[BadRow] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    added: list[Touched] = field(default_factory=list)
    changed: list[Touched] = field(default_factory=list)
    ended: list[Touched] = field(default_factory=list)
    kept: list[Touched] = field(default_factory=list)
    untouched: int = 0
    written: bool = False

    @property
    def changes_something(self) -> bool:
        """Whether importing would write anything."""
        return not self.bad and bool(self.added or self.changed or self.ended)

    @property
    def fingerprint(self) -> str:
        """The same for two reports that would do the same: what was shown is what is done."""
        lines = (repr(part) for part in (self.added, self.changed, self.ended, self.kept))
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def counts(self) -> dict[str, int]:
        """How many of each, for the journal and for a summary."""
        parts = ("added", "changed", "ended", "kept", "left_out", "notes", "bad")
        return {name: len(getattr(self, name)) for name in parts} | {"untouched": self.untouched}

    def reasons(self) -> Iterator[tuple[str, int]]:
        """Each reason for leaving out or noting, as a sentence, with how often, the most frequent first."""
        counted = Counter([str(each.why) for each in self.left_out] + [str(each.what) for each in self.notes])
        yield from counted.most_common()
