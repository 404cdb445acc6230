"""What the directory does when a lower app reports something."""

from maillon.journal import services as journal
from maillon.journal.enums import Action
from maillon.territories.events import CompetenceChanged


def record_competence(event: CompetenceChanged) -> None:
    """Writes to the journal who said that which service covers a commune."""
    journal.record(
        by=event.by,
        at=event.at,
        action=Action.COMPETENCE_CHANGED,
        subject_kind="competence",
        subject_id=event.competence_id,
        details={
            "commune": event.commune,
            "kind": event.kind,
            "before": event.before,
            "after": event.after,
            "confidence": event.confidence,
        },
    )
