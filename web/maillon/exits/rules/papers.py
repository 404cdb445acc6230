"""What a file is made of, and what is still missing (CASF R121-12-11 and R121-12-12; circulaire du 31 janvier 2017)."""

from collections.abc import Collection

from maillon.exits.enums import PaperKind, RequestKind

_ENTRY = (
    PaperKind.IDENTITY,
    PaperKind.SITUATION,
    PaperKind.ENGAGEMENT,
    PaperKind.SWORN,
    PaperKind.ASSOCIATION,
)
# For a renewal what was done in six months, and what stood in the way, comes before new commitments.
_RENEWAL = (PaperKind.REVIEW, *_ENTRY)


def papers_of(kind: RequestKind) -> tuple[PaperKind, ...]:
    """Everything that the file holds, in its order."""
    return _ENTRY if kind is RequestKind.ENTRY else _RENEWAL


def missing(kind: RequestKind, written: Collection[PaperKind]) -> tuple[PaperKind, ...]:
    """What is still to be written before it can be handed over, in order."""
    return tuple(paper for paper in papers_of(kind) if paper not in written)
