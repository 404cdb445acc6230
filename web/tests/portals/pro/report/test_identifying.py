"""The warning about identifying words: what it sees, and what it must leave alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.portals.pro.report.forms.words import NARRATIVE_LIMIT
from maillon.portals.pro.report.identifying import Hint, identifying_hints


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Son numéro : 06 12 34 56 78.", Hint.PHONE),
        ("0612345678", Hint.PHONE),
        ("joindre au 06.12.34.56.78", Hint.PHONE),
        ("+33 6 12 34 56 78", Hint.PHONE),
        ("0033612345678", Hint.PHONE),
        ("+33 (0)6 12 34 56 78", Hint.PHONE),
        ("écrire à jeanne@exemple.test", Hint.EMAIL),
        ("vu avec Mme Dupont", Hint.NAME),
        ("M. Martin l’accompagne", Hint.NAME),
        ("avec Monsieur Martin", Hint.NAME),
        ("elle s’appelle Jeanne", Hint.NAME),
        ("prénommée Éloïse", Hint.NAME),
        ("vue avec Jeanne Exemple hier", Hint.NAME),
    ],
)
def test_it_sees_what_names_somebody(text, hint):
    assert hint in identifying_hints(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Deux personnes dans une chambre. Des visites toute la nuit.",
        "Appel à 14h30, chambre 12, 3 téléphones sur la table.",
        "Vers 22 h, à Alençon. Une voiture attendait.",
        "Facture 2026-11-23, 150 euros en liquide.",
        "Code 61000, route départementale 438.",
        "madame refuse de parler",
    ],
)
def test_it_leaves_ordinary_sentences_alone(text):
    assert identifying_hints(text) == ()


@given(st.text(max_size=2000))
def test_it_never_fails_and_never_repeats_itself(text):
    hints = identifying_hints(text)
    assert len(set(hints)) == len(hints)


@pytest.mark.parametrize("piece", ["0", "0 ", "+33 ", "a@", "a.", "Aaa ", "M. ", "nom est "])
def test_it_stays_fast_on_long_repetitive_text(piece):
    begun = time.process_time()
    identifying_hints(piece * (4 * NARRATIVE_LIMIT // len(piece)))
    assert time.process_time() - begun < 0.5
