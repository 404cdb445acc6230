"""Which networks become leads, and above all which never do."""

import pytest
from batches import TOWNS, document, led

from maillon_engine.dossier import words
from maillon_engine.leads.names import presented


@pytest.mark.guardrail("G2")
def test_a_hidden_number_and_a_journey_raise_nothing_alone():
    rows = [
        document(i, "Je suis Camille, zéro six trente-neuf 98 O1 23, de passage", town, i)
        for i, town in enumerate(TOWNS)
    ]
    found, together = led(rows)
    assert together
    assert found == []


def organised(handle="Snap : agence_61"):
    names, out = ("Camille", "Inès", "Nadia", "Louise", "Manon", "Chloé"), []
    for i, name in enumerate(names):
        text = f"Studio calme et lumineux au centre. Je suis {name}, tél 06 39 98 77 {i % 3:02d}. {handle}"
        out.append(document(i, text, TOWNS[i % 3], i))
    return out


def test_an_account_over_several_numbers_is_a_lead_with_its_reasons():
    rows = [*organised(), document(90, "Vends vélo bleu. Je suis Paul, tél 06 39 98 00 01", "Caen", 2)]
    found, _ = led(rows)
    assert [(row["rank"], row["documents"]) for row in found] == [(1, 6)]
    reasons = {item["code"]: item for item in found[0]["evidence"]}
    assert {"account_over_phones", "persons_on_contact", "contacts_under_template"} <= reasons.keys()
    shared = reasons["account_over_phones"]
    assert shared["statement"] == "Un même compte sert à 3 numéros de téléphone dans 6 textes."
    texts = {row["id"]: row["text"] for row in rows}
    quoted = {texts[span["id"]][span["start"] : span["end"]] for span in shared["spans"]}
    assert {"agence_61", "06 39 98 77 00"} <= quoted
    assert found[0]["strength"] == pytest.approx(
        sum(item["bits"] for item in found[0]["evidence"] if item["side"] == "for"), abs=0.02
    )


def test_stronger_evidence_comes_first_and_counter_evidence_is_said():
    pair = [
        document(
            50 + i,
            f"Jardin à cultiver, belle parcelle. Je suis Hugo, tél 06 39 98 55 {i:02d}. Insta : jardin_hugo",
            "Flers",
            i,
        )
        for i in range(2)
    ]
    found, _ = led([*organised(), *pair])
    assert [row["rank"] for row in found] == [1, 2]
    assert found[0]["strength"] > found[1]["strength"]
    assert {"one_name", "few_texts"} <= {item["code"] for item in found[1]["evidence"] if item["side"] == "against"}


def test_voices_and_drugs_are_shown_beside_a_tie_and_raise_nothing_alone():
    said = "Elle vous reçoit, weed et ballons 🎈"
    alone = [
        document(i, f"{said}. Je suis Camille, tél 06 39 98 44 44, de passage", town, i) for i, town in enumerate(TOWNS)
    ]
    assert led(alone)[0] == []
    found, _ = led(organised(handle=f"Snap : agence_61. {said}"))
    items = {item["code"]: item for item in found[0]["evidence"]}
    assert items["third_person_voice"]["evidence_class"] == "expert"
    assert (items["drug_words"]["bits"], items["drug_words"]["evidence_class"]) == (0, "weak")
    assert "movement" not in items


def test_two_who_copied_a_text_are_no_lead():
    text = "Appartement rénové avec balcon et parking privé. Je suis {}, tél 06 39 98 66 0{}"
    rows = [document(i, text.format(name, i), "Caen", i) for i, name in enumerate(("Camille", "Inès"))]
    assert led(rows)[0] == []


def test_nothing_in_nothing_out():
    assert led([]) == ([], [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Je suis Camille, appelez Inès", ["camille", "inès"]),
        ("Appelez au 06, contactez Madame", []),
        ("ask for Jean-Marc", ["jean-marc"]),
        ("je suis disponible", []),
        ("Nous sommes une équipe, Camille et ses collègues se déplacent. Ici Louise.", ["camille", "louise"]),
        ("Somos un equipo, Nuria y sus compañeras. Aquí Carmen.", ["nuria", "carmen"]),
        ("JE SUIS DOUCE ET JE SUIS LIBRE, APPELEZ VITE", []),
        ("Je Suis Nouvelle, Appelez Vite", []),
        ("اسمي سمير. الهاتف: 05", ["سمير"]),
    ],
)
def test_names(text, names):
    assert [name for name, _, _ in presented(text)] == names


def test_the_dossier_has_words_for_every_class():
    found, _ = led(organised(handle="Snap : agence_61. Elle vous reçoit, weed"))
    shown = {words.evidence_class(item["evidence_class"]) for item in found[0]["evidence"]}
    assert not shown & {"predictive", "expert", "structural", "weak"}
