"""Invented exit paths and an approval, through the same services as everybody."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.cases.enums import How as AgreedHow
from maillon.cases.models import Case
from maillon.demo.timeline import Step, ago
from maillon.exits import services
from maillon.exits.content import PAPERS, Agreed, Residence
from maillon.exits.enums import EndReason, How, Opinion, PaperKind, PermitKind, RequestKind, Said, Stay
from maillon.exits.models import Request
from maillon.exits.rules import Situation, papers_of
from maillon.vault.keyrings import Keyring

_FILE = Path(__file__).parent / "data" / "exits.toml"
# The pieces that are signed on a day, and where that stands.
_SIGNED = {PaperKind.ENGAGEMENT: "signed_on", PaperKind.SWORN: "declared_on"}


@dataclass(frozen=True)
class Paths:
    """The paths of the invented cases, by the name of each; `now` is the moment of loading."""

    cases: Mapping[str, Case]
    members: Mapping[str, Membership]
    keyrings: Mapping[UUID, Keyring]
    now: datetime
    made: dict[str, UUID] = field(default_factory=dict)

    def steps(self) -> list[Step]:
        """Everything that happens to them, and to the approval that they need."""
        data = tomllib.loads(_FILE.read_text("utf-8"))
        return self._approval(data["approval"]) + [
            Step(ago(self.now, act), partial(_ACTS[act["act"]], _Followed(self, row, data["papers"]), act))
            for row in data["paths"]
            for act in row["acts"]
        ]

    def request_of(self, name: str) -> UUID:
        """The newest request of a path."""
        return Request.objects.filter(path=self.made[name]).latest("position").pk

    def _approval(self, row: Mapping[str, Any]) -> list[Step]:
        association, prefecture = self.members[row["by"]], self.members[row["decided_by"]]
        asked, complete, granted = (self.now - timedelta(days=row[name]) for name in ("asked", "complete", "granted"))
        made: list[UUID] = []

        def ask() -> None:
            approval = services.ask_approval(
                prefecture_id=prefecture.organisation_id,
                departements=row["departements"],
                asked_on=timezone.localdate(asked),
                by=association,
                at=asked,
            )
            made.append(approval.pk)

        def complete_it() -> None:
            day = timezone.localdate(complete)
            services.complete_approval(approval_id=made[0], complete_on=day, by=prefecture, at=complete)

        def grant() -> None:
            day = timezone.localdate(granted)
            services.decide_approval(approval_id=made[0], granted=True, decided_on=day, by=prefecture, at=granted)

        return [Step(asked, ask), Step(complete, complete_it), Step(granted, grant)]


@dataclass(frozen=True)
class _Followed:
    """One path in the hands of who follows her, and of the préfecture."""

    paths: Paths
    row: Mapping[str, Any]
    papers: Mapping[str, Mapping[str, Any]]

    @property
    def case(self) -> Case:
        return self.paths.cases[self.row["case"]]

    @property
    def officer(self) -> Membership:
        return self.paths.members[self.row["prefecture"]]

    def on(self, row: Mapping[str, Any]) -> date:
        """The day of an act."""
        return timezone.localdate(self._at(row))

    def by_worker(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """By who follows her, and when."""
        return {"by": self.case.responsible, "at": self._at(row)}

    def path(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The path, by who follows her, and when."""
        return {"path_id": self.paths.made[self.row["case"]], **self.by_worker(row)}

    def request(self, row: Mapping[str, Any], by: Membership | None = None) -> dict[str, Any]:
        """The newest request, by somebody or by who follows her, and when."""
        request = {"request_id": self.paths.request_of(self.row["case"]), **self.by_worker(row)}
        return request if by is None else {**request, "by": by}

    def agreed(self, row: Mapping[str, Any]) -> Agreed:
        """She agrees, by voice, in her language."""
        return Agreed(how=AgreedHow.SPOKEN, language=self.case.language, given_at=self._at(row))

    def _at(self, row: Mapping[str, Any]) -> datetime:
        return ago(self.paths.now, row)


def _start(followed: _Followed, row: Mapping[str, Any]) -> None:
    path = services.start(
        case_id=followed.case.pk,
        prefecture_id=followed.officer.organisation_id,
        **followed.by_worker(row),
    )
    followed.paths.made[followed.row["case"]] = path.pk


def _explain(followed: _Followed, row: Mapping[str, Any]) -> None:
    language, how = followed.case.language, How(row.get("how", How.SPOKEN))
    services.explain(**followed.path(row), language=language, how=how, explained_on=followed.on(row))


def _ask(followed: _Followed, row: Mapping[str, Any]) -> None:
    ask = services.ask_renewal if row.get("renewal") else services.ask_entry
    ask(**followed.path(row), agreed=followed.agreed(row))


def _write(followed: _Followed, row: Mapping[str, Any]) -> None:
    request = followed.request(row)
    kind = RequestKind(Request.objects.get(pk=request["request_id"]).kind)
    for paper in papers_of(kind)[: row.get("papers")]:
        told = {**followed.papers[paper.value], **followed.row.get(paper.value, {})}
        if paper in _SIGNED:
            told[_SIGNED[paper]] = followed.on(row).isoformat()
        services.write_paper(**request, paper=PAPERS[paper](**told))


def _aid(followed: _Followed, row: Mapping[str, Any]) -> None:
    situation = Situation(
        age=row["age"],
        stay=Stay(row["stay"]),
        income_below=Said.YES,
        rsa_or_ada=Said.NO,
        children=row.get("children", 0),
    )
    services.simulate_aid(**followed.request(row), situation=situation)


def _submit(followed: _Followed, row: Mapping[str, Any]) -> None:
    keyring = followed.paths.keyrings[followed.case.responsible.member_id]
    services.submit(**followed.request(row), agreed=followed.agreed(row), keyring=keyring)


def _opinion(followed: _Followed, row: Mapping[str, Any]) -> None:
    request = followed.request(row, followed.officer)
    services.note_opinion(**request, opinion=Opinion.FAVOURABLE, given_on=followed.on(row))


def _grant(followed: _Followed, row: Mapping[str, Any]) -> None:
    request = followed.request(row, followed.officer)
    services.grant(**request, decided_on=followed.on(row), aid_granted=row.get("aid"))


def _refuse(followed: _Followed, row: Mapping[str, Any]) -> None:
    request = followed.request(row, followed.officer)
    services.refuse(**request, decided_on=followed.on(row), reasons=row["reasons"])


def _begin(followed: _Followed, row: Mapping[str, Any]) -> None:
    services.begin(**followed.path(row), told_on=followed.on(row))


def _permit(followed: _Followed, row: Mapping[str, Any]) -> None:
    residence = Residence(
        kind=PermitKind.APS,
        from_on=followed.on(row).isoformat(),
        until_on=(followed.on(row) + timedelta(days=row["lasts_days"])).isoformat(),
    )
    services.note_permit(**followed.path(row), residence=residence)


def _end(followed: _Followed, row: Mapping[str, Any]) -> None:
    services.end(**followed.path(row), reason=EndReason(row["reason"]), ended_on=followed.on(row))


_ACTS: Mapping[str, Callable[[_Followed, Mapping[str, Any]], None]] = {
    "start": _start,
    "explain": _explain,
    "ask": _ask,
    "write": _write,
    "aid": _aid,
    "submit": _submit,
    "opinion": _opinion,
    "grant": _grant,
    "refuse": _refuse,
    "begin": _begin,
    "permit": _permit,
    "end": _end,
}
