"""Links: with a scheme, with www, or a domain with a path. The value is host and path, the host in lower case."""

import re
from collections.abc import Iterator
from typing import Final

from maillon_engine.identifiers.addresses import ENDS
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_SHAPE = re.compile(
    r"(?<![a-z0-9@.\-])(?:h(?:tt|xx)ps?://(?:www\.)?|www\.)[^\s<>\"']+"
    rf"|(?<![a-z0-9@.\-])(?:[a-z0-9\-]+\.)+(?:{ENDS})/[^\s<>\"']+",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"^(?:h(?:tt|xx)ps?://)?(?:www\.)?", re.IGNORECASE)


class Url:
    """Links as they are typed; `hxxp` and bracketed dots are undone."""

    kind: Final = "url"

    def may_hold(self, text: Prepared) -> bool:
        """A slash after a dot, or www."""
        return "www." in text.folded or ("/" in text.folded and "." in text.folded)

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Every link, without the punctuation that ends the sentence around it."""
        del region
        for match in _SHAPE.finditer(text.clean):
            link = _trimmed(match[0])
            host, slash, path = _SCHEME.sub("", link).replace("[.]", ".").partition("/")
            if "." not in host.strip("."):
                continue
            steps = ["unlinked"] if link.lower().startswith("hxxp") or "[.]" in link else []
            steps += text.steps(match.start(), match.start() + len(link))
            span = text.span(match.start(), match.start() + len(link))
            value = f"{host.lower()}{slash}{path}".rstrip("/")
            yield Identifier.after(self.kind, value, span, steps)


def _trimmed(link: str) -> str:
    link = link.rstrip(".,;:!?…*~")
    for opening, closing in ("()", "[]", "{}"):
        while link.endswith(closing) and link.count(closing) > link.count(opening):
            link = link[:-1].rstrip(".,;:!?…")
    return link
