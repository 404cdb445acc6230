"""G8: what was told is destroyed with its keys two years after the last contact; figures and proof stay."""

import datetime as dt

import pytest

from maillon.base.events import publish
from maillon.cases.events import CaseErased
from maillon.exits import services
from maillon.exits.content import Residence
from maillon.exits.enums import EndReason, Opinion, PathState, Reading, RequestState
from maillon.exits.models import Aid, Explained, Paper, Path, Permit, Request
from maillon.exits.refusals import Erased, NotAllowed
from maillon.exits.rights import Ability, on_path
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault.models import SealedItem
from tests.exits.factories import (
    DAY,
    TODAY,
    World,
    advised,
    asked,
    fresh,
    granted,
    last_of,
    make_world,
    opened,
    running,
    started,
    submitted,
)
from tests.reports.factories import AT

pytestmark = pytest.mark.guardrail("G8")


@pytest.fixture
def world(db) -> World:
    return make_world()


def at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(9), tzinfo=dt.UTC)


DUE = dt.date(2028, 11, 23)


def ended(world: World) -> Path:
    """Refused with words, after a paper was asked for; with an aid and a right to stay."""
    path = asked(world)
    services.note_permit(path_id=path.pk, residence=Residence(), by=world.worker.membership, at=AT)
    request = submitted(world, path)
    services.send_back(request_id=request.pk, wanted="Un mot.", by=world.officer.membership, at=AT)
    request = advised(world, submitted(world, path), Opinion.UNFAVOURABLE)
    services.refuse(request_id=request.pk, decided_on=TODAY, reasons="Non.", by=world.officer.membership, at=AT)
    services.end(path_id=path.pk, reason=EndReason.REFUSED, ended_on=TODAY, by=world.worker.membership, at=AT)
    return fresh(path)


def of_path() -> set[str]:
    found = SealedItem.objects.filter(kind__startswith="exit.")
    return {str(key) for key in found.values_list("pk", flat=True)}


def test_content_goes_two_years_after_the_last_contact_with_its_proof(world) -> None:
    path = ended(world)
    items = of_path()
    assert len(items) == 9
    assert services.erase_expired(at=at(DUE - DAY)).erased == 0
    assert services.erase_expired(at=at(DUE)).erased == 1
    assert of_path() == set()
    assert not Paper.objects.exists()
    assert not Permit.objects.exists()
    assert set(Line.objects.get(action=Action.ERASED).details["items"]) == items
    assert services.erase_expired(at=at(DUE)).erased == 0
    # What figures are counted from, and that it was explained to her.
    assert (fresh(path).state, Request.objects.get().state) == (PathState.ENDED, RequestState.REFUSED)
    assert Explained.objects.count() == 1
    assert Aid.objects.get().granted is False


def test_it_is_said_once_two_months_before(world) -> None:
    ended(world)
    assert services.erase_expired(at=at(dt.date(2028, 9, 23))).warned == 0
    assert services.erase_expired(at=at(dt.date(2028, 9, 24))).warned == 1
    assert services.erase_expired(at=at(dt.date(2028, 9, 25))).warned == 0


def test_a_later_contact_and_a_hold_keep_it(world) -> None:
    ended(world)
    world.case.last_contact_on = TODAY + 100 * DAY
    world.case.save()
    assert services.erase_expired(at=at(DUE)).erased == 0
    world.case.hold_until, world.case.hold_ground = DUE + 900 * DAY, "judicial"
    world.case.save()
    assert services.erase_expired(at=at(DUE + 900 * DAY)).erased == 0
    assert services.erase_expired(at=at(DUE + 901 * DAY)).erased == 1


def test_what_nobody_ended_is_never_erased(world) -> None:
    started(world)
    assert services.erase_expired(at=at(DUE + 5000 * DAY)).erased == 0


def test_nobody_may_read_what_was_erased(world) -> None:
    path = ended(world)
    services.erase_expired(at=at(DUE))
    path = fresh(path)
    assert on_path(world.worker.membership, path, DUE) == {Ability.SEE}
    assert on_path(world.officer.membership, path, DUE) == {Ability.SEE}
    for person in (world.worker, world.officer):
        with pytest.raises(Erased):
            opened(person, last_of(path))
    with pytest.raises(NotAllowed):
        services.read_permits(
            path_id=path.pk,
            by=world.worker.membership,
            keyring=world.worker.keyring,
            at=AT,
            reason=Reading.PREPARING,
        )


def test_what_hangs_on_a_case_goes_with_it(world) -> None:
    ended(world)
    publish(CaseErased(case_id=world.case.pk, at=AT))
    assert of_path() == set()
    publish(CaseErased(case_id=world.case.pk, at=AT))
    assert Line.objects.filter(action=Action.ERASED).count() == 1


def test_the_end_of_what_was_granted_is_recalled_once_a_level(world) -> None:
    path = running(world)
    assert path.until_on == dt.date(2027, 5, 22)
    days = {dt.date(2027, 3, 22): 0, dt.date(2027, 3, 23): 1, dt.date(2027, 3, 24): 0, dt.date(2027, 4, 22): 1}
    for day, recalled in days.items():
        assert services.watch(at=at(day))["paths"] == recalled
    assert services.watch(at=at(dt.date(2027, 5, 22)))["paths"] == 0
    assert services.watch(at=at(dt.date(2027, 5, 23)))["paths"] == 1
    assert services.watch(at=at(dt.date(2028, 5, 23)))["paths"] == 0
    assert fresh(path).state == PathState.RUNNING


def test_it_is_recalled_even_where_nobody_noted_that_she_was_told(world) -> None:
    path = asked(world)
    granted(world, submitted(world, path))
    assert services.watch(at=at(dt.date(2027, 3, 23)))["paths"] == 1


def test_nobody_is_pressed_while_the_renewal_is_at_the_prefecture(world) -> None:
    path, later = running(world), at(dt.date(2027, 3, 1))
    services.ask_renewal(path_id=path.pk, by=world.worker.membership, at=later)
    assert services.watch(at=at(dt.date(2027, 3, 23)))["paths"] == 1
    submitted(world, path, at=at(dt.date(2027, 3, 24)))
    assert services.watch(at=at(dt.date(2027, 4, 22)))["paths"] == 0
    assert services.watch(at=at(dt.date(2027, 5, 23)))["paths"] == 1
