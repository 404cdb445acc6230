"""Figures of a period: how long until somebody met her, what services answered. Small numbers are held back (G9)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from maillon.referrals.enums import ReferralState, RefusalReason, StepState
from maillon.referrals.models import Referral, Step
from maillon.referrals.rules import TAKEN
from maillon.referrals.rules.disclosure import fewest, held_back

_ACCEPTED, _SILENT = "accepted", "silent"


@dataclass(frozen=True)
class Figures:
    """Counts by code; None where a number is too small to be shown, or would give such a one away.

    `days_to_answer` and `days_to_contact` are medians, in days from the referral's making: to the first answer of a
    service, and to the first meeting. None where too few were answered, or met.
    """

    referrals: int | None
    by_state: Mapping[ReferralState, int | None]
    accepted: int | None
    silent: int | None
    by_reason: Mapping[RefusalReason, int | None]
    days_to_answer: float | None
    days_to_contact: float | None


@dataclass(frozen=True)
class _Row:
    """What of one step is counted."""

    referral_id: UUID
    made_at: datetime
    state: str
    reason: str
    answered_at: datetime | None
    met_at: datetime | None

    @property
    def answer(self) -> str | None:
        """The code it is counted under; None while nothing is answered, and where it was taken back before."""
        if self.reason or self.state == StepState.SILENT:
            return self.reason or _SILENT
        return _ACCEPTED if self.state in TAKEN else None


def figures(*, since: datetime, until: datetime, organisation_id: UUID | None = None) -> Figures:
    """The referrals made in [since, until), of one organisation that refers or of all, and what became of them."""
    made = Referral.objects.filter(created_at__gte=since, created_at__lt=until)
    if organisation_id is not None:
        made = made.filter(organisation_id=organisation_id)
    minors = made.filter(minor=True).exists()
    states = Counter(ReferralState(state) for state in made.values_list("state", flat=True))
    rows = [_Row(*values) for values in _steps(made)]
    answers = held_back(Counter(row.answer for row in rows if row.answer), minors=minors)
    by_state = held_back(states, minors=minors)
    return Figures(
        referrals=held_back({"all": states.total()}, minors=minors)["all"],
        by_state={state: by_state.get(state, 0) for state in ReferralState},
        accepted=answers.get(_ACCEPTED, 0),
        silent=answers.get(_SILENT, 0),
        by_reason={reason: answers.get(reason, 0) for reason in RefusalReason},
        days_to_answer=_median([(row, row.answered_at) for row in rows], minors=minors),
        days_to_contact=_median([(row, row.met_at) for row in rows], minors=minors),
    )


def _steps(made: QuerySet[Referral]) -> Iterable[tuple[Any, ...]]:
    columns = ("referral_id", "referral__created_at", "state", "refusal_reason", "answered_at", "met_at")
    return Step.objects.filter(referral__in=made, proposed_at__isnull=False).values_list(*columns)


def _median(moments: Iterable[tuple[_Row, datetime | None]], *, minors: bool) -> float | None:
    """The days to the first of these moments of each referral, at the middle; None where too few have one."""
    first: dict[UUID, float] = {}
    for row, moment in moments:
        if moment is not None:
            days = (moment - row.made_at) / timedelta(days=1)
            first[row.referral_id] = min(days, first.get(row.referral_id, days))
    return round(median(first.values()), 1) if len(first) >= fewest(minors=minors) else None
