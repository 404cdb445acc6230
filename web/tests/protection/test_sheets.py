"""Coordination sheets: no name, the secretariat when it is submitted, a meeting while it sits, and nobody else."""

import pytest

from maillon.accounts.enums import Role
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.protection import services
from maillon.protection.content import SheetContent
from maillon.protection.enums import Reading, SheetState
from maillon.protection.models import PathSheet
from maillon.protection.refusals import Empty, NamesSomebody, NoSecretariat, NotAllowed
from maillon.protection.selectors import sheets_of
from maillon.vault.crypto import CannotOpen
from maillon.vault.enums import KeyOwner
from maillon.vault.models import Grant
from tests.accounts.factories import make_membership
from tests.protection.factories import (
    SHEET,
    Place,
    acting,
    as_person,
    make_place,
    sheet_of,
    started,
    submitted,
    under_way,
)
from tests.reports.factories import AT, House, Person, make_house
from tests.territories.factories import DepartementFactory

SESSION = new_id()


@pytest.fixture
def place(db) -> Place:
    return make_place()


def read(sheet: PathSheet, person: Person) -> SheetContent:
    return services.open_sheet(sheet_id=sheet.pk, reason=Reading.DECIDING, **acting(person))


def show(place: Place, sheet: PathSheet, *people: Person) -> None:
    members = [person.membership for person in people]
    services.show_sheet(sheet_id=sheet.pk, members=members, session_id=SESSION, **acting(place.prefecture.reader))


def hide(sheet: PathSheet, *people: Person, session=SESSION) -> int:
    members = [person.membership.member_id for person in people] or None
    return services.hide_sheet(sheet_id=sheet.pk, session_id=session, members=members, by=None, at=AT)


def read_in_session(sheet: PathSheet, person: Person) -> SheetContent:
    return services.open_shown_sheet(sheet_id=sheet.pk, session_id=SESSION, **acting(person))


def keys_of_members() -> int:
    return Grant.objects.filter(item__kind="protection.sheet", key_pair__owner_kind=KeyOwner.MEMBER).count()


def keys_of(house: House) -> int:
    return Grant.objects.filter(item__kind="protection.sheet", key_pair__owner_id=house.organisation.pk).count()


def test_what_names_the_child_or_reaches_somebody_is_refused_with_the_words(place) -> None:
    made = started(place)
    with pytest.raises(NamesSomebody, match="Lune, 06 12 34 56 78"):
        sheet_of(place, made, SheetContent("Lune a fugué.", "Appel au 06 12 34 56 78", "Où dormir ?"))
    for empty in (SheetContent("", "x", "x"), SheetContent("x", "x", "")):
        with pytest.raises(Empty):
            sheet_of(place, made, empty)
    assert not PathSheet.objects.exists()


def test_before_it_is_submitted_it_is_the_councils_alone(place) -> None:
    sheet = sheet_of(place, started(place))
    assert read(sheet, place.reader) == SHEET
    assert keys_of(place.prefecture) == 0
    assert not sheets_of(place.prefecture.reader.membership).exists()
    with pytest.raises(NotAllowed):
        read(sheet, place.prefecture.reader)


def test_submitted_the_secretariat_reads_it_and_nothing_of_the_assessment(place) -> None:
    made = under_way(place)
    sheet = submitted(place, made)
    keeper = place.prefecture.reader
    assert read(sheet, keeper) == SHEET
    assert list(sheets_of(keeper.membership)) == [sheet]
    with pytest.raises(NotAllowed):
        services.open_assessment(assessment_id=made.pk, reason=Reading.DECIDING, **acting(keeper))
    assert Line.objects.filter(action=Action.TRANSMITTED, recipient_organisation_id=place.prefecture.organisation.pk)


def test_the_secretariat_is_that_of_the_councils_departement(place) -> None:
    place.prefecture.organisation.is_active = False
    place.prefecture.organisation.save()
    sheet = sheet_of(place, started(place))
    make_house(prefecture=True, departement=DepartementFactory(code="72", name="Sarthe"))
    with pytest.raises(NoSecretariat):
        services.submit_sheet(sheet_id=sheet.pk, **acting(place.reader))


def test_a_meeting_reads_it_while_it_is_shown_and_its_keys_go_when_the_session_closes(place) -> None:
    sheet, judge = submitted(place, started(place)), make_house()
    with pytest.raises(NotAllowed):
        read_in_session(sheet, judge.reader)
    show(place, sheet, judge.reader)
    assert read_in_session(sheet, judge.reader) == SHEET
    assert Line.objects.filter(action=Action.OPENED, subject_id=sheet.pk, reason="meeting").exists()
    with pytest.raises(NotAllowed):
        read(sheet, judge.reader)
    assert hide(sheet) == 1
    assert keys_of_members() == 0
    with pytest.raises(NotAllowed):
        read_in_session(sheet, judge.reader)
    assert read(sheet, place.prefecture.reader) == SHEET


def test_a_colleague_of_a_member_has_neither_the_right_nor_a_key(place) -> None:
    sheet, judge = submitted(place, started(place)), make_house()
    colleague = as_person(make_membership(judge.organisation, Role.RECIPIENT))
    show(place, sheet, judge.reader)
    assert keys_of(judge) == 0
    with pytest.raises(NotAllowed):
        read_in_session(sheet, colleague)


def test_who_leaves_loses_her_key_alone(place) -> None:
    sheet, judge, other = submitted(place, started(place)), make_house(), make_house()
    show(place, sheet, judge.reader, other.reader)
    assert hide(sheet, judge.reader) == 1
    with pytest.raises(NotAllowed):
        read_in_session(sheet, judge.reader)
    assert read_in_session(sheet, other.reader) == SHEET
    assert hide(sheet, judge.reader) == 0


def test_the_council_and_the_secretariat_keep_their_keys_when_their_members_sat(place) -> None:
    sheet = submitted(place, started(place))
    show(place, sheet, place.second, place.prefecture.reader)
    hide(sheet)
    assert (keys_of(place.council), keys_of(place.prefecture)) == (1, 1)


def test_only_the_session_that_closes_ends_its_showing(place) -> None:
    sheet, judge = submitted(place, started(place)), make_house()
    show(place, sheet, judge.reader)
    assert hide(sheet, session=new_id()) == 0
    assert read_in_session(sheet, judge.reader) == SHEET
    assert [hide(sheet), hide(sheet)] == [1, 0]
    assert Line.objects.filter(action=Action.RETURNED).count() == 1


def test_nobody_but_the_secretariat_shows_it(place) -> None:
    sheet, judge = submitted(place, started(place)), make_house()
    for person in (place.reader, place.lead, judge.reader):
        with pytest.raises(NotAllowed):
            services.show_sheet(
                sheet_id=sheet.pk, members=[judge.reader.membership], session_id=SESSION, **acting(person)
            )


def test_withdrawn_it_opens_to_nobody_even_before_a_meeting(place) -> None:
    sheet, judge = submitted(place, started(place)), make_house()
    show(place, sheet, judge.reader)
    gone = services.withdraw_sheet(sheet_id=sheet.pk, by=place.second.membership, at=AT)
    assert (gone.state, gone.item_id) == (SheetState.WITHDRAWN, None)
    assert not Grant.objects.filter(item__kind="protection.sheet").exists()
    for person in (place.reader, place.prefecture.reader):
        with pytest.raises((NotAllowed, CannotOpen)):
            read(sheet, person)
    with pytest.raises(NotAllowed):
        read_in_session(sheet, judge.reader)
    assert hide(sheet) == 0
