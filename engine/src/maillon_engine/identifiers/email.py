"""E-mail addresses, typed or spoken; the value is in lower case."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from maillon_engine.identifiers.addresses import DOT, ENDS, HYPHEN, tail, written
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_NAME_SIGNS: Final = "abcdefghijklmnopqrstuvwxyz0123456789._%+-"
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?\.)+[a-z]{2,24}(?![a-z0-9])")
_HOSTS = (
    "gmail|googlemail|hotmail|outlook|yahoo|orange|free|laposte|sfr|live|icloud|protonmail|proton|wanadoo|gmx|aol|msn"
    "|bbox|ymail|mail|tutanota|numericable|neuf|skynet|bluewin"
)
_CALLED = "arr?obas[e]?|arr?obaz|aroba|arroba|chiocciola|arond|at|chez|a commercial"
_AT = re.compile(
    rf"[ ]?@[ ]?|[ ]?[\[({{<][ ]?(?:{_CALLED}|a|@)[ ]?[\])}}>][ ]?|[ ](?:{_CALLED})[ ]"
    rf"|[ ]a[ ](?=(?:{_HOSTS})\b)|[ ]?[\-_*/|~]+(?:{_CALLED}|@)[\-_*/|~]+[ ]?"
)
_JOIN = rf"(?:{DOT}|[ ](?:{HYPHEN})[ ]|[._%+\-]+)"
_LOCAL = re.compile(rf"(?<![a-z0-9._%+\-])[a-z0-9]+(?:{_JOIN}[a-z0-9]+)*$")
_SPOKEN_HOST = re.compile(
    rf"(?:[a-z0-9]+(?:(?:{DOT}|-|[ ](?:{HYPHEN})[ ])[a-z0-9]+)*?{DOT}(?:{ENDS})"
    rf"|(?:{_HOSTS})(?:[ ]|[ ]?,[ ]?)(?:com|fr|net|org|me|be|ch))(?![a-z0-9@])"
)
_BARE_HOST = re.compile(rf"^({_HOSTS})[ ,]+(com|fr|net|org|me|be|ch)$")
# Words in capitals, or the one word that is no other, between small letters without a space.
_GLUED = re.compile(
    rf"[a-z0-9][a-z0-9._\-]*(?:AT|AROBASE|CHEZ|arr?obase)(?P<host>[a-z0-9\-]+(?:(?:DOT|POINT|point|\.)[a-z0-9\-]+)*?"
    rf"(?:DOT|POINT|point|\.)(?:{ENDS}))(?![a-z0-9@])"
)
_GLUED_AT = re.compile("AT|AROBASE|CHEZ|arr?obase")
_GLUED_DOT = re.compile("DOT|POINT|point")
_LETTERS = re.compile(
    rf"(?<![a-z0-9])[a-z0-9](?:[ ][a-z0-9._\-]){{2,40}}[ ]?(?:@|[ ](?:{_CALLED})[ ])[ ]?[a-z0-9](?:[ ](?:[a-z0-9.\-]|point|dot)){{3,40}}"  # noqa: E501 - a pattern or a list reads best on its line
)
# Three of the signs of such a name, the third before a space or the at sign: what each has.
_THREE = re.compile(r" [a-z0-9._\-] [a-z0-9._\-][ @]")
_LETTERS_END = re.compile(rf"[a-z0-9._\-]+@(?:[a-z0-9\-]+\.)+?(?:{ENDS})(?=$|[^a-z.]|a(?:$|[^a-z]))")
# Each has a host of mailboxes, an at sign or an opening bracket.
_PICTURES = re.compile(rf"@|[\[({{<][ ]?a[ ]?[\])}}>]|[ ]a[ ](?:{_HOSTS})\b|ⓐ")
_SINGLE_LETTERS: Final = 6
_CUES: Final = frozenset(
    "arobase arobas arrobase arrobas arobaz arrobaz aroba arroba chiocciola arond at chez commercial".split()
)
_MAILS: Final = frozenset(_HOSTS.split("|"))


class _Found(NamedTuple):
    start: int
    end: int
    value: str
    steps: list[str]


class Email:
    """Addresses with an at sign, or with a word or brackets for it."""

    kind: Final = "email"
    words: Final = _CUES | _MAILS

    def may_hold(self, text: Prepared) -> bool:
        """An at sign, a word that stands for one, or a host of mailboxes beside "a"."""
        return (
            "@" in text.folded
            or not _CUES.isdisjoint(text.sought)
            or not _MAILS.isdisjoint(text.sought)
            or "AT" in text.clean
            or "arobase" in text.letters
        )

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Typed addresses first; then spoken ones beside them."""
        _ = region
        taken: list[tuple[int, int]] = []
        for found in (*_typed(text), *_spaced(text), *_spoken(text), *_glued(text)):
            if any(found.start < end and start < found.end for start, end in taken):
                continue
            taken.append((found.start, found.end))
            steps = list(dict.fromkeys([*found.steps, *text.steps(found.start, found.end)]))
            span = text.span(found.start, found.end)
            yield Identifier.after(self.kind, found.value, span, steps)


def _typed(text: Prepared) -> Iterator[_Found]:
    at = text.folded.find("@")
    while at >= 0:
        local = tail(text.folded, at, _NAME_SIGNS).lstrip("._%+-")
        host = _HOST.match(text.folded, at + 1) if local and local[-1] not in ".%+" else None
        if host is not None:
            yield _Found(at - len(local), host.end(), f"{local}@{host[0]}", [])
        at = text.folded.find("@", at + 1)


def _spoken(text: Prepared) -> Iterator[_Found]:
    for sign in _signs(text):
        host = _SPOKEN_HOST.match(text.folded, sign.end())
        local = _LOCAL.search(text.folded, max(0, sign.start() - 80), sign.start()) if host else None
        if host is None or local is None:
            continue
        name, said = written(local[0])
        place, more = written(_BARE_HOST.sub(r"\1.\2", host[0]))
        steps = list(dict.fromkeys([*said, *more, *([] if sign[0].strip() == "@" else ["spoken"])]))
        yield _Found(local.start(), host.end(), f"{name}@{place}", steps or ["spaced"])


def _signs(text: Prepared) -> Iterator[re.Match[str]]:
    """Signs and words that may stand for the at sign, in order."""
    places = [place for word in text.sought & _CUES for place in text.places(word)]
    if not _MAILS.isdisjoint(text.sought) or any(sign in text.folded for sign in "@[({<ⓐ"):
        places += [sign.start() for sign in _PICTURES.finditer(text.folded)]
    seen: set[int] = set()
    for place in sorted(places):
        sign = _AT.search(text.folded, max(0, place - 3), place + 20)
        if sign is not None and sign.start() <= place + 1 and sign.start() not in seen:
            seen.add(sign.start())
            yield sign


def _glued(text: Prepared) -> Iterator[_Found]:
    if "AT" not in text.clean and "robase" not in text.folded and "CHEZ" not in text.clean:
        return
    for match in _GLUED.finditer(text.clean):
        local = _GLUED_AT.split(match[0][: match.start("host") - match.start()])[0]
        host = _GLUED_DOT.sub(".", match["host"])
        if local.strip("._-"):
            yield _Found(match.start(), match.end(), f"{local}@{host}".lower(), ["spoken"])


def _spaced(text: Prepared) -> Iterator[_Found]:
    """Letter by letter: "c a m 6 1 @ g m a i l . c o m"."""
    if sum([len(word) == 1 for word in text.sequence]) < _SINGLE_LETTERS or not _THREE.search(text.folded):
        return
    for match in _LETTERS.finditer(text.folded):
        said = re.sub(rf"[ ](?:{_CALLED})[ ]", "@", match[0])
        joined = re.sub("point|dot", ".", said).replace(" ", "")
        whole = _LETTERS_END.match(joined)
        if whole is not None:
            # One letter of the text for one of the address, from the end of what was read too much.
            end = match.end() - 2 * (len(joined) - len(whole[0]))
            yield _Found(match.start(), end, whole[0], ["spaced"])
