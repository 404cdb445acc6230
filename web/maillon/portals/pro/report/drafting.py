"""A draft in somebody's hands: opened, put on its path, and saved without answers that no longer belong to it."""

from collections.abc import Collection, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from maillon.accounts.http import MemberRequest
from maillon.accounts.models import Membership
from maillon.guidance import rulebook
from maillon.guidance.concern import Reading
from maillon.guidance.enums import AgeClass, Identity, ReporterStatus, Seen
from maillon.guidance.records import Sign
from maillon.guidance.rules import reading, route
from maillon.portals.pro.report.path import StepName, first_open, following, off_path, path
from maillon.reports import services
from maillon.reports.content import ReportContent
from maillon.reports.models import Draft, Report
from maillon.reports.proposals import may_hold_traces, statuses_of
from maillon.reports.rights import Ability, on_draft

_DEFAULTS = {item.name: item.default for item in fields(ReportContent) if item.default is not MISSING}


class SentAlready(Exception):  # noqa: N818 - it leads to the receipt
    """The draft has become a report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__()


@dataclass(frozen=True)
class Reporter:
    """Who writes, as far as the questions depend on it."""

    membership: Membership
    statuses: frozenset[ReporterStatus]
    traces: bool
    on: date

    def steps(self, content: ReportContent) -> tuple[StepName, ...]:
        """The screens for these answers."""
        return path(
            content, self.statuses, identity=identity_moves(content, self.statuses, self.on), traces=self.traces
        )

    def signs(self, content: ReportContent) -> tuple[Sign, ...]:
        """The signs of the reporter's trade that speak of a person of this age."""
        return rulebook.load().indicators.asked_of(self.membership.organisation.kind, minor=content.minor)

    def reading(self, content: ReportContent) -> Reading:
        """What the answers about signs amount to. Raises ValueError while the age is not answered."""
        given = content.answers_about_signs
        answers = {sign.code: given.get(sign.code, Seen.UNSURE) for sign in self.signs(content)}
        return reading(answers, content.facts(self.statuses), rulebook.load())

    def tidied(self, content: ReportContent) -> ReportContent:
        """The same answers without those whose question is not asked, or no longer."""
        while True:
            steps = self.steps(content)
            stale = {name: _DEFAULTS[name] for name in off_path(steps) if getattr(content, name) != _DEFAULTS[name]}
            if not stale:
                break
            content = content.changed(**stale)
        known = {sign.code for sign in self.signs(content)}
        return content.changed(
            signs=tuple(code for code in content.signs if code in known),
            signs_absent=tuple(code for code in content.signs_absent if code in known),
            answered=tuple(step for step in steps if step in content.answered),
        )


@dataclass(frozen=True)
class Writing:
    """An opened draft."""

    draft: Draft
    content: ReportContent
    reporter: Reporter

    @property
    def steps(self) -> tuple[StepName, ...]:
        """The screens of this draft's path."""
        return self.reporter.steps(self.content)

    def first_open(self) -> StepName | None:
        """Where to take the draft up again."""
        return first_open(self.steps, self.content.answered)

    def after(self, step: StepName) -> StepName | None:
        """The screen that follows `step`; None when only the review is left."""
        return following(self.steps, self.content.answered, step)

    def answering(self, step: StepName, answers: Mapping[str, Any], *, finished: bool = True) -> ReportContent:
        """The content with the answers of one screen; it counts as answered when `finished`."""
        answered: Collection[str] = self.content.answered
        if finished and step not in answered:
            answered = (*answered, step.value)
        return self.reporter.tidied(self.content.changed(**answers, answered=tuple(answered)))


def identity_moves(content: ReportContent, statuses: frozenset[ReporterStatus], on: date) -> bool:
    """Whether the rules let the person's identity go to anybody, for these answers."""
    if content.age is None:
        return False
    steps = route(content.facts(statuses), rulebook.load(), on).transmissions()
    adult_agreed = content.age is AgeClass.ADULT and content.agreement
    return any(
        step.identity is Identity.ALLOWED or (step.identity is Identity.WITH_AGREEMENT and adult_agreed)
        for step in steps
    )


def reporter_of(membership: Membership, at: datetime) -> Reporter:
    """Who writes, on the day of `at`."""
    on = timezone.localdate(at)
    return Reporter(membership, statuses_of(membership), may_hold_traces(membership.organisation, on), on)


def open_writing(request: MemberRequest, draft_id: UUID, at: datetime) -> Writing:
    """The member's draft. Raises SentAlready when it has become a report, Http404 when there is none of hers."""
    draft = Draft.objects.select_related("item").filter(pk=draft_id).first()
    if draft is None or Ability.EDIT not in on_draft(request.membership, draft):
        _raise_gone(request.membership, draft_id)
    assert draft is not None
    content = services.open_draft(draft=draft, by=request.membership, keyring=request.keyring)
    return Writing(draft, content, reporter_of(request.membership, at))


def _raise_gone(membership: Membership, draft_id: UUID) -> None:
    report = Report.objects.filter(draft_id=draft_id, author=membership).first()
    if report is None:
        raise Http404
    raise SentAlready(report)


def save(writing: Writing, content: ReportContent, *, seen_version: int, at: datetime) -> Writing:
    """Seals the answers over the version that was seen. Raises DraftMovedOn when there is a newer one."""
    draft = services.save_draft(
        content=content,
        draft_id=writing.draft.id,
        seen_version=seen_version,
        by=writing.reporter.membership,
        at=at,
    )
    return Writing(draft, content, writing.reporter)
