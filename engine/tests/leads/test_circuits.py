"""Circuits: who travels together against all chance, and when that speaks of somebody who plans it."""

from datetime import date, timedelta
from random import Random

import pytest
from batches import BEGIN, document, led, reasons, tables

ROUND = ("Caen", "Rennes", "Le Mans", "Flers", "Tours", "Nantes")
ELSEWHERE = (*ROUND, "Lille", "Reims", "Dijon", "Brest", "Angers", "Rouen", "Amiens", "Metz", "Pau")
NAMES = ("Camille", "Inès", "Nadia", "Louise")
GOODS = ("Cours de chant", "Vélo", "Armoire", "Jardin", "Garde d'enfants", "Piano droit", "Canapé", "Box fermé")
STATES = ("pour débutants", "en bon état", "à louer", "à partager", "à échanger", "sans engagement", "à saisir")
TERMS = ("le soir", "prix à débattre", "sur rendez-vous", "paiement en espèces", "libre de suite", "photos sur demande")


def told(town, day, stay=3):
    first = BEGIN + timedelta(days=day)
    return f"à {town} du {first:%d/%m} au {first + timedelta(days=stay):%d/%m}"


def background(number=80, seed=3, towns=ELSEWHERE):
    """People who travel on their own: five stays each, in towns and on days of their own choice."""
    luck, rows = Random(seed), []
    for author in range(number):
        street = f"{luck.choice('ABCDEFGH')}{author}"
        subject = f"{luck.choice(GOODS)} {luck.choice(STATES)}, {luck.choice(TERMS)}"
        own = f"{subject}, rue {street}. Tél 06 39 98 {40 + author // 100:02d} {author % 100:02d}"
        for _ in range(5):
            rows.append(document(5000 + len(rows), own, luck.choice(towns), luck.randint(0, 150)))
    return rows


def travellers(contacts, stops, *, slip=0, how="told", said="Studio calme et lumineux au centre, belle terrasse"):
    """One set that comes to a town each week, members up to `slip` days late; one text with slots."""
    rows: list[dict[str, object]] = []
    for member in range(contacts):
        for stop in range(stops):
            town, day = ROUND[stop % len(ROUND)], 7 * stop + (member % (slip + 1))
            where = f"{told(town, day)}. " if how != "posted" else ""
            text = f"{said}. {where}Je suis {NAMES[member]}, tél 06 39 98 77 {member:02d}"
            posted = how != "undated"
            rows.append(document(len(rows), text, town if posted else None, day if posted else None))
    return rows


def circuits(rows):
    return {row["value"] for row in tables(rows)["edges"].to_pylist() if row["kind"] == "tour"}


@pytest.mark.parametrize("how", ["told", "posted", "undated"])
@pytest.mark.parametrize("slip", [0, 1, 2])
def test_three_who_travel_together_are_a_lead_of_their_texts_alone(how, slip):
    rows = travellers(3, 4, slip=slip, how=how)
    found, _ = led([*rows, *background()])
    assert [lead["documents"] for lead in found] == [len(rows)]
    said = reasons(found[0])["circuit"]
    assert said["evidence_class"] == "structural"
    assert said["statement"].startswith("3 coordonnées passent ensemble par 4 villes, en 4 séjours")


def test_towns_in_another_order_are_no_circuit():
    rows = travellers(3, 5, how="posted")
    for place, row in enumerate(rows):
        row["posted_at"] = BEGIN + timedelta(days=7 * ((place * 2 + place // 5) % 5) + 40 * (place // 5))
    assert not circuits([*rows, *background()])


def test_strangers_who_travel_on_their_own_make_no_circuit():
    assert not circuits(background(300, seed=8))
    assert not circuits(background(150, towns=ROUND))


def test_two_who_go_to_and_fro_between_neighbouring_towns_make_no_circuit():
    luck = Random(4)
    rows = [
        document(day, f"Leçons de dessin, atelier {day % 2}. Tél 06 39 98 55 0{day % 2}", luck.choice(ROUND[:3]), day)
        for day in range(120)
    ]
    assert not circuits([*rows, *background()])


def test_words_of_movement_make_no_circuit():
    said = "Nouvelle en ville, de passage quelques jours, en tournée, leaving soon"
    rows = [
        document(
            member * 10 + stop,
            f"{said}. Je suis {NAMES[member]}, tél 06 39 98 77 {member:02d}",
            ROUND[(stop + member) % 6],
            7 * stop,
        )
        for member in range(3)
        for stop in range(5)
    ]
    found, _ = led([*rows, *background()])
    assert not circuits([*rows, *background()])
    assert all("circuit" not in reasons(lead) for lead in found)


def test_one_journey_of_two_friends_is_no_lead_and_a_round_that_two_keep_up_is_shown_with_its_doubt():
    assert led([*travellers(2, 4), *background()])[0] == []
    found, _ = led([*travellers(2, 8), *background()])
    assert {"circuit", "contacts_under_template"} <= reasons(found[0]).keys()
    assert "pair" in reasons(found[0], "against")


def test_a_fair_that_the_texts_speak_of_explains_their_circuit():
    rows = travellers(3, 4, said="Stand de miel à la foire, dégustation offerte")
    found, _ = led([*rows, *background()])
    assert found == []
    account = [{**row, "text": f"{row['text']}. Snap : miel_ornais"} for row in rows]
    shown, _ = led([*account, *background()])
    assert "occasion" in reasons(shown[0], "against")


TRADES = (
    "Livres anciens et cartes postales", "Miel de montagne, pain d'épices", "Affûtage de couteaux et ciseaux",
    "Paniers en osier tressés main", "Bijoux de verre soufflé", "Plants de tomates, semences",
)  # fmt: skip


def stranger(author, stop, town):
    text = f"{TRADES[author]}. {told(town, 7 * stop)}. Tél 06 39 98 66 {author:02d}"
    return document(900 + 10 * author + stop, text, town, 7 * stop)


@pytest.mark.parametrize(("members", "leads"), [(3, 1), (2, 0)])
def test_a_circuit_of_three_is_enough_where_a_link_alone_ties_their_texts(members, leads):
    rows = [stranger(author, stop, town) for author in range(members) for stop, town in enumerate(ROUND[:5])]
    tied = [{**row, "text": f"{row['text']}. Voir www.atelier-des-lilas.fr/produits"} for row in rows]
    found, _ = led([*tied, *background()])
    assert len(found) == leads
    assert [list(reasons(lead)) for lead in found] == [["circuit"]] * leads


def test_a_circuit_that_as_many_others_make_does_not_count():
    others = [stranger(author, stop, town) for author in range(6) for stop, town in enumerate(ROUND[:4])]
    rows = [{**row, "text": f"{row['text']}. Snap : lilas_orne"} for row in travellers(3, 4)]
    found, _ = led([*rows, *others, *background()])
    assert [lead["documents"] for lead in found] == [12]
    assert "common_circuit" in reasons(found[0], "against")
    assert led([*travellers(3, 4), *others, *background()])[0] == []


def test_a_stay_without_a_year_is_read_in_the_year_of_its_text():
    rows = travellers(3, 4, how="told")
    values = circuits([*rows, *background()])
    assert {value.rsplit("@")[1] for value in values} == {date(2026, 3, 1).isoformat()}
