"""Account numbers, cryptocurrency addresses, plates and prices, and what only looks like one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon_engine.identifiers.checksums import base58_check, keccak_256
from maillon_engine.identifiers.crypto import Crypto
from maillon_engine.identifiers.iban import Iban
from maillon_engine.identifiers.plate import Plate
from maillon_engine.identifiers.prepared import Prepared
from maillon_engine.identifiers.price import Price
from maillon_engine.identifiers.registry import extract

ALL = (Iban(), Crypto(), Plate(), Price())


def found(extractor, text, region="FR"):
    prepared = Prepared(text)
    return list(extractor.find(prepared, region)) if extractor.may_hold(prepared) else []


def values(extractor, text, region="FR"):
    return [item.value for item in found(extractor, text, region)]


def french_iban(chance):
    """An account number that checks and belongs to nobody: bank 00000."""
    account = "00000" + "".join(chance.choice("0123456789") for _ in range(18))
    check = 98 - int(account + "152700") % 97
    return f"FR{check:02d}{account}"


@pytest.mark.parametrize("gap", ["", " ", "-", "."])
def test_account_numbers_however_they_are_cut(gap):
    chance = random.Random(1)
    for _ in range(50):
        iban = french_iban(chance)
        written = gap.join(iban[place : place + 4] for place in range(0, len(iban), 4))
        (item,) = found(Iban(), f"Virement sur {written}, merci.")
        assert item.start == len("Virement sur ")
        assert item.value.startswith("FR")


def test_an_account_number_with_letters_for_digits():
    (item,) = found(Iban(), "DE89 37O4 OO44 O532 O13O OO")
    assert (item.value, item.obfuscated, item.how) == ("DE89370400440532013000", True, "look-alike")


def test_one_wrong_digit_is_no_account_number():
    assert values(Iban(), "DE89 3704 0044 0532 0130 01") == []


def test_keccak_gives_the_digests_that_its_authors_publish():
    assert keccak_256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
    assert keccak_256(b"a" * 300) != keccak_256(b"a" * 301)


@pytest.mark.parametrize(
    ("address", "currency"),
    [
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "btc"),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "btc"),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "eth"),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "trx"),
    ],
)
def test_addresses_whose_checksum_fits_and_not_their_neighbours(address, currency):
    assert values(Crypto(), f"en {address}.") == [f"{currency}:{address.lower() if currency == 'eth' else address}"]
    wrong = address[:-3] + ("q" if address[-3] != "q" else "p") + address[-2:]
    assert values(Crypto(), f"en {wrong}.") == []


def test_base58_with_a_wrong_letter_or_sum():
    assert base58_check("0OIl") is None
    assert base58_check("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clio AB-123-CD", ["FR:AB-123-CD"]),
        ("AB 123 CD", ["FR:AB-123-CD"]),
        ("voiture ab 123 cd", ["FR:AB-123-CD"]),
        ("plaque AB-I23-CD", ["FR:AB-123-CD"]),
        ("ma moto 1234 ABC 61", ["FR:1234 ABC 61"]),
        ("1-ABC-123", ["BE:1-ABC-123"]),
        ("référence ab123cd", []),
        ("SS-123-AB", []),
        ("25 CM 14 et 100 EUR 61", []),
        ("rdv 14 h 30, 61000 Alençon", []),
    ],
)
def test_plates(text, expected):
    assert values(Plate(), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("150€/h", ["150 EUR/60min"]),
        ("100 e la demi-heure", ["100 EUR/30min"]),
        ("150 roses 1h", ["150 EUR/60min"]),
        ("80€ 30min 150€ 1h", ["80 EUR/30min", "150 EUR/60min"]),
        ("30min 80€, 1h 150€", ["80 EUR/30min", "150 EUR/60min"]),
        ("1h = 150", ["150 EUR/60min"]),
        ("tarif : 60/80/120", ["60 EUR", "80 EUR", "120 EUR"]),
        ("60/80/120 €", ["60 EUR", "80 EUR", "120 EUR"]),
        ("£120 per hour", ["120 GBP/60min"]),
        ("$200 hh", ["200 USD/30min"]),
        ("200 CHF l’heure", ["200 CHF/60min"]),
        ("800€ la nuit", ["800 EUR/night"]),
        ("1 200 € la journée", ["1200 EUR/day"]),
        ("1h30 200€", ["200 EUR/90min"]),
        ("quart d’heure 40€", ["40 EUR/15min"]),
        ("80 la demi heure", ["80 EUR/30min"]),
        ("1/2h 80 1h 150", ["80 EUR/30min", "150 EUR/60min"]),
        ("cent vingt euros", ["120 EUR"]),
        ("120,50 EUR", ["120.50 EUR"]),
        ("ouvert de 9 h à 18 h, 24h/24", []),
        ("le 12/03/2026 à 14h30, 61000 Alençon, 45 m²", []),
        ("06 39 98 00 42", []),
    ],
)
def test_prices(text, expected):
    assert values(Price(), text) == expected


def test_a_price_says_its_parts():
    (item,) = found(Price(), "cours à 25 € de l’heure")
    assert item.parts == {"amount": "25", "currency": "EUR", "minutes": "60"}


@given(st.text(max_size=120) | st.text("0123456789€/hAB- .min", max_size=60))
def test_no_text_breaks_an_extractor_and_every_span_lies_in_it(text):
    for extractor in ALL:
        for item in found(extractor, text):
            assert 0 <= item.start < item.end <= len(text)
            assert item.kind == extractor.kind


def test_the_registry_asks_every_kind_and_an_account_number_is_no_plate():
    found_all = extract("voiture AB-123-CD, 25 €, DE89 3704 0044 0532 0130 00")
    assert [item.kind for item in found_all] == ["plate", "price", "iban"]
