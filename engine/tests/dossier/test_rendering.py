"""The page: whole, closed in on itself, and silent about who is who."""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from maillon_engine import schemas
from maillon_engine.dossier.rendering import render, write

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


def test_texts_of_any_direction_find_theirs():
    page = render(made(extra=" درس موسيقى"), MANIFEST, PLACES)
    assert page.count('dir="auto"') > 10
    assert "درس" in page


def test_a_run_without_leads_says_that_nothing_was_kept(tmp_path):
    empty = {name: table(name, []) for name in schemas.TABLES}
    path = write(tmp_path, empty, MANIFEST, {})
    assert "Aucun texte n’a été gardé" in path.read_text("utf-8")


def test_the_same_tables_give_the_same_page():
    assert render(made(), MANIFEST, PLACES) == render(made(), MANIFEST, PLACES)
