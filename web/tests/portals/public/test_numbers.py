from dataclasses import replace
from datetime import date, timedelta

from maillon.base.enums import Confidence
from maillon.guidance.records import Contact
from maillon.guidance.rulebook import load
from maillon.portals.public.numbers import numbers_on

DAY = date(2026, 11, 23)
LINE = Contact(
    code="119",
    name="Allô enfance en danger",
    number="119",
    url="",
    purpose="Enfant en danger",
    hours="",
    emergency=False,
    source="x",
    confidence=Confidence.VERIFIED,
    checked_on=DAY,
    expires_on=DAY + timedelta(days=180),
)
POLICE = replace(LINE, code="17", number="17", emergency=True)
CHAT = replace(LINE, code="pnav", number="", url="https://tchat.example/")


def test_each_contact_stands_where_it_helps():
    numbers = numbers_on([LINE, POLICE, CHAT], DAY)
    assert (numbers.urgent, numbers.listening, numbers.online) == ((POLICE,), (LINE,), (CHAT,))
    assert numbers.checked_on == DAY


def test_a_line_unchecked_for_too_long_disappears_but_an_emergency_number_never():
    numbers = numbers_on([LINE, POLICE, CHAT], LINE.expires_on)
    assert (numbers.urgent, numbers.listening, numbers.online) == ((POLICE,), (), ())
    assert numbers.checked_on is None


def test_days_that_differ_are_said_one_by_one():
    assert numbers_on([LINE, replace(POLICE, checked_on=DAY - timedelta(days=1))], DAY).checked_on is None


def test_the_emergency_numbers_of_the_country_are_among_the_data():
    urgent = {contact.number for contact in numbers_on(load().contacts.values(), DAY).urgent}
    assert urgent == {"17", "112", "15", "18", "114"}
