"""What is written for and in a meeting is found in no table, log, mail or repr."""

import logging

import pytest
from django.core import mail

from maillon.commission import services
from maillon.commission.enums import Kind
from maillon.exits.content import Identity
from maillon.exits.enums import PaperKind
from maillon.protection.content import SheetContent
from maillon.reports.notices import to_member
from tests.commission.factories import (
    HELD_AT,
    agreed,
    closed,
    convoked,
    make_commission,
    make_request,
    make_sheet,
    minuted,
    opened,
    point_of,
    read,
)
from tests.guardrails.test_canaries import every_table, forms_of

pytestmark = [pytest.mark.guardrail("G6"), pytest.mark.django_db]
CANARIES = {name: f"Canari-{name}-5k2rwd8m" for name in ("file", "reasons", "dissent", "sheet")}


def leaks(text: bytes) -> list[str]:
    return [name for name, word in CANARIES.items() if any(form in text for form in forms_of(word))]


def test_nothing_of_a_file_a_reason_or_a_disagreement_lies_in_clear(caplog) -> None:
    caplog.set_level(logging.DEBUG)
    house = make_commission()
    request = make_request(house, papers={PaperKind.IDENTITY: Identity(last_name=CANARIES["file"]).to_bytes()})
    session = convoked(house, [request])
    opened(house, session)
    item, health = point_of(session), house["sante"].person
    found = services.open_file(item_id=item.pk, by=health.membership, keyring=health.keyring, at=HELD_AT)
    assert leaks(found.papers[PaperKind.IDENTITY]) == ["file"]
    assert leaks(repr(found).encode()) == []
    assert leaks(b"".join(read(house, "sante", item).values())) == ["file"]
    agreed(house, item, words=CANARIES["reasons"])
    services.dissent(item_id=item.pk, words=CANARIES["dissent"], by=health.membership, at=HELD_AT)
    closed(house, session)
    (minutes,) = minuted(house, session)
    assert minutes.points[0].words == CANARIES["reasons"]
    assert leaks(repr(minutes).encode()) == []
    for table, text in every_table():
        assert (table, leaks(text)) == (table, [])
    assert leaks(caplog.text.encode()) == []
    to_member(health.membership.member_id)
    assert mail.outbox
    assert [found for message in mail.outbox if (found := leaks(message.message().as_bytes()))] == []


def test_nothing_of_a_minors_sheet_lies_in_clear_nor_reaches_the_minutes(caplog) -> None:
    caplog.set_level(logging.DEBUG)
    house, word = make_commission(), CANARIES["sheet"]
    sheet = make_sheet(house, SheetContent(f"{word} situation", f"{word} en place", f"{word} demande"))
    session = convoked(house, [sheet], kind=Kind.MINORS)
    opened(house, session, "prefet", "conseil_departemental")
    member = house["prefet"].person
    found = services.open_sheet(item_id=point_of(session).pk, by=member.membership, keyring=member.keyring, at=HELD_AT)
    assert leaks(found.content.to_bytes()) == ["sheet"]
    assert leaks(repr(found).encode()) == []
    closed(house, session)
    (minutes,) = minuted(house, session)
    assert leaks(repr(minutes).encode() + repr([point.label for point in minutes.points]).encode()) == []
    for table, text in every_table():
        assert (table, leaks(text)) == (table, [])
    assert leaks(caplog.text.encode()) == []
    to_member(member.membership.member_id)
    assert mail.outbox
    assert [found for message in mail.outbox if (found := leaks(message.message().as_bytes()))] == []
