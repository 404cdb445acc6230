"""What the texts may say: typography, numbers, words."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from maillon.guidance import catalogue
from maillon.guidance.rulebook import load
from maillon.reports import rules as reports_rules
from tests.guidance.shapes import ON

TEXTS = [text for name in catalogue.SHOWN for text in catalogue.texts(name, load())]
# Short numbers, four-digit lines and ten-digit numbers, as French texts write them.
NUMBER = re.compile(r"(?<![\d.,-])(?:1[578]|11[2459]|116[ \u00a0]?\d{3}|3919|0\d(?:[ \u00a0.]?\d{2}){4})(?![\d-])")


def test_french_typography():
    for text in TEXTS:
        assert "'" not in text, text
        assert not re.search(r"[^\u00a0][:;?!»]|«[^\u00a0]", text.replace("://", "")), text


def test_no_text_can_be_mistaken_for_a_format():
    assert not any("%" in text or "{" in text for text in TEXTS)


@pytest.mark.parametrize("row", load().rows.values(), ids=lambda row: row.code)
def test_a_number_in_a_text_is_a_checked_contact_of_its_step(row):
    allowed = {re.sub(r"\D", "", load().contacts[code].number) for code in row.contacts}
    for text in (row.what, *row.avoid, *row.tell):
        # Ages and articles are not numbers to call.
        called = NUMBER.findall(re.sub(r"(?:avant|de|article)[ \u00a0]\d+(?:[ \u00a0]ans)?", "", text.lower()))
        assert {re.sub(r"\D", "", number) for number in called} <= allowed, text


def test_contacts_are_checked_again_within_six_months():
    for contact in load().contacts.values():
        assert contact.expires_on - contact.checked_on <= timedelta(days=184)
        assert contact.checked_on <= ON


@pytest.mark.parametrize(
    "word", ["prostituée", "client", "racolage", "victime identifiée", "nationalité", "vêtement", "score", "suspect"]
)
def test_words_that_no_text_uses(word):
    assert not [text for text in TEXTS if word in text.lower()]


def test_our_own_clocks_are_those_that_reports_run_on():
    hours = {code: expectation.hours for code, expectation in load().expectations.items()}
    for code, danger, minor in (("danger", True, False), ("minor", False, True), ("adult", False, False)):
        start = datetime(2026, 11, 23, 12, tzinfo=UTC)
        assert reports_rules.acknowledge_by(start, danger=danger, minor=minor) - start == timedelta(hours=hours[code])
    assert set(hours) == {"danger", "minor", "adult"}


def test_nothing_dates_the_decision_on_an_exit_path():
    row = load().rows["adult-exit-path"]
    assert not re.search(r"\d", row.what + "".join(row.tell))
    assert "N’annoncez aucun délai de décision." in row.avoid
