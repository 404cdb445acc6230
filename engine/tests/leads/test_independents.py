"""Guardrail G2: people who advertise on their own are never leads, whatever they do, alone or side by side."""

from datetime import timedelta
from random import Random

import pytest
from batches import BEGIN, TOWNS, led
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PHRASES = (
    "Cours de piano à domicile", "studio meublé près de la gare", "nouvelle en ville, de passage quelques jours",
    "n'hésitez pas à me contacter pour plus de renseignements", "disponible le soir et le week-end",
    "paiement en espèces",
    "garde d'enfants après l'école", "vélo bleu en bon état", "jardin à cultiver, belle parcelle",
    "nous sommes deux sœurs", "photos sur demande", "personne de confiance, 100 % sérieuse", "toute jeune étudiante",
    "elle vous reçoit", "weed et ballons 🎈", "❄️🔑", "New in town, leaving soon", "piano lessons for beginners",
    "clases de guitarra para adultos", "curățenie de primăvară", "دروس في العزف على العود",
)  # fmt: skip
NAMES = ("Camille", "Inès", "Nadia", "Louise", "Manon", "Chloé", "Raluca", "Carmen", "Hugo", "Samir")
CUES = ("Je suis {}", "demandez {}", "Me llamo {}", "My name is {}", "Sunt {}")
SYLLABLES = ("ba", "cor", "di", "fel", "gu", "lan", "mo", "nar", "pi", "ris", "sou", "tel", "va", "zin")
FAIRS = (("Caen", "12", "14"), ("Rennes", "20", "22"), ("Le Mans", "27", "29"))


class Batch:
    """Collects the texts of authors; every author has a number of her own, in the ranges kept for fiction."""

    def __init__(self):
        self.rows, self.authors = [], 0

    def phone(self):
        self.authors += 1
        return f"06 39 98 {self.authors // 100:02d} {self.authors % 100:02d}"

    def add(self, text, town, day, source=None):
        self.rows.append({
            "id": f"d{len(self.rows):04}", "text": text, "posted_at": BEGIN + timedelta(days=day), "place": town,
            "source": source,
        })  # fmt: skip


def wording(draw, batch):
    """Stock phrases that everybody uses, and a few words that are her own: who has none has copied (see `friends`)."""
    stock = draw(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4, unique=True))
    own = Random(1000 + batch.authors)
    place, thing = ("".join(own.sample(SYLLABLES, 3)) for _ in range(2))
    return ". ".join([*stock, f"Rue {place.title()}, derrière le {thing}"])


def hidden(phone, how):
    """A way of writing the number; all are read as the same."""
    return (phone, phone.replace(" ", "."), phone.replace("0", "O", 1), f"+33 {phone[1:]}", phone.replace(" ", ""))[how]


def traveller(draw, batch):
    """One number, one name, one account; many towns, told or not; several platforms and languages."""
    phone, name = batch.phone(), draw(st.sampled_from(NAMES))
    account = f"Snap : perso_{batch.authors:03d}_{name.lower()[:3]}"
    for stop in range(draw(st.integers(2, 8))):
        town, day = draw(st.sampled_from(TOWNS)), draw(st.integers(0, 60))
        told = f"De passage à {town} du {day % 25 + 1}/04 au {day % 25 + 4}/04." if stop % 2 else ""
        shout = draw(st.sampled_from((str, str.upper, str.title)))
        cue = draw(st.sampled_from(CUES)).format(name)
        number = hidden(phone, draw(st.integers(0, 4)))
        text = shout(f"{wording(draw, batch)}. {told} {cue}, tél {number}")
        batch.add(f"{text}. {account}" if draw(st.booleans()) else text, town, day, f"site-{stop % 2}.invalid")


def reposter(draw, batch):
    """The same text fifty times, over the towns, in an order of her own."""
    text = f"{wording(draw, batch)}. Je suis {draw(st.sampled_from(NAMES))}, tél {batch.phone()}"
    towns = Random(batch.authors)
    for day in range(50):
        batch.add(text, towns.choice(TOWNS), day)


def friends(draw, batch):
    """Two who copied a text and stay where they are; or make one journey together."""
    said, together = wording(draw, batch), draw(st.booleans())
    for name in draw(st.permutations(NAMES))[:2]:
        phone = batch.phone()
        for stop in range(3):
            town = TOWNS[stop if together else 0]
            batch.add(f"{said}. Je suis {name}, tél {phone}", town, 7 * stop)


def visitors(draw, batch):
    """Twenty strangers who answer the same dates of fairs; half of the time they say that it is a fair."""
    occasion = draw(st.sampled_from(("à la foire de", "à")))
    for author in range(20):
        phone, name = batch.phone(), NAMES[author % len(NAMES)]
        for town, first, last in FAIRS:
            text = f"{wording(draw, batch)}. {name} sera {occasion} {town} du {first} au {last} mars. Tél {phone}"
            batch.add(text, town, int(first) - 2)


def guests(draw, batch):
    """Strangers who give the number of their hotel, agency or taxi beside their own."""
    house = draw(st.sampled_from(("hôtel du Parc", "agence de la Gare", "taxi Flers")))
    shared = f"02 61 91 {batch.authors % 100:02d} {draw(st.integers(10, 99))}"
    for author in range(draw(st.integers(3, 14))):
        name = NAMES[author % len(NAMES)]
        text = f"{wording(draw, batch)}. Je suis {name}, tél {batch.phone()}. {house} : {shared}"
        batch.add(text, TOWNS[author % 3], author)


def couple(draw, batch):
    """Two who share a telephone."""
    phone = batch.phone()
    for turn in range(draw(st.integers(2, 8))):
        batch.add(f"{wording(draw, batch)}. Demandez {('Julie', 'Marc')[turn % 2]} au {phone}", "Flers", turn)


def others(batch):
    """A hundred more who say what everybody says: in a batch of four texts nobody can tell a stock phrase."""
    luck = Random(5)
    for day in range(100):
        said = luck.sample(PHRASES, luck.randint(1, 4))
        place, thing = ("".join(luck.sample(SYLLABLES, 3)) for _ in range(2))
        batch.add(
            f"{'. '.join(said)}. Rue {place.title()}, derrière le {thing}. Tél {batch.phone()}",
            luck.choice(TOWNS),
            day % 60,
        )


EVERYBODY = (traveller, reposter, friends, visitors, guests, couple)


@st.composite
def independents(draw):
    batch = Batch()
    others(batch)
    for make in draw(st.lists(st.sampled_from(EVERYBODY), min_size=1, max_size=4)):
        make(draw, batch)
    return batch.rows


@pytest.mark.guardrail("G2")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(independents())
def test_independents_are_never_leads(rows):
    assert led(rows)[0] == []


@pytest.mark.guardrail("G2")
def test_the_number_of_a_platform_is_no_second_number_of_an_author():
    batch = Batch()
    others(batch)
    for row in batch.rows:
        row["text"] += ". Service client du site : 02 61 91 00 00"
    phone = batch.phone()
    for day, said in enumerate(PHRASES[:4]):
        batch.add(f"{said}. Tél {phone}. Snap : lilas_orne. Service client du site : 02 61 91 00 00", "Caen", day)
    assert led(batch.rows)[0] == []


@pytest.mark.guardrail("G2")
def test_who_only_looks_like_an_organisation_is_not_in_its_lead():
    batch = Batch()
    others(batch)
    said = "Studio calme et lumineux au centre, belle terrasse. Snap : lilas_orne. Tél {}"
    for day in range(12):
        batch.add(said.format(f"06 39 98 99 {day % 3:02d}"), TOWNS[day % 3], day)
    stranger = len(batch.rows)
    batch.add(f"Studio calme et lumineux au centre, belle terrasse. Tél {batch.phone()}", "Flers", 3)
    found, networks = led(batch.rows)
    assert [lead["documents"] for lead in found] == [12]
    assert f"d{stranger:04}" not in {row["id"] for row in networks}
