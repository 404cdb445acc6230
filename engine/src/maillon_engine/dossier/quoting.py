"""Texts cut into pieces to be shown: what is marked, what stands around it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from maillon_engine.dossier.masking import Span

AROUND = 70


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `kind` is empty where nothing is marked."""

    text: str
    kind: str = ""


def pieces(text: str, spans: Iterable[Span]) -> list[Piece]:
    """The whole text, its spans marked. Of two spans that overlap the one that begins first counts."""
    cut: list[Piece] = []
    place = 0
    for span in sorted(spans, key=lambda item: (item.start, -item.end)):
        start, end = max(span.start, 0), min(span.end, len(text))
        if start < place or start >= end:
            continue
        if start > place:
            cut.append(Piece(text[place:start]))
        cut.append(Piece(text[start:end], span.kind))
        place = end
    if place < len(text):
        cut.append(Piece(text[place:]))
    return cut


def around(text: str, spans: Sequence[Span]) -> list[Piece]:
    """The neighbourhood of the spans, cut at words, with an ellipsis where it was cut."""
    if not spans:
        return pieces(text, ())
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    start, end = _word_start(text, first - AROUND), _word_end(text, last + AROUND)
    moved = [Span(span.start - start, span.end - start, span.kind) for span in spans]
    cut = pieces(text[start:end], moved)
    return [*([Piece("… ")] if start else []), *cut, *([Piece(" …")] if end < len(text) else [])]


def _word_start(text: str, place: int) -> int:
    if place <= 0:
        return 0
    space = text.find(" ", place)
    return space + 1 if 0 <= space < place + AROUND else place


def _word_end(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", 0, place)
    return space if space > place - AROUND else place
