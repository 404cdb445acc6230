"""Payments, stays and signs."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillon_engine.identifiers.registry import extract
from maillon_engine.identifiers.sign import signs


def of(kind, text):
    return [item.value for item in extract(text) if item.kind == kind]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Réservation par paypal.me/camilledurand", ["paypal:camilledurand"]),
        ("Lydia : camille_61", ["lydia:camille_61"]),
        ("revolut @camille61, merci", ["revolut:camille61"]),
        ("cash.app/$camille", ["cashapp:camille"]),
        ("Transcash, code 1234 5678 9012", ["transcash:123456789012"]),
        ("ticket PCS 0123456789", ["pcs:0123456789"]),
        ("Western Union MTCN 123-456-7890", ["westernunion:1234567890"]),
        ("Paiement paypal ou lydia accepté", []),
        ("wise choice, 12 ans", []),
    ],
)
def test_payment(text, values):
    assert sorted(of("payment", text)) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("À Alençon du 12 au 15 mars", ["--03-12/--03-15"]),
        ("du 28 février au 3 mars 2027", ["2027-02-28/2027-03-03"]),
        ("from 3rd to 6th June", ["--06-03/--06-06"]),
        ("12/03 au 15/03", ["--03-12/--03-15"]),
        ("du 12.03.2027 au 15.03.2027", ["2027-03-12/2027-03-15"]),
        ("du 30 décembre au 2 janvier 2027", ["2026-12-30/2027-01-02"]),
        ("du 31 au 40 mars, le 12/03, 10-15 personnes", []),
        ("du 30 au 31 février", []),
    ],
)
def test_stay(text, values):
    assert of("tour_date", text) == values


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Photos réelles, personne de confiance", ["vouching", "vouching"]),
        ("Nouvelle en ville, de passage", ["movement", "movement"]),
        ("Nos masseuses vous attendent", ["plural_voice"]),
        ("Elle vous reçoit à domicile", ["third_person_voice"]),
        ("tél zéro six 39 98 12 34", ["number_hidden"]),
        ("tél 06 39 98 12 34, cours de piano", []),
    ],
)
def test_signs(text, codes):
    assert of("sign", text) == codes


def test_every_sign_has_its_class_and_none_is_about_origin():
    assert {sign.evidence_class for sign in signs().values()} <= {"predictive", "not_predictive", "expert", "weak"}
    assert signs()["movement"].evidence_class == "not_predictive"
    everything = " ".join(sign.shape.pattern for sign in signs().values())
    assert not [word for word in ("african", "asiat", "latin", "slave", "nationalit") if word in everything]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789 /.-:@$du au mars paypal lydia elle 100%❄"), max_size=60))
def test_any_text_is_read_and_spans_hold(text):
    for item in extract(text):
        assert 0 <= item.start < item.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_match_of_a_sign_has_one_of_its_anchors(data):
    sign = data.draw(st.sampled_from(list(signs().values())))
    text = data.draw(
        st.from_regex(sign.shape, fullmatch=True, alphabet=st.characters(max_codepoint=127))
        if any(map(str.isascii, sign.anchors))
        else st.sampled_from(sorted(sign.anchors))
    )
    assert [item for item in extract(text) if item.kind == "sign"]


def test_a_sign_is_found_in_a_long_text_as_in_a_short_one():
    words = "Vélo de ville en bon état, visible le soir. " * 12
    assert of("sign", f"{words} Photos réelles. {words}") == ["vouching"]


def test_what_is_found_goes_from_one_process_to_another():
    found = extract("Photos réelles, 80 € à Alençon, snap : camille61, tél zéro six 39 98 12 34")
    assert pickle.loads(pickle.dumps(found)) == found
