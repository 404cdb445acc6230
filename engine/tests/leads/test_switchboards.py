"""One number for several persons: when it is a switchboard, and what else it may be."""

import pytest
from batches import document, led, quoted, reasons

from maillon_engine.dossier.doubts import DOUBTS

SAID = (
    "Cours de piano pour débutants rue des Tilleuls", "Garde de chats pendant les vacances",
    "Vélo bleu révisé, peu servi",
    "Ménage soigné avant état des lieux", "Repassage rendu en deux jours", "Leçons de chant au conservatoire",
)  # fmt: skip


def answered(sentence, names, *, number="02 61 91 44 10", own=False):
    rows = []
    for place, said in enumerate(SAID):
        direct = f" Ligne directe 06 39 98 33 {place:02d}." if own else ""
        text = f"{said}. {sentence.format(names[place % len(names)])} Tél {number}.{direct}"
        rows.append(document(place, text, "Caen", place))
    return rows


@pytest.mark.parametrize(
    "sentence",
    [
        "Standard ouvert tous les jours, demandez {}.", "Notre standard vous passe {}.", "Secrétariat : demandez {}.",
        "Switchboard open every day, ask for {}.", "Centralita abierta, pregunte por {}.",
        "Recepție deschisă, cereți cu {}.",
    ],
)  # fmt: skip
def test_a_switchboard_for_two_is_a_lead_with_its_source_and_its_doubt(sentence):
    rows = answered(sentence, ("Camille", "Nadia"))
    found, _ = led(rows)
    assert [lead["documents"] for lead in found] == [len(rows)]
    item = reasons(found[0])["standard_number"]
    assert item["evidence_class"] == "expert"
    assert "RMC, 2015" in item["source"]
    assert item["statement"] == "Un même numéro sert de standard à 2 prénoms dans 6 textes."
    assert "02 61 91 44 10" in quoted(rows, item)
    assert "agence" in DOUBTS["standard_number"]


def test_whom_to_ask_for_says_it_from_three_persons_on():
    assert led(answered("Demandez {}.", ("Julie", "Marc")))[0] == []
    found, _ = led(answered("Demandez {}.", ("Camille", "Nadia", "Louise")))
    item = reasons(found[0])["standard_number"]
    assert item["statement"] == "Sous un même numéro, on demande 3 personnes par leur prénom dans 6 textes."


def test_a_word_that_only_looks_like_a_switchboard_is_none():
    found, _ = led(answered("Cuisine standard, qualité standard. Je suis {}.", ("Camille", "Nadia")))
    assert found == []


def test_a_number_beside_direct_ones_is_named_with_theirs():
    found, _ = led(answered("Standard ouvert, demandez {}.", ("Camille", "Nadia"), own=True))
    assert "standard_number" in reasons(found[0])


@pytest.mark.parametrize("house", ["Hôtel du Parc", "Agence immobilière", "Taxi de Flers"])
def test_a_number_of_a_house_beside_their_own_ties_nobody(house):
    rows = answered(f"Je suis {{}}. {house} :", ("Camille", "Nadia", "Louise"), own=True)
    assert led(rows)[0] == []


def test_where_the_number_of_a_house_is_the_only_way_somebody_has_to_look():
    rows = answered("Agence des Lilas, demandez {} au", ("Camille", "Nadia", "Louise"))
    found, _ = led(rows)
    assert "À vérifier avant tout" in reasons(found[0], "against")["house_number"]["statement"]
