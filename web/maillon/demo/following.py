"""Invented people who are followed, through the same services as everybody."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.cases import services
from maillon.cases.content import NewCase, NewConsent, NewShare, Reaching, SafetyPlan
from maillon.cases.enums import Area, ClosingReason, Doer, EntryKind, How, Means, NeedLevel, Purpose
from maillon.cases.models import Case
from maillon.demo.timeline import ago, in_order
from maillon.directory.models import Organisation
from maillon.vault.keyrings import Keyring

_FILE = Path(__file__).parent / "data" / "cases.toml"
_SHARED_FOR = timedelta(days=120)


@dataclass(frozen=True)
class _Followed:
    """A case in the hands of its worker; `now` is the moment of loading."""

    case: Case
    worker: Membership
    keyrings: Mapping[UUID, Keyring]
    organisations: Mapping[str, Organisation]
    now: datetime

    def here(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The case, by whom, and when the row says."""
        return {"case_id": self.case.pk, "by": self.worker, "at": ago(self.now, row)}


def follow(
    organisations: Mapping[str, Organisation],
    members: Mapping[str, Membership],
    keyrings: Mapping[UUID, Keyring],
    *,
    at: datetime,
) -> dict[str, Case]:
    """Opens every invented case and plays what happened in it, as it would have come about before `at`.

    Returns the cases by the names that stand in the data file.
    """
    rows = tomllib.loads(_FILE.read_text("utf-8"))["cases"]
    return {row["name"]: _play(row, organisations, members, keyrings, at) for row in rows}


def _play(
    row: Mapping[str, Any],
    organisations: Mapping[str, Organisation],
    members: Mapping[str, Membership],
    keyrings: Mapping[UUID, Keyring],
    at: datetime,
) -> Case:
    worker = members[row["worker"]]
    new = NewCase(
        draft_id=new_id(),
        pseudonym=row["name"],
        adult=True,
        language=row["language"],
        commune_code=row.get("commune"),
    )
    case = services.open_case(new=new, by=worker, at=ago(at, row))
    followed = _Followed(case, worker, keyrings, organisations, at)
    for act in in_order(row["acts"]):
        _ACTS[act["act"]](followed, act)
    if "closed" in row:
        services.close(case_id=case.pk, reason=ClosingReason(row["closed"]), by=worker, at=at - timedelta(days=30))
    return case


def _need(followed: _Followed, row: Mapping[str, Any]) -> None:
    area, level = Area(row["area"]), NeedLevel(row["level"])
    services.assess(**followed.here(row), area=area, level=level, text=row.get("text", ""))


def _reaching(followed: _Followed, row: Mapping[str, Any]) -> None:
    services.write_piece(**followed.here(row), piece=Reaching(text=row["text"]))


def _safety_plan(followed: _Followed, row: Mapping[str, Any]) -> None:
    told = {name: value for name, value in row.items() if name not in {"act", "days_ago"}}
    services.write_piece(**followed.here(row), piece=SafetyPlan(**told))


def _goal(followed: _Followed, row: Mapping[str, Any]) -> None:
    goal = services.set_goal(**followed.here(row), text=row["text"])
    if "action" in row:
        services.plan_action(
            **followed.here(row),
            text=row["action"],
            doer=Doer.TOGETHER,
            due_on=localdate(followed.now) + timedelta(days=row["due_in_days"]),
            goal_id=goal.pk,
        )


def _contact(followed: _Followed, row: Mapping[str, Any]) -> None:
    here = followed.here(row)
    told = {"means": Means(row["means"]), "made": row["made"], "text": row.get("text", "")}
    services.record_contact(**here, **told, happened_at=here["at"])


def _note(followed: _Followed, row: Mapping[str, Any]) -> None:
    services.write_note(**followed.here(row), text=row["text"])


def _appointment(followed: _Followed, row: Mapping[str, Any]) -> None:
    day = followed.now + timedelta(days=row["in_days"])
    starts_at = day.replace(hour=9, minute=30, second=0, microsecond=0)
    services.appoint(**followed.here(row), starts_at=starts_at, minutes=row["minutes"], text=row["text"])


def _consent(followed: _Followed, row: Mapping[str, Any]) -> None:
    here = followed.here(row)
    new = NewConsent(
        purpose=Purpose.SHARING,
        how=How.SPOKEN,
        given_at=here["at"],
        language=followed.case.language,
        recipient_id=followed.organisations[row["recipient"]].pk,
        kinds=_kinds(row),
    )
    services.give_consent(**here, new=new)


def _share(followed: _Followed, row: Mapping[str, Any]) -> None:
    here, recipient = followed.here(row), followed.organisations[row["recipient"]]
    agreed = followed.case.consents.get(recipient=recipient, withdrawn_at=None)
    new = NewShare(
        kinds=_kinds(row),
        until=localdate(here["at"] + _SHARED_FOR),
        organisation_id=recipient.pk,
        consent_id=agreed.pk,
    )
    services.share(**here, new=new, keyring=followed.keyrings[followed.worker.member_id])


def _correction(followed: _Followed, row: Mapping[str, Any]) -> None:
    services.ask_correction(**followed.here(row), text=row["text"])


def _kinds(row: Mapping[str, Any]) -> frozenset[EntryKind]:
    return frozenset(EntryKind(kind) for kind in row["kinds"])


_ACTS: Mapping[str, Callable[[_Followed, Mapping[str, Any]], None]] = {
    "need": _need,
    "reaching": _reaching,
    "safety_plan": _safety_plan,
    "goal": _goal,
    "contact": _contact,
    "note": _note,
    "appointment": _appointment,
    "consent": _consent,
    "share": _share,
    "correction": _correction,
}
