"""The firewall of residence: which right to stay, and its days, are with those who follow her and go to nobody."""

import datetime as dt

import pytest

from maillon.exits import services
from maillon.exits.content import Residence
from maillon.exits.enums import EndReason, PermitKind, Reading
from maillon.exits.models import Permit
from maillon.exits.refusals import NotAllowed, WrongDay
from maillon.exits.selectors import sealed_of
from maillon.vault.models import Grant
from tests.exits.factories import DAY, TODAY, World, asked, make_world, started, submitted
from tests.reports.factories import AT

pytestmark = pytest.mark.guardrail("G6")
APS = Residence(kind=PermitKind.APS, receipt_on="2026-11-20", from_on="2026-12-01", until_on="2027-05-31")


@pytest.fixture
def world(db) -> World:
    return make_world()


def note(world: World, path, residence: Residence = APS, **more) -> Permit:
    return services.note_permit(path_id=path.pk, residence=residence, by=world.worker.membership, at=AT, **more)


def read(world: World, path, who=None) -> list[Residence]:
    who = who or world.worker
    found = services.read_permits(
        path_id=path.pk, by=who.membership, keyring=who.keyring, at=AT, reason=Reading.PREPARING
    )
    return [one.residence for one in found]


def test_it_is_read_by_those_who_follow_her_and_says_nothing_in_clear(world) -> None:
    path = started(world)
    permit = note(world, path)
    assert read(world, path) == [APS]
    assert read(world, path, world.lead) == [APS]
    assert permit.remind_on == dt.date(2027, 4, 1)
    assert {field.name for field in Permit._meta.fields} == {
        "id",
        "path",
        "item",
        "written_at",
        "written_by",
        "remind_on",
        "reminded_at",
    }
    for stranger in (world.colleague, world.officer, world.elsewhere.reader):
        with pytest.raises(NotAllowed):
            read(world, path, stranger)


def test_it_never_travels_with_a_file_nor_alone(world) -> None:
    path = asked(world)
    permit = note(world, path)
    request = submitted(world, path)
    assert permit.item not in sealed_of(request)
    holders = set(Grant.objects.filter(item=permit.item).values_list("key_pair__owner_id", flat=True))
    assert holders == {world.home.organisation.pk}


def test_written_anew_it_takes_the_place_of_the_one_before_and_may_be_dropped(world) -> None:
    path = started(world)
    permit = note(world, path)
    newer = Residence(kind=PermitKind.COMPLAINT, from_on="2027-01-01", until_on="2027-12-31")
    note(world, path, newer, permit_id=permit.pk)
    assert read(world, path) == [newer]
    services.drop_permit(path_id=path.pk, permit_id=permit.pk, by=world.worker.membership, at=AT)
    assert read(world, path) == []
    with pytest.raises(NotAllowed):
        services.drop_permit(path_id=path.pk, permit_id=permit.pk, by=world.worker.membership, at=AT)
    with pytest.raises(NotAllowed):
        note(world, path, newer, permit_id=permit.pk)


def test_the_time_to_think_it_over_ends_thirty_days_after_the_receipt(world) -> None:
    permit = note(world, started(world), Residence(kind=PermitKind.REFLECTION, receipt_on="2026-11-20"))
    assert permit.remind_on == dt.date(2026, 12, 20) - 60 * DAY


@pytest.mark.parametrize(
    "days", [{"from_on": "2027-01-02", "until_on": "2027-01-01"}, {"from_on": "demain"}, {"until_on": "2027-13-01"}]
)
def test_days_that_cannot_be_are_refused(world, days) -> None:
    with pytest.raises(WrongDay):
        note(world, started(world), Residence(kind=PermitKind.APS, **days))


def test_its_end_is_recalled_once_two_months_before_and_not_after_the_path_ended(world) -> None:
    path = started(world)
    note(world, path)
    before, day = (dt.datetime(2027, 3, 31, 9, tzinfo=dt.UTC), dt.datetime(2027, 4, 1, 9, tzinfo=dt.UTC))
    assert services.watch(at=before)["permits"] == 0
    assert services.watch(at=day)["permits"] == 1
    assert services.watch(at=day)["permits"] == 0
    note(world, path)
    services.end(path_id=path.pk, reason=EndReason.WITHDRAWN, ended_on=TODAY, by=world.worker.membership, at=AT)
    assert services.watch(at=day)["permits"] == 0


def test_no_other_table_has_a_column_for_residence(world) -> None:
    from django.apps import apps

    words = ("residence", "permit", "stay", "visa", "sejour", "nationality")
    columns = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("maillon.") and model._meta.label != "exits.Permit"
        for field in model._meta.get_fields()
        if any(word in field.name.lower() for word in words)
    }
    # The way back from a path to its rights to stay.
    assert columns == {"exits.Path.permits"}
