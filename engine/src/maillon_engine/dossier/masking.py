"""Hides names and numbers, so that a dossier can be shown without naming anybody. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

DOT = "•"
# What leads to a person or an account. A price, a place or a date does not by itself.
HIDDEN_KINDS = frozenset({"phone", "email", "handle", "url", "iban", "payment", "crypto", "plate", "name"})
# Whatever its kind, a long run of digits is a number of somebody.
_DIGITS = re.compile(r"(?:\d[ .\-/\u00a0\u202f]?){6,}\d?")
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text, in code points, and what it is."""

    start: int
    end: int
    kind: str


def masked_value(kind: str, value: str) -> str:
    """A value with its middle hidden: as much as tells two apart, not as much as finds either."""
    if kind not in HIDDEN_KINDS:
        return value
    if kind == "name":
        return DOT * max(3, len(value))
    head, separator, tail = value.partition(":")
    if kind == "handle" and separator:
        return f"{head}:{_middle(tail)}"
    name, at, _host = value.partition("@")
    return f"{_middle(name)}@{DOT * 3}" if at else _middle(value)


def _middle(text: str) -> str:
    # A short one is hidden whole: two letters of three would be all of it.
    kept = _KEPT if len(text) > 3 * _KEPT else 0
    return text[:kept] + DOT * max(3, len(text) - 2 * kept) + (text[-kept:] if kept else "")


def masked_text(text: str, spans: Iterable[Span], names: Iterable[str] = ()) -> str:
    """The text, as long as before, with each hidden span, long number and given name turned into dots.

    The length stays, so that every other span still lies where it lay.
    """
    characters = list(text)
    for start, end in [*_hidden(spans), *_numbers(text), *_named(text, names)]:
        for place in range(start, min(end, len(characters))):
            if not characters[place].isspace():
                characters[place] = DOT
    return "".join(characters)


def _hidden(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans if span.kind in HIDDEN_KINDS]


def _numbers(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _DIGITS.finditer(text)]


def _named(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    wanted = sorted({name for name in names if len(name) > 1}, key=len, reverse=True)
    if not wanted:
        return []
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, wanted))})\b", re.IGNORECASE)
    return [match.span() for match in pattern.finditer(text)]


def names_in(parts: Iterable[Sequence[dict[str, object]]]) -> set[str]:
    """The values of every slot of templates that holds names."""
    found: set[str] = set()
    for part in (part for template in parts for part in template):
        values = part.get("values")
        if part.get("slot") == "name" and isinstance(values, list):
            found.update(str(value) for value in values)
    return found
