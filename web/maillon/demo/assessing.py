"""Invented children whom the council assesses, through the same services as everybody."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.demo.timeline import ago, in_order
from maillon.protection import services
from maillon.protection.content import NewAssessment, SaidOfParents
from maillon.protection.enums import ActKind, Age, Outcome, ParentsHow, WritingKind
from maillon.protection.models import Assessment
from maillon.protection.rules import Ending
from maillon.referrals.enums import ParentsReason

_FILE = Path(__file__).parent / "data" / "protection.toml"


@dataclass(frozen=True)
class _Assessed:
    """An assessment in the hands of its assessor; `now` is the moment of loading."""

    key: UUID
    assessor: Membership
    now: datetime

    def here(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The assessment, by whom, and when the row says."""
        return {"assessment_id": self.key, "by": self.assessor, "at": ago(self.now, row)}

    def day(self, row: Mapping[str, Any]) -> date:
        """The day of an act."""
        return timezone.localdate(ago(self.now, row))


def assess(members: Mapping[str, Membership], *, at: datetime) -> list[Assessment]:
    """Starts every invented assessment and plays what was done for it, as it would have come about before `at`."""
    return [_play(row, members, at) for row in tomllib.loads(_FILE.read_text("utf-8"))["assessments"]]


def _play(row: Mapping[str, Any], members: Mapping[str, Membership], at: datetime) -> Assessment:
    lead, assessor, started = members[row["lead"]], members[row["assessor"]], ago(at, row)
    new = NewAssessment(
        key=new_id(),
        age=Age(row["age"]),
        child=row["child"],
        received_on=timezone.localdate(started),
        commune_code=row["commune"],
    )
    assessment = services.start(new=new, by=lead, at=started)
    services.assign(assessment_id=assessment.pk, to=assessor, by=lead, at=started)
    assessed = _Assessed(assessment.pk, assessor, at)
    for act in in_order(row["acts"]):
        _ACTS[act["act"]](assessed, act)
    return assessment


def _done(assessed: _Assessed, row: Mapping[str, Any]) -> None:
    words = row.get("text", "")
    services.record_act(**assessed.here(row), kind=ActKind(row["kind"]), on=assessed.day(row), words=words)


def _write(assessed: _Assessed, row: Mapping[str, Any]) -> None:
    services.write(**assessed.here(row), kind=WritingKind(row["kind"]), text=row["text"])


def _parents(assessed: _Assessed, row: Mapping[str, Any]) -> None:
    words = row.get("text", "")
    said = (
        SaidOfParents(informed=True, on=assessed.day(row), how=ParentsHow(row["how"]), words=words)
        if "how" in row
        else SaidOfParents(informed=False, reason=ParentsReason(row["reason"]), words=words)
    )
    services.say_parents(**assessed.here(row), said=said)


def _end(assessed: _Assessed, row: Mapping[str, Any]) -> None:
    services.end(**assessed.here(row), ending=Ending(Outcome(row["outcome"]), why=row["text"]))


_ACTS: Mapping[str, Callable[[_Assessed, Mapping[str, Any]], None]] = {
    "done": _done,
    "write": _write,
    "parents": _parents,
    "end": _end,
}
