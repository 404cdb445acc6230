"""One act on an assessment: locked first, its lines in the journal last."""

from datetime import datetime
from typing import Any
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.base.locking import locked_row
from maillon.journal.enums import Action
from maillon.journal.services import Entry, record_many
from maillon.protection.models import Assessment
from maillon.protection.refusals import NotAllowed
from maillon.protection.rights import Ability, on_assessment
from maillon.vault import services as vault
from maillon.vault.models import SealedItem

KIND = "assessment"


class Act:
    """What somebody, or the machine, does to a locked assessment. `finish` writes the journal."""

    def __init__(self, assessment: Assessment, by: Membership | None, at: datetime) -> None:
        self.assessment, self.by, self.at = assessment, by, at
        self._lines: list[Entry] = []

    def save(self, **fields: Any) -> None:
        """Sets these fields of the assessment."""
        for name, value in fields.items():
            setattr(self.assessment, name, value)
        self.assessment.save(update_fields=list(fields))

    def seal(self, text: str, kind: str) -> SealedItem:
        """Seals a text to the organisation that assesses, and to nobody else."""
        assessment = self.assessment
        return vault.seal(
            plaintext=text.encode(),
            kind=kind,
            subject_id=assessment.pk,
            organisations=[assessment.organisation_id],
            at=self.at,
        )

    def seal_if_any(self, text: str, kind: str) -> SealedItem | None:
        """The same, and nothing for an empty text."""
        return self.seal(text.strip(), kind) if text.strip() else None

    def line(self, action: Action, *, reason: str = "", details: dict[str, Any] | None = None) -> None:
        """A line about the assessment: codes and keys, never content."""
        self._lines.append(
            Entry(
                by=self.by,
                at=self.at,
                action=action,
                subject_kind=KIND,
                subject_id=self.assessment.pk,
                reason=reason,
                details=details,
            )
        )

    def finish(self) -> Assessment:
        """Writes the journal, at the end of the transaction."""
        record_many(self._lines)
        return self.assessment


def locked(key: UUID, *, skip_locked: bool = False) -> Assessment | None:
    """The assessment, locked until the caller's transaction ends; None when there is none, or somebody else has it."""
    query = Assessment.objects.select_related("organisation", "assessor__member", "words").filter(pk=key)
    return locked_row(query, skip_locked=skip_locked)


def act_on(key: UUID, by: Membership, at: datetime, ability: Ability) -> Act:
    """An act of `by`. Raises NotAllowed when it does not exist or she lacks the ability: both look the same."""
    assessment = locked(key)
    if assessment is None or ability not in on_assessment(by, assessment):
        raise NotAllowed
    return Act(assessment, by, at)
