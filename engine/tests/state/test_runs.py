"""From one batch to the next: what is found again, what a run leaves, what happens when it is disturbed."""

import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from maillon_engine.errors import StateRefused
from maillon_engine.pipeline.detect import detect
from maillon_engine.state.folder import opened
from maillon_engine.state.secret import Secret

HANDLE = "Snap : agence_61"
FIRST = [
    "Studio calme près de la gare. Je suis Camille, tél 06 39 98 77 01. " + HANDLE,
    "Vends vélo bleu. 06 39 98 00 01",
]
SECOND = ["Chambre au centre, bail court. Je suis Inès, tél 06 39 98 77 02. " + HANDLE, "Vends table. 06 39 98 00 02"]


def statements(out):
    return {item["code"]: item["statement"] for row in out.rows("leads") for item in row["evidence"]}


def test_what_no_batch_shows_alone_shows_with_an_earlier_text_that_is_counted_and_not_kept(desk):
    first = desk.take(FIRST)
    assert first.rows("leads") == []
    second = desk.take(SECOND)
    (lead,) = second.rows("leads")
    assert (lead["documents"], lead["earlier"]) == (1, 1)
    assert second.ids == {"b2-0"}
    said = statements(second)["account_over_phones"]
    assert said == ("Un même compte sert à 2 numéros de téléphone dans 2 textes, dont 1 texte antérieur, non conservé.")
    assert {span["id"] for item in lead["evidence"] for span in item["spans"]} <= {"b2-0"}
    content = second.content()
    assert not [one for one in ("Camille", "637701", "\U0010fffd", "b1-0") if one.encode() in content]
    assert "<strong>1</strong> texte antérieur, non conservé" in content.decode(errors="replace")


def test_the_same_wording_under_another_number_is_found_by_a_sketch_of_words(desk):
    text = "Appartement rénové avec balcon, parking privé et cave, bail de {} mois, libre en {}. Je suis {}, tél {}"
    first = [text.format(6, "mars", "Camille", "06 39 98 77 01"), *FIRST[1:]]
    desk.take(first)
    out = desk.take([text.format(9, "mai", name, "06 39 98 77 02") for name in ("Inès", "Nadia", "Louise")])
    assert {"contacts_under_template", "persons_on_contact"} <= statements(out).keys()
    assert statements(out)["contacts_under_template"].endswith("dans 4 textes, dont 1 texte antérieur, non conservé.")


def test_names_are_compared_with_earlier_ones_as_with_those_of_the_batch(desk):
    desk.take(
        ["Cours de piano. Je suis Camille, tél 06 39 98 77 01", "Atelier de pain. Je suis Inès, tél 06 39 98 77 01"]
    )
    same = desk.take(["Garde de chats. Je suis Camille, tél 06 39 98 77 01"])
    assert same.rows("leads") == []
    third = desk.take(["Taille de haies. Je suis Nadia, tél 06 39 98 77 01"])
    assert "sous 3 prénoms dans 4 textes" in statements(third)["persons_on_contact"]


def test_texts_of_an_earlier_lead_come_back_in_full_and_the_output_ends_with_the_first_of_them(desk):
    rows = [f"Studio {i} au calme. Je suis {name}, tél 06 39 98 77 00" for i, name in enumerate(("Ana", "Zoé", "Lou"))]
    assert len(desk.take(rows, until="2027-01-31").ids) == 3
    out = desk.take([{"id": "b1-0", "text": "Maison au bord de l'eau. Je suis Eva, tél 06 39 98 77 00"}])
    assert len(out.ids) == 4
    assert {one.partition("#")[0] for one in out.ids} == {"b1-0", "b1-1", "b1-2"}
    assert out.manifest["keep_until"] == "2027-01-31"
    assert out.manifest["basis"]["keep_until"] == "2027-05-20"
    assert [one["documents"] for one in out.manifest["state"]["documents_from"]] == [3]


def test_a_lead_that_the_batch_adds_nothing_to_is_not_shown_again(desk):
    desk.take([f"Studio {i}. Je suis {name}, tél 06 39 98 77 00" for i, name in enumerate(("Ana", "Zoé", "Lou"))])
    out = desk.take(["Vends table ronde. 06 39 98 00 02"])
    assert out.rows("leads") == []
    assert desk.known()["batches"][0]["kept"] == 3


def test_the_same_batch_twice_changes_nothing_and_gives_the_same(desk):
    desk.take(FIRST)
    run = desk.run(SECOND)
    made = detect(run)
    before = desk.state_bytes()
    again = detect(replace(run, out=run.out.with_name("again")))
    assert again["digests"] == made["digests"]
    assert desk.state_bytes() == before
    assert len(desk.known()["batches"]) == 2


def test_the_same_texts_under_another_basis_are_nobody_twice(desk):
    rows = ["Cours de piano. Je suis Ana, tél 06 39 98 77 00", "Atelier. Je suis Zoé, tél 06 39 98 77 00"]
    told = [{"id": f"one-{i}", "text": text} for i, text in enumerate(rows)]
    desk.take(told)
    desk.take(told, until="2027-03-01")
    assert [one["keep_until"] for one in desk.known()["batches"]] == ["2027-05-20"]


KILLED = """
    import os, signal, sys
    from pathlib import Path
    sys.path.insert(0, {here!r})
    from desks import Desk
    from maillon_engine.pipeline import workplace
    from maillon_engine.pipeline.detect import detect
    from maillon_engine.state import folder, index, kept
    owner, _, name = {where!r}.rpartition(".")
    target = eval(owner)
    done = getattr(target, name)
    def killed(*one, **more):
        if {after!r}:
            done(*one, **more)
        os.kill(os.getpid(), signal.SIGKILL)
    setattr(target, name, killed)
    detect(Desk(Path({home!r})).asked(2))
"""


@pytest.mark.parametrize(
    ("where", "after", "taken"),
    [
        ("index.write", True, 1),
        ("kept.write", True, 1),
        ("folder.State._write", False, 1),
        ("folder.State._write", True, 2),
        ("workplace.Workplace.publish", False, 2),
    ],
)
def test_a_killed_run_leaves_the_state_as_it_was_or_with_the_batch_whole(desk, where, after, taken):
    desk.take(FIRST)
    run = desk.run(SECOND)
    here, home = str(Path(__file__).parent), str(desk.home)
    code = textwrap.dedent(KILLED).format(here=here, home=home, where=where, after=after)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=os.environ.copy())
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert len(desk.known()["batches"]) == taken
    with opened(desk.state, Secret(bytes(range(32)))):
        folders = {path.name for path in desk.state.iterdir() if path.is_dir()}
    assert folders == {one["key"][:32] for one in desk.known()["batches"]}
    assert not run.out.exists()
    made = detect(run)
    assert made["counts"]["kept"]["leads"] == 1
    assert made["state"]["earlier_texts"] == 1
    assert [one["texts"] for one in desk.known()["batches"]] == [2, 2]


def test_two_runs_do_not_hold_one_state(desk):
    desk.take(FIRST)
    with opened(desk.state, None), pytest.raises(StateRefused, match="Another run holds the state"):
        desk.take(SECOND)


def test_another_key_another_version_and_a_strange_folder_are_refused_and_left_alone(desk, tmp_path):
    desk.take(FIRST)
    before = desk.state_bytes()
    with pytest.raises(StateRefused, match="another key"):
        desk.take(SECOND, key=b"1" * 32)
    assert desk.state_bytes() == before
    (desk.state / "state.json").write_text('{"version": 99}', "utf-8")
    with pytest.raises(StateRefused, match="version 1"):
        desk.take(SECOND)
    strange = tmp_path / "strange"
    strange.mkdir()
    (strange / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(StateRefused, match="is no state"), opened(strange, None):
        pass
    assert (strange / "letter.txt").read_text("utf-8") == "mine"
