"""What is told of a child is found in no table, log, mail, queue or repr."""

import logging

import pytest
from django.core import mail

from maillon.protection import services
from maillon.protection.content import NewAssessment, SaidOfParents, SheetContent
from maillon.protection.enums import ActKind, Age, Outcome, ParentsHow, Reading, WritingKind
from maillon.protection.rules import Ending
from maillon.reports.notices import to_leads, to_member, to_organisation
from tests.guardrails.test_canaries import every_table, forms_of
from tests.protection.factories import TODAY, Place, acting, make_place, opened, under_way
from tests.reports.factories import AT

pytestmark = [pytest.mark.guardrail("G6"), pytest.mark.django_db]
NAMES = ("child", "note", "synthesis", "act", "parents", "outcome", "situation", "done", "asked")
CANARIES = {name: f"canari {name} 7w3kq9zd" for name in NAMES}
SHEET = SheetContent(CANARIES["situation"], CANARIES["done"], CANARIES["asked"])


def leaks(text: bytes) -> list[str]:
    return [name for name, word in CANARIES.items() if any(form in text for form in forms_of(word))]


def live(place: Place) -> None:
    """An assessment with a canary in each field, read by another reader at its end."""
    made, by = under_way(place, child=CANARIES["child"]), place.reader.membership
    about = {"assessment_id": made.pk, "by": by, "at": AT}
    services.write(kind=WritingKind.NOTE, text=CANARIES["note"], **about)
    services.write(kind=WritingKind.SYNTHESIS, text=CANARIES["synthesis"], **about)
    services.record_act(kind=ActKind.HOME_VISIT, on=TODAY, words=CANARIES["act"], **about)
    said = SaidOfParents(informed=True, on=TODAY, how=ParentsHow.LETTER, words=CANARIES["parents"])
    services.say_parents(said=said, **about)
    sheet = services.write_sheet(assessment_id=made.pk, content=SHEET, **acting(place.reader))
    services.submit_sheet(sheet_id=sheet.pk, **acting(place.reader))
    services.end(ending=Ending(Outcome.NO_FOLLOW_UP, why=CANARIES["outcome"]), **about)
    read = opened(made, place.second)
    given = {read.child, read.synthesis, read.outcome, *read.acts.values(), *read.parents.values(), read.notes[0].text}
    assert given == {CANARIES[name] for name in NAMES[:6]}
    keeper = place.prefecture.reader
    assert services.open_sheet(sheet_id=sheet.pk, reason=Reading.DECIDING, **acting(keeper)) == SHEET


def test_nothing_that_was_told_of_a_child_lies_in_clear(caplog) -> None:
    caplog.set_level(logging.DEBUG)
    place = make_place()
    live(place)
    to_leads(place.council.organisation.pk)
    to_member(place.reader.membership.member_id)
    to_organisation(place.prefecture.organisation.pk)
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert [(table, found) for table, text in every_table() if (found := leaks(text))] == []
    assert leaks(logged.encode()) == []
    assert mail.outbox
    assert [found for one in mail.outbox if (found := leaks(one.message().as_bytes()))] == []


def test_a_value_shows_nothing_when_it_is_printed() -> None:
    place = make_place()
    made = under_way(place, child=CANARIES["child"])
    new = NewAssessment(key=made.pk, age=Age.FROM_15, child=CANARIES["child"])
    shown = (
        f"{new!r}{SHEET!r}{opened(made, place.reader)!r}{SaidOfParents(informed=False, words=CANARIES['parents'])!r}"
    )
    assert leaks(shown.encode()) == []


def test_the_search_would_find_one() -> None:
    assert leaks(CANARIES["note"].encode()) == ["note"]
