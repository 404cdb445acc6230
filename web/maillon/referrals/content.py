"""What somebody writes who refers a person: the draft, before it is checked and sealed. Pure values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from maillon.directory.enums import Need
from maillon.referrals.enums import How, ParentsReason, PartKind
from maillon.speaking.code import Code


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One service that is to be asked, and what it is to be told.

    For an adult `how` and `given_at` say how and when she agreed to exactly this; for a minor both are None.
    `language` is the one in which the agreement was asked (`fr`, or another of base.languages). `contact_email` is for
    a service whose organisation does not take part: the address that its link is sent to; empty, the service's own.
    """

    service_id: UUID
    parts: frozenset[PartKind]
    how: How | None = None
    language: str = "fr"
    given_at: datetime | None = None
    contact_email: str = ""


@dataclass(frozen=True, kw_only=True)
class NewReferral:
    """A referral that is to be made. Its repr shows nothing of what is told.

    `draft_id` is what one sending is told apart by: the same twice is one referral. `wanted` stand in the order in
    which they are asked, one after the other. `parts` holds only what was written; kinds that nobody wants are not
    stored. `report_id` is the report it comes from, if any: then the person's code is that of the report. `code` is a
    fresh one, made with `speaking.code.new_code` for a person who has none and wants to follow; `code_language` is
    hers. `seen_version` is the version of the draft that this was made of; None where there is no draft to compare.
    """

    draft_id: UUID
    seen_version: int | None = None
    commune_code: str
    needs: tuple[Need, ...]
    minor: bool
    parts: Mapping[PartKind, str] = field(repr=False)
    wanted: tuple[Wanted, ...]
    urgent: bool = False
    parents_informed: bool | None = None
    parents_reason: ParentsReason | None = None
    report_id: UUID | None = None
    code: Code | None = field(default=None, repr=False)
    code_language: str = "fr"


@dataclass(frozen=True)
class OpenedParts:
    """What a reader was given of a referral, by kind; the repr does not show it."""

    texts: Mapping[PartKind, str] = field(repr=False)

    def text(self, kind: PartKind) -> str:
        """One part, or nothing where there is none or it is not for this reader."""
        return self.texts.get(kind, "")

    def in_order(self) -> list[tuple[PartKind, str]]:
        """What there is to read, in the order of the kinds."""
        return [(kind, text) for kind in PartKind if (text := self.text(kind))]
