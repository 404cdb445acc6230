"""Which of a file's columns are ours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from maillon_engine.errors import BatchRefused

REQUIRED = ("id", "text")
# Names that others give them, besides our own; a name said on the command line counts alone.
KNOWN: Mapping[str, tuple[str, ...]] = {
    "id": ("identifiant", "ad_id", "_id"),
    "text": ("texte", "body", "contenu", "description", "message"),
    "posted_at": ("date", "published_at", "date_publication", "timestamp"),
    "place": ("lieu", "ville", "commune", "city", "location"),
    "source": ("site",),
    "image_hash": ("phash", "hash_image"),
}


@dataclass(frozen=True)
class Columns:
    """Our column names with what they are called in the batch, where that was said."""

    said: Mapping[str, str] = field(default_factory=dict)

    def among(self, present: Iterable[str]) -> dict[str, str]:
        """Our names with the names that are present, as far as they are."""
        by_fold = {name.strip().casefold(): name for name in reversed(list(present))}
        found = {}
        for ours, others in KNOWN.items():
            wanted = (self.said[ours],) if ours in self.said else (ours, *others)
            name = next((by_fold[other.casefold()] for other in wanted if other.casefold() in by_fold), None)
            if name is not None:
                found[ours] = name
        return found

    def required_among(self, present: Iterable[str], where: str) -> dict[str, str]:
        """As `among`. Raises BatchRefused when the column of the id or of the text is not there."""
        names = list(present)
        found = self.among(names)
        for ours in REQUIRED:
            if ours not in found:
                message = (
                    f"{where}: there is no column {self.said.get(ours, ours)!r}. "
                    f"Its columns are: {', '.join(names[:30]) or 'none'}. Name the right one with --{ours}."
                )
                raise BatchRefused(message)
        return found
