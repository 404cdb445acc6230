"""What an extractor finds, and what it has to be."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

from maillon_engine.identifiers.prepared import Prepared

NO_PARTS: Final[Mapping[str, str]] = {}
PLAIN: Final = "plain"


class Identifier(NamedTuple):
    """A trace in a text: `value` is canonical for its kind, text[start:end] of the original is where it stands.

    `obfuscated` says that a reader had to undo something (words for digits, letters for digits, "arobase");
    `how` names the steps, joined by "+", "plain" when there were none; `parts` splits a value that has parts.
    """

    kind: str
    value: str
    start: int
    end: int
    obfuscated: bool = False
    how: str = PLAIN
    parts: Mapping[str, str] = NO_PARTS

    @classmethod
    def after(
        cls, kind: str, value: str, span: tuple[int, int], steps: Sequence[str], parts: Mapping[str, str] = NO_PARTS
    ) -> "Identifier":
        """The trace at a span of the original that became a value by these steps; plain where there were none."""
        # Without the call of the class, which takes most of the time of making one.
        return tuple.__new__(cls, (kind, value, *span, bool(steps), "+".join(steps) or PLAIN, parts))


class Extractor(Protocol):
    """One kind of identifier. Holds no state between texts, never raises on any text."""

    @property
    def kind(self) -> str:
        """The kind of every identifier that `find` gives."""
        ...

    @property
    def words(self) -> frozenset[str]:
        """Every word that it asks of `Prepared.sought`."""
        ...

    def may_hold(self, text: Prepared) -> bool:
        """A cheap first look, a few microseconds at most: False when the text can't hold this kind."""
        ...

    def find(self, text: Prepared, region: str) -> Iterable[Identifier]:
        """What the text holds, asked only when `may_hold` said yes. `region` is an ISO 3166 country code."""
        ...
