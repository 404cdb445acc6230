"""A sent report as its author follows it: who has it, which clock runs there, and what is left to do."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.accounts.models import Membership
from maillon.directory.enums import OrganisationKind
from maillon.guidance.enums import AgeClass, OffenceKnown
from maillon.portals.components.guided import StepLine, known_step
from maillon.reports.deadlines import Due, deadlines
from maillon.reports.enums import Direction
from maillon.reports.letters import LetterKind, letters_for
from maillon.reports.models import GuidedStep, Message, Report, Transmission
from maillon.reports.proposals import statuses_of
from maillon.reports.rights import Ability, on_transmission

LETTER_NAMES: dict[LetterKind, str | Promise] = {
    LetterKind.ARTICLE_40: _("Avis au procureur (article 40)"),
    LetterKind.INFORMATION_PREOCCUPANTE: _("Information préoccupante à la CRIP"),
    LetterKind.SIGNALEMENT: _("Signalement au procureur"),
}


@dataclass(frozen=True)
class AtRecipient:
    """One transmission as its author sees it."""

    transmission: Transmission
    deadlines: tuple[Due, ...]
    talks: bool
    unread: bool


@dataclass(frozen=True)
class Task:
    """One guided step and whether it is done; `line` is None when today's rules no longer have it."""

    step: GuidedStep
    line: StepLine | None
    # The sending itself was this step.
    sent: bool


@dataclass(frozen=True)
class Followed:
    """All that its author follows of a report."""

    recipients: tuple[AtRecipient, ...]
    tasks: tuple[Task, ...]


def followed(report: Report, membership: Membership, at: datetime) -> Followed:
    """The report's recipients and tasks. Needs transmissions, recipients and steps prefetched."""
    on = timezone.localdate(at)
    sent = {item.step_code for item in report.transmissions.all() if item.parent_id is None}
    unread = _unread(report)
    steps = sorted(report.steps.all(), key=lambda step: step.position)
    return Followed(
        recipients=tuple(
            _at_recipient(item, report, membership, unread=item.id in unread)
            for item in sorted(report.transmissions.all(), key=lambda item: item.sent_at)
        ),
        tasks=tuple(Task(step, known_step(step.code, on), step.code in sent) for step in steps),
    )


def _at_recipient(transmission: Transmission, report: Report, membership: Membership, *, unread: bool) -> AtRecipient:
    transmission.report = report
    talks = Ability.READ_MESSAGES in on_transmission(membership, transmission)
    return AtRecipient(transmission, deadlines(transmission), talks, unread)


def _unread(report: Report) -> set[UUID]:
    waiting = Message.objects.filter(transmission__report=report, direction=Direction.TO_REPORTER, read_at=None)
    return set(waiting.values_list("transmission_id", flat=True))


def letters_of(report: Report, membership: Membership) -> list[tuple[LetterKind, str | Promise]]:
    """The letters that the author may print about the report, with their names."""
    kinds = letters_for(
        kind=OrganisationKind(membership.organisation.kind),
        statuses=statuses_of(membership),
        age=AgeClass(report.facts["age"]),
        offence=OffenceKnown(report.facts["offence"]),
    )
    return [(kind, LETTER_NAMES[kind]) for kind in kinds]
