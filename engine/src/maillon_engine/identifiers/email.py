"""E-mail addresses, typed or spoken; the value is in lower case."""

import re
from collections.abc import Iterator
from typing import Final

from maillon_engine.identifiers.addresses import DOT, ENDS, written
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_PLAIN = re.compile(
    r"[a-z0-9](?:[a-z0-9._%+\-]*[a-z0-9_\-])?@(?:[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?\.)+[a-z]{2,24}(?![a-z0-9])"
)
_AT = r"(?:[ ]?@[ ]?|[ ]?[\[({<][ ]?(?:at|a|@|arobase?)[ ]?[\])}>][ ]?|[ ](?:arr?obas[e]?|arobaz|at|chez)[ ])"
_JOIN = rf"(?:{DOT}|[ ](?:tiret du bas|tiret bas|underscore|tiret|dash)[ ]|[._%+\-]+)"
_HOSTS = (
    "gmail|googlemail|hotmail|outlook|yahoo|orange|free|laposte|sfr|live|icloud|protonmail|proton|wanadoo|gmx|aol|msn"
    "|bbox|ymail|mail|tutanota|numericable|neuf|skynet|bluewin"
)
_LOCAL = rf"(?<![a-z0-9._%+\-])[a-z0-9]+(?:{_JOIN}[a-z0-9]+)*"
_SPOKEN = re.compile(
    rf"{_LOCAL}{_AT}(?:[a-z0-9]+(?:(?:{DOT}|-|[ ]tiret[ ])[a-z0-9]+)*?{DOT}(?:{ENDS})"
    rf"|(?:{_HOSTS})[ ](?:com|fr|net|org|me|be|ch))"
    r"(?![a-z0-9@])"
)
_SIGNS = re.compile(rf"{_AT}")
_CUES: Final = frozenset({"arobase", "arobas", "arrobase", "arrobas", "arobaz", "at", "chez"})


class Email:
    """Addresses with an at sign, or with a word or brackets for it."""

    kind: Final = "email"

    def may_hold(self, text: Prepared) -> bool:
        """An at sign, or a word that stands for one."""
        return "@" in text.folded or not _CUES.isdisjoint(text.words) or "(a)" in text.folded

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Typed addresses first; then spoken ones beside them."""
        del region
        taken: list[tuple[int, int]] = []
        for shape, steps_of in ((_PLAIN, False), (_SPOKEN, True)):
            for match in shape.finditer(text.folded):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                taken.append(match.span())
                yield _identifier(text, match, spoken=steps_of)


def _identifier(text: Prepared, match: re.Match[str], *, spoken: bool) -> Identifier:
    value, steps = match[0], []
    if spoken:
        sign = _last_sign(match[0])
        local, said = written(match[0][: sign.start()])
        host, more = written(_with_dot(match[0][sign.end() :]))
        value = f"{local}@{host}"
        steps = list(dict.fromkeys([*said, *more, *([] if sign[0].strip() == "@" else ["spoken"])])) or ["spaced"]
    steps += text.steps(*match.span())
    return Identifier.after(Email.kind, value, text.span(*match.span()), steps)


def _last_sign(address: str) -> re.Match[str]:
    return list(_SIGNS.finditer(address))[-1]


def _with_dot(host: str) -> str:
    """ "gmail com" is gmail.com."""
    return re.sub(rf"^({_HOSTS}) (com|fr|net|org|me|be|ch)$", r"\1.\2", host)
