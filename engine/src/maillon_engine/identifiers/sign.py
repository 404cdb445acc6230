"""Signs in the wording, each with its evidence class; the value is the sign's code. No sign says anything alone."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_LONG: Final = 400
_AROUND: Final = 64  # more characters than any sign has


class Sign(NamedTuple):
    """A sign as `data/signs.toml` has it: its French label, its evidence class, what it looks like, and the words or
    characters (`anchors`) of which each of its places has one."""

    label: str
    evidence_class: str
    shape: re.Pattern[str]
    anchors: frozenset[str]


@cache
def signs() -> Mapping[str, Sign]:
    """Every sign by its code."""
    known = tomllib.loads(files("maillon_engine").joinpath("data/signs.toml").read_text("utf-8"))
    return {
        one["code"]: Sign(
            one["label"], one["class"], re.compile(_joined(one["patterns"])), frozenset(one["anchors"].split())
        )
        for one in known["sign"]
    }


def _joined(patterns: list[str]) -> str:
    """One pattern for all. Where each begins at the edge of a word, that is looked for once."""
    edge = r"\b"
    if all(pattern.startswith(edge) for pattern in patterns):
        return edge + "(?:" + "|".join(pattern.removeprefix(edge) for pattern in patterns) + ")"
    return "|".join(patterns)


@cache
def _words() -> frozenset[str]:
    return frozenset(anchor for sign in signs().values() for anchor in sign.anchors if anchor.isascii())


@cache
def _pictures() -> tuple[str, ...]:
    return tuple(sorted(anchor for sign in signs().values() for anchor in sign.anchors if not anchor.isascii()))


class SignFinder:
    """The signs of `data/signs.toml`."""

    kind: Final = "sign"

    @property
    def words(self) -> frozenset[str]:
        """The anchors of all signs."""
        return _words()

    def may_hold(self, text: Prepared) -> bool:
        """A word or a character that one of the signs has."""
        return not text.sought.isdisjoint(_words()) or (not text.clean.isascii() and _pictured(text.clean))

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Every place of every sign. `parts` has its evidence class."""
        _ = region
        said = text.sought & _words()
        if not text.clean.isascii():
            said |= {picture for picture in _pictures() if picture in text.clean}
        for code, sign in signs().items() if said else ():
            for start, end in () if said.isdisjoint(sign.anchors) else _found(text, sign):
                yield Identifier.after(self.kind, code, text.span(start, end), (), {"class": sign.evidence_class})


def _found(text: Prepared, sign: Sign) -> list[tuple[int, int]]:
    """Where a sign stands: sought in the whole of a short text, around its words in a long one."""
    if len(text.folded) < _LONG or not all(map(str.isascii, sign.anchors)):
        return [match.span() for match in sign.shape.finditer(text.folded)]
    places = [place for word in text.sought & sign.anchors for place in text.places(word)]
    return sorted(
        {
            match.span()
            for place in places
            for match in sign.shape.finditer(text.folded, max(0, place - _AROUND), place + _AROUND)
            if match.end() < place + _AROUND
        }
    )


def _pictured(clean: str) -> bool:
    return any(picture in clean for picture in _pictures())


def hidden_number(phone: Identifier) -> Identifier:
    """The sign that a hidden telephone number is: tested and predictive."""
    return Identifier(
        SignFinder.kind, "number_hidden", phone.start, phone.end, True, phone.how, {"class": "predictive"}
    )
