"""Links: with a scheme, with www, or a domain with a path. The value is host and path, the host in lower case."""

import re
from collections.abc import Iterator
from typing import Final

from maillon_engine.identifiers.addresses import ENDS, NAME_SIGNS, tail
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_PATH = re.compile(rf"\.(?:{ENDS})/[^\s<>\"']+")
_REST = re.compile(r"[^\s<>\"']*")
_SCHEME = re.compile(r"(?<![a-z0-9@.\-])h(?:tt|xx)ps?://(?:www\.)?$")
_HEAD = re.compile(r"^(?:h(?:tt|xx)ps?://)?(?:www\.)?", re.IGNORECASE)


class Url:
    """Links as they are typed; `hxxp` and bracketed dots are undone."""

    kind: Final = "url"
    words: Final = frozenset[str]()

    def may_hold(self, text: Prepared) -> bool:
        """A scheme, www, or a slash after the end of a name."""
        folded = text.folded
        return "://" in folded or "www." in folded or ("/" in folded and "." in folded)

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Every link, without the punctuation that ends the sentence around it."""
        _ = region
        done = -1
        for start, end in sorted(_places(text.folded), key=lambda place: (place[0], -place[1])):
            if start < done:
                continue
            link = _trimmed(text.clean[start:end])
            host, slash, path = _HEAD.sub("", link).replace("[.]", ".").partition("/")
            if "." not in host.strip("."):
                continue
            done = start + len(link)
            steps = ["unlinked"] if link.lower().startswith("hxxp") or "[.]" in link else []
            steps += text.steps(start, done)
            value = f"{host.lower()}{slash}{path}".rstrip("/")
            yield Identifier.after(self.kind, value, text.span(start, done), steps)


def _places(folded: str) -> Iterator[tuple[int, int]]:
    for head in ("://", "www."):
        place = folded.find(head)
        while place >= 0:
            behind = place + len(head)
            before = _SCHEME.search(folded, max(0, place - 5), behind) if head == "://" else None
            start = before.start() if before else place
            rest = _REST.match(folded, behind)
            free = folded[start - 1 : start] not in set("abcdefghijklmnopqrstuvwxyz0123456789@.-")
            if rest is not None and rest[0] and free and (before is not None or head == "www."):
                yield start, rest.end()
            place = folded.find(head, behind)
    for match in _PATH.finditer(folded) if "/" in folded else ():
        name = tail(folded, match.start(), NAME_SIGNS + ".").lstrip(".-")
        start = match.start() - len(name)
        if name and folded[start - 1 : start] not in {"@", "/", ".", "-"}:
            yield start, match.end()


def _trimmed(link: str) -> str:
    link = link.rstrip(".,;:!?…*~")
    for opening, closing in ("()", "[]", "{}"):
        while link.endswith(closing) and link.count(closing) > link.count(opening):
            link = link[:-1].rstrip(".,;:!?…")
    return link
