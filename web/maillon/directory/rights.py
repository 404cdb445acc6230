"""Who may do what with the entries of the directory. The one place that knows; views and templates ask it."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from maillon.directory.models import Service


class Ability(StrEnum):
    """What somebody may do with a service."""

    SAY_ANSWERED = "say_answered"
    SAY_CAPACITY = "say_capacity"
    CONFIRM = "confirm"
    EDIT = "edit"
    END = "end"
    REOPEN = "reopen"
    DECIDE_ZONE = "decide_zone"
    SET_CONFIDENCE = "set_confidence"


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Somebody as the directory sees her; `accounts.rights.asker` makes one of a membership.

    `keeps`: keeps the whole directory. `leads`: leads her organisation. `works`: receives people's situations there.
    """

    organisation_id: UUID | None
    keeps: bool = False
    leads: bool = False
    works: bool = False


def on_service(asker: Asker, service: Service) -> frozenset[Ability]:
    """What she may do with this service. Needs its provider loaded; asks nothing else of the database.

    Whoever keeps the directory may do everything; a lead everything with her own organisation's services but saying how
    sure a fact is; whoever works there says how many places are free; any member says whether the phone answered.
    """
    if service.ended_on is not None:
        return frozenset({Ability.REOPEN}) if _edits(asker, service) else frozenset()
    found = {Ability.SAY_ANSWERED}
    if _edits(asker, service):
        found |= {Ability.SAY_CAPACITY, Ability.CONFIRM, Ability.EDIT, Ability.END, Ability.DECIDE_ZONE}
    if asker.works and _own(asker, service):
        found.add(Ability.SAY_CAPACITY)
    if asker.keeps:
        found.add(Ability.SET_CONFIDENCE)
    return frozenset(found)


def may_add(asker: Asker) -> bool:
    """Whether she may add a service: keepers for anybody, leads for their own organisation."""
    return asker.keeps or (asker.leads and asker.organisation_id is not None)


def _edits(asker: Asker, service: Service) -> bool:
    return asker.keeps or (asker.leads and _own(asker, service))


def _own(asker: Asker, service: Service) -> bool:
    return asker.organisation_id is not None and service.provider.organisation_id == asker.organisation_id
