"""The page: whole, closed in on itself, and silent about who is who."""

import inspect
import re
import sys
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from maillon_engine import schemas
from maillon_engine.dossier.doubts import ALWAYS, DOUBTS, doubts
from maillon_engine.dossier.rendering import render, write
from maillon_engine.leads import crossings, rules, sharing, travelling, wording

sys.path.insert(0, str(Path(__file__).parent))
from invented_lead import MANIFEST, NAMES, NUMBER, PLACES, made, table

VOID = {"meta", "br", "hr", "img", "link", "input"}


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.tags, self.addresses, self.words = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        self.addresses += [value for name, value in attrs if name in {"href", "src", "action", "xlink:href", "srcset"}]

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def read(page):
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


def test_the_page_is_one_file_without_script_or_address_elsewhere():
    page = render(made(), MANIFEST, PLACES)
    reader = read(page)
    assert "script" not in reader.tags
    assert all(address.startswith("#") for address in reader.addresses)
    assert not re.findall(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", page)
    assert reader.tags.count("svg") == 3


def test_it_says_what_why_against_when_where_and_on_which_basis():
    text = " ".join(read(render(made(), MANIFEST, PLACES)).words)
    for said in (
        "constat sur les textes",
        "peut être celui d’une école",
        "412 bits",
        "Alençon",
        "02/03/2026",
        "PV 0000/2026",
    ):
        assert said in text


@pytest.mark.guardrail("G12")
def test_invented_data_says_so():
    assert "Données inventées : personne" in render(made(), MANIFEST, PLACES)
    real = {**MANIFEST, "basis": {**MANIFEST["basis"], "invented": False}}
    assert "Données inventées : personne" not in render(made(), real, PLACES)


def test_names_and_numbers_are_hidden_unless_asked_for():
    hidden, shown = render(made(), MANIFEST, PLACES), render(made(), MANIFEST, PLACES, reveal=True)
    for canary in (*NAMES, NUMBER, "+33639980042", "0639980042"):
        assert canary not in hidden
    assert all(name in shown for name in NAMES)
    assert NUMBER in shown
    assert "Noms et numéros montrés en clair" in shown


def test_a_text_cannot_break_out_of_its_quotation():
    page = render(made(extra=" <script>alert(1)</script> \"' </td></table>"), MANIFEST, PLACES)
    assert "script" not in read(page).tags


def test_the_circuit_is_a_map_and_a_table():
    page = render(made(), MANIFEST, PLACES)
    rows = re.findall(
        r"<tr><td>(\d)</td><th scope=\"row\">([^<]+)</th><td>([\d/]+)</td><td>([\d/]+)</td><td>(\d)</td></tr>", page
    )
    assert rows == [
        ("1", "Alençon", "02/03/2026", "11/03/2026", "2"),
        ("2", "Caen", "05/03/2026", "14/03/2026", "2"),
        ("3", "Le Mans", "08/03/2026", "17/03/2026", "2"),
    ]


def test_every_reason_for_a_lead_has_its_doubt():
    tables = made()
    lead = tables["leads"].to_pylist()[0]
    item = lead["evidence"][0]
    lead["evidence"] = [{**item, "code": code} for code in DOUBTS]
    page = render({**tables, "leads": table("leads", [lead])}, MANIFEST, PLACES)
    for doubt in (*DOUBTS.values(), *ALWAYS):
        assert escape(doubt) in page


def test_doubts_are_said_once_and_never_missing():
    assert doubts(["circuit", "circuit", "no such code"]) == [DOUBTS["circuit"], *ALWAYS]


def test_every_code_of_the_rules_has_a_doubt():
    rooms = (crossings, rules, sharing, travelling, wording)
    source = "".join(inspect.getsource(room) for room in rooms)
    codes = set(re.findall(r'"([a-z]+(?:_[a-z]+)+)"', source)) | {"circuit"}
    against = {"one_contact", "one_name", "few_texts", "hubs"}
    assert len(codes - against) >= 8
    # Signs that a rule reads, and what speaks against: no reasons of their own.
    others = {"asked_for", "common_circuit", "drug_slang", "drug_words"}
    assert {code for code in codes - against if code not in DOUBTS} <= others


def test_a_run_without_leads_says_that_nothing_was_kept(tmp_path):
    empty = {name: table(name, []) for name in schemas.TABLES}
    path = write(tmp_path, empty, MANIFEST, {})
    assert "Aucun texte n’a été gardé" in path.read_text("utf-8")


def test_the_same_tables_give_the_same_page():
    assert render(made(), MANIFEST, PLACES) == render(made(), MANIFEST, PLACES)
