"""Domains that stand alone, typed or spoken after a word that announces a site."""

import re
from collections.abc import Iterator
from typing import Final

from maillon_engine.identifiers.addresses import CLEAR_ENDS, ENDS, NAME_SIGNS, tail, written
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_END = re.compile(rf"\.(?:{CLEAR_ENDS})(?![a-z0-9@/\-]|\.[a-z0-9])")
_SPOKEN = re.compile(
    rf"\b(?:site|page|web|internet|adresse|sur|www|on|at)\b[ :]{{1,3}}(?:www(?:[ ]point[ ]|\.))?"
    rf"([a-z0-9\-]{{2,}}(?:[ ]tiret[ ][a-z0-9]+)*"
    rf"(?:[ ](?:point|dot)[ ]|[ ]?[\[(][ ]?(?:point|dot|\.)[ ]?[\])][ ]?)(?:{ENDS}))(?![a-z0-9@])"
)


class Domain:
    """Names of sites without a path; those inside links and e-mail addresses belong to these."""

    kind: Final = "domain"
    words: Final = frozenset[str]()

    def may_hold(self, text: Prepared) -> bool:
        """A dot inside a word, or a word for one."""
        return (
            _END.search(text.folded) is not None or "point" in text.words or "dot" in text.words or "(." in text.clean
        )

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Typed ones with an end that is no word, then spoken ones."""
        _ = region
        for match in _END.finditer(text.folded):
            name = tail(text.folded, match.start(), NAME_SIGNS + ".").lstrip(".-")
            start = match.start() - len(name)
            if name and text.folded[start - 1 : start] not in {"@", "/", "-", "."}:
                value = (name + match[0]).removeprefix("www.")
                yield _identifier(text, value, (start, match.end()), [])
        if "point" in text.words or "dot" in text.words or "(." in text.clean:
            for match in _SPOKEN.finditer(text.folded):
                value, steps = written(match[1])
                yield _identifier(text, value, match.span(1), steps or ["spoken"])


def _identifier(text: Prepared, value: str, place: tuple[int, int], steps: list[str]) -> Identifier:
    steps = [*steps, *text.steps(*place)]
    return Identifier.after(Domain.kind, value, text.span(*place), steps)
