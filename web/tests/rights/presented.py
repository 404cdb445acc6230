"""Exit paths for the matrix: one at each point where an address makes sense, of one association and one préfecture."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.timezone import localdate

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.base import clock
from maillon.base.ids import new_id
from maillon.exits import services
from maillon.exits.content import Residence
from maillon.exits.models import Approval, Path
from tests.exits.factories import (
    APPROVED,
    World,
    advised,
    asked,
    granted,
    last_of,
    make_case,
    running,
    started,
    submitted,
)
from tests.reports.factories import House, Person, make_house, make_person
from tests.rights.relations import Relation


@dataclass(frozen=True)
class Presented:
    """Keyword arguments of addresses, by what the matrix calls their objects, and the two who act."""

    objects: dict[str, dict[str, Any]]
    people: dict[Relation, Membership]


def presented() -> Presented:
    """Everything, through the services: somebody new for each point."""
    home, prefecture = _home(), make_house(prefecture=True)
    lead = make_person(home.organisation, Role.LEAD)
    started_, permit = _with_permit(_world(home, lead, prefecture))
    return Presented(
        objects={
            "followed": {"case_id": make_case(lead, at=clock.now()).pk},
            "exit_started": _key("path_id", started_),
            "exit_permit": {**_key("path_id", started_), "permit_id": permit.pk},
            **_requests(home, lead, prefecture),
            **_approvals(lead, prefecture),
        },
        people={Relation.PRESENTING: lead.membership, Relation.INSTRUCTING: prefecture.reader.membership},
    )


def _home() -> House:
    return make_house(psp_approved_from=APPROVED[0], psp_approved_until=APPROVED[1])


def _world(home: House, lead: Person, prefecture: House) -> World:
    case = make_case(lead, at=clock.now())
    return World(case, home, lead, lead, home.reader, home, prefecture, prefecture)


def _with_permit(world: World) -> tuple[Path, Model]:
    path, by, at = started(world, at=clock.now()), world.worker.membership, clock.now()
    return path, services.note_permit(path_id=path.pk, residence=Residence(), by=by, at=at)


def _requests(home: House, lead: Person, prefecture: House) -> dict[str, dict[str, UUID]]:
    at = clock.now()
    worlds = [_world(home, lead, prefecture) for _point in range(5)]
    preparing = asked(worlds[0], at=at)
    sent = submitted(worlds[1], asked(worlds[1], at=at), at=at)
    advised_ = advised(worlds[2], submitted(worlds[2], asked(worlds[2], at=at), at=at), at=at)
    given = asked(worlds[3], at=at)
    granted(worlds[3], submitted(worlds[3], given, at=at), at=at)
    return {
        "exit_preparing": _key("request_id", last_of(preparing)),
        "exit_submitted": _key("request_id", sent),
        "exit_advised": _key("request_id", advised_),
        "exit_granted": _key("path_id", given),
        "exit_running": _key("path_id", running(worlds[4], at=at)),
    }


def _approvals(lead: Person, prefecture: House) -> dict[str, dict[str, UUID]]:
    at, by = clock.now(), lead.membership
    where = {"prefecture": prefecture.organisation, "association": by.organisation, "asked_by": by}
    today = localdate(at)
    made = {
        "approval_missing": Approval(id=new_id(), state="missing", asked_on=today, claimed_on=today, **where),
        "approval_granted": Approval(
            id=new_id(),
            state="granted",
            asked_on=today,
            decided_on=today,
            decided_by=prefecture.reader.membership,
            from_on=APPROVED[0],
            until_on=APPROVED[1],
            **where,
        ),
        "approval_asked": Approval(
            id=new_id(), state="asked", asked_on=today, **{**where, "association": _home().organisation}
        ),
    }
    for approval in made.values():
        approval.save(force_insert=True)
    return {name: _key("approval_id", approval) for name, approval in made.items()}


def _key(name: str, row: Model) -> dict[str, UUID]:
    return {name: row.pk}
