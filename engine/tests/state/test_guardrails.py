"""One person with one number and one name, over several batches: no row in any output, nothing of hers in the state."""

import hashlib
import tempfile
from pathlib import Path

import pytest
from desks import Desk
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = ("Capucine", "Philomène", "Léocadie", "Hermeline")
TOWNS = ("Alençon", "Argentan", "Flers", "Caen", "Le Mans")
PHRASES = (
    "Cours de piano à domicile", "studio meublé près de la gare", "nouvelle en ville, de passage quelques jours",
    "n'hésitez pas à me contacter pour plus de renseignements", "disponible le soir et le week-end",
    "nous sommes deux sœurs", "elle vous reçoit au calme", "garde d'enfants après l'école", "vélo bleu en bon état",
)  # fmt: skip
ORGANISED = [
    f"Studio calme et lumineux au centre. Je suis {name}, tél 06 39 98 77 {i % 3:02d}. Snap : agence_61"
    for i, name in enumerate(("Camille", "Inès", "Nadia", "Louise", "Manon", "Chloé"))
]


def signed(author, *words):
    """A text of one of the authors, with the one name and the one number that are hers."""
    return f"{'. '.join(words)}. Je suis {NAMES[author]}, tél 06 39 98 3{author} {author}7"


@st.composite
def batches(draw):
    """Three batches of the same few authors, who write what they like as often and wherever they like."""
    authors = draw(st.integers(1, 4))
    made = []
    for number in range(3):
        rows = []
        for author in range(authors):
            for _ in range(draw(st.integers(0, 3))):
                text = signed(author, *draw(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4)))
                day = f"2026-03-{draw(st.integers(1, 28)):02d}"
                row = {"id": f"her-own-{number}-{len(rows)}", "text": text, "posted_at": day}
                rows.append({**row, "place": draw(st.sampled_from(TOWNS))})
        made.append([*rows, *(ORGANISED if draw(st.booleans()) else [])])
    return made


def canaries():
    """What of an independent might be found: her words, her number as it stands or as it is meant, her name, dates."""
    for author, name in enumerate(NAMES):
        yield from (name, name.casefold(), f"06 39 98 3{author} {author}7", f"+33639983{author}{author}7")
    yield from ("her-own", "2026-03-", "T00:00:00", *PHRASES)


def shadows(text):
    """Hashes without a key, whole and cut as they are usually cut: whoever guesses a number could make them."""
    for kind in ("phone", "given", ""):
        content = f"{kind}\0{text}".encode() if kind else text.encode()
        for make in (hashlib.sha256, hashlib.md5, hashlib.blake2b, lambda one: hashlib.blake2b(one, digest_size=8)):
            digest = make(content).digest()
            yield from (digest[:8], digest[:8][::-1], digest.hex()[:16].encode())


@pytest.mark.guardrail("G2")
@settings(max_examples=6, deadline=None)
@given(batches())
def test_independents_leave_no_row_however_often_they_come_back(made):
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for rows in filter(None, made):
            out = desk.take(rows)
            assert not [one for one in out.ids if one.startswith("her-own")]
            assert not [row for name in ("edges", "networks") for row in out.rows(name) if "her-own" in row["id"]]
        content = desk.state_bytes() if desk.runs else b""
        assert not [one for one in canaries() if one.encode() in content]
        assert not [one for one in canaries() if any(shadow in content for shadow in shadows(one))]


@pytest.mark.guardrail("G2")
def test_who_copied_one_text_and_then_another_is_no_lead(desk):
    # Three on their own sign one text again and again, over both batches; two of them have another in common.
    lessons, studio, sisters, bicycle = PHRASES[0], PHRASES[1], PHRASES[5], PHRASES[8]
    wordings = (
        (0, lessons, lessons, studio, lessons), (0, sisters),
        (1, studio, lessons, sisters), (1, sisters, lessons, studio, PHRASES[7]), (1, lessons),
        (2, lessons, PHRASES[2], bicycle), (2, lessons), (2, PHRASES[3], studio, lessons, sisters),
    )  # fmt: skip
    assert desk.take([signed(author, *words) for author, *words in wordings]).ids == set()
    assert desk.take([signed(0, bicycle)]).ids == set()


@pytest.mark.guardrail("G2")
def test_the_search_for_what_is_left_of_somebody_would_find_it(desk):
    desk.take(ORGANISED)
    content = desk.state_bytes()
    assert b"agence_61" in content
    assert b"Nadia" in content


@pytest.mark.guardrail("G2")
def test_without_sketches_nothing_at_all_is_remembered_of_whoever_is_in_no_lead(tmp_path):
    desk = Desk(tmp_path, sketches=False)
    desk.take([*ORGANISED, "Cours de piano à domicile. Je suis Capucine, tél 06 39 98 30 07"])
    (batch,) = desk.known()["batches"]
    assert (batch["texts"], batch["rows"], batch["kept"]) == (7, 6, 6)


@pytest.mark.guardrail("G2")
def test_a_text_whose_network_is_no_lead_any_more_is_let_go(desk):
    # Three names on one number are a lead; then the number turns out to be a platform's, beside everybody's own.
    desk.take([f"Vente de fleurs. Je suis {name}, tél 06 39 98 11 11" for name in ("Camille", "Inès", "Nadia")])
    assert desk.known()["batches"][0]["kept"] == 3
    others = [
        f"{PHRASES[i % 9]}, {TOWNS[i % 5]} {PHRASES[(i * 4 + 1) % 9]}. tél 06 39 98 50 {i:02d}, ou 06 39 98 11 11"
        for i in range(40)
    ]
    out = desk.take(others)
    assert out.ids == set()
    assert desk.known()["batches"][0]["kept"] == 0
    assert b"Nadia" not in desk.state_bytes()
