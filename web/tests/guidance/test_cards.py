"""The cards as data: complete, short, sourced, and never asking what must not be asked."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.base.enums import Confidence
from maillon.guidance.cards import MOST, confidence
from maillon.guidance.enums import Section, Trade
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.rulebook import build, load
from tests.guidance.data import changed, record, tables

CARDS = load().cards
ITEMS = {item.code: item for card in CARDS.values() for item in card.items}
# What decides whether somebody may stay has no place in a first talk.
ORIGIN = re.compile(r"papier|passeport|pays|origine|séjour|visa|nationalit|étrang|d’où (?:venez|viens)", re.IGNORECASE)
ASKING = re.compile(r"\?|\bdemand|\bexige|\bvérifi|\bcontrôl|\bmontre", re.IGNORECASE)


def test_every_trade_has_every_section_short_enough_for_its_page():
    assert list(CARDS) == list(Trade)
    for card in CARDS.values():
        assert list(card.sections) == list(Section)
        assert all(1 <= len(lines) <= MOST for lines in (*card.sections.values(), card.contacts))


@pytest.mark.parametrize(
    ("kind", "code", "fields", "said"),
    [
        ("item", "say-needs", {"practice": ["nowhere"]}, "unknown practice source nowhere"),
        ("item", "say-not-punished", {"law": ["nowhere"]}, "unknown source nowhere"),
        ("item", "say-not-punished", {"law": []}, "names no source"),
        ("item", "say-needs", {"section": "safety"}, "say-needs does not belong under first_words"),
        ("item", "say-needs", {"section": "advice"}, "section can't be 'advice'"),
        ("item", "say-needs", {"text": " "}, "text must be a text"),
        ("source", "who_2003", {"confidence": "certain"}, "confidence can't be 'certain'"),
    ],
)
def test_what_is_wrong_with_an_item_is_said(kind, code, fields, said):
    with pytest.raises(BrokenRulebook, match=said):
        changed("cards", kind, code, **fields)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"trade": "nobody"}, "trade can't be 'nobody'"),
        ({"trade": "health"}, "stands twice"),
        ({"rights": []}, "rights has 0 lines"),
        ({"contacts": []}, "contacts has 0 lines"),
        ({"contacts": ["0825"]}, "unknown contact 0825"),
        ({"safety": ["nowhere"]}, "unknown item nowhere"),
        ({"advice": ["say-needs"]}, "advice means nothing here"),
        (
            {"never_ask": ["ask-why-stayed", "ask-details", "ask-papers", "ask-in-front", "ask-stop"]},
            "never_ask has 5 lines",
        ),
    ],
)
def test_what_is_wrong_with_a_card_is_said(fields, said):
    written = tables()
    next(card for card in written["cards"]["card"] if card["trade"] == "police").update(fields)
    with pytest.raises(BrokenRulebook, match=said):
        build(written, "test")


def test_a_trade_without_a_card_or_a_line_without_a_card_is_refused():
    written = tables()
    written["cards"]["card"] = [card for card in written["cards"]["card"] if card["trade"] != "lodging"]
    with pytest.raises(BrokenRulebook, match="no card for lodging"):
        build(written, "test")
    written = tables()
    written["cards"]["item"].append({**record(written, "cards", "item", "say-needs"), "code": "idle"})
    with pytest.raises(BrokenRulebook, match="no card shows idle"):
        build(written, "test")


@given(st.dates(date(2026, 11, 26), date(2030, 1, 1)), st.sampled_from(sorted(ITEMS)))
def test_an_item_is_worth_its_weakest_source_and_never_gains_by_waiting(on, code):
    item, order = ITEMS[code], list(Confidence)
    now = confidence(item, on)
    assert all(order.index(now) >= order.index(one) for one in item.confidences_on(on))
    assert now in item.confidences_on(on)
    assert order.index(now) >= order.index(confidence(item, date(2026, 11, 26)))


@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card.trade)
def test_a_card_holds_until_the_first_of_its_texts_and_numbers_expires(card):
    eve = date.fromordinal(card.renew_on.toordinal() - 1)
    assert not any(contact.expired_on(eve) for contact in card.contacts)
    now = [confidence(item, date(2026, 11, 26)) for item in card.items]
    assert [confidence(item, eve) for item in card.items] == now
    later = [confidence(item, card.renew_on) for item in card.items]
    assert later != now or any(contact.expired_on(card.renew_on) for contact in card.contacts)


@pytest.mark.guardrail("G6")
@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card.trade)
def test_no_card_asks_for_papers_or_a_country(card):
    asked = [
        item.text
        for item in card.items
        if item.section is not Section.NEVER_ASK and ORIGIN.search(item.text) and ASKING.search(item.text)
    ]
    assert asked == []


def test_the_pattern_would_see_a_card_that_asks():
    for text in ("« Vos papiers ? »", "Demandez-lui son pays.", "Vérifiez son titre de séjour."):
        assert ORIGIN.search(text)
        assert ASKING.search(text)


@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card.trade)
def test_a_number_in_a_line_is_among_those_to_call(card):
    shown = {re.sub(r"\D", "", contact.number) for contact in card.contacts}
    said = {re.sub(r"\D", "", one) for item in card.items for one in re.findall(r"\d[\d\u00a0]*\d", item.text)}
    assert said - {"30"} <= shown


def test_what_to_say_and_what_not_to_ask_stand_in_quotes():
    quoted = [item for item in ITEMS.values() if item.section in {Section.FIRST_WORDS, Section.NEVER_ASK}]
    assert all(re.search(r"«\u00a0.+\u00a0»", item.text) for item in quoted)
    assert all("?" in item.text or item.code.endswith("again") for item in quoted if item.section is Section.NEVER_ASK)


def test_secrecy_is_promised_to_no_child_and_no_result_to_anybody():
    for card in (CARDS[Trade.COUNCIL], CARDS[Trade.SCHOOL]):
        assert any("Ne promettez jamais" in item.text for item in card.items)
    promises = re.compile(
        r"je (?:te|vous) promets|garanti|personne ne saura|ne dirai (?:rien|à personne)", re.IGNORECASE
    )
    assert not [item.text for item in ITEMS.values() if promises.search(item.text)]
