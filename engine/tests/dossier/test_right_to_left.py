"""An Arabic advert in a lead: each text runs its own way, and what is French inside it stays readable."""

import re
import sys
from pathlib import Path

import pytest

from maillon_engine.dossier.directions import direction
from maillon_engine.dossier.rendering import render

sys.path.insert(0, str(Path(__file__).parent))
from invented_lead import MANIFEST, PLACES, made, parts, table

ARABIC = " دروس بيانو في المنزل، الأولى مجانية بدون التزام، كبار مرحب بهم، قواعد خطوة بخطوة ومواد مشمولة"


def arabic():
    """The invented lead with a first text that begins in French letters and goes on in Arabic, and so its template."""
    tables = made()
    rows = tables["documents"].to_pylist()
    rows[0]["text"] += ARABIC * 2
    template = tables["templates"].to_pylist()[0]
    template["parts"] = [{**part, "text": ARABIC if part["role"] == "constant" else ""} for part in parts()]
    return {**tables, "documents": table("documents", rows), "templates": table("templates", [template])}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "ltr"),
        ("06 39 98 00 42 …", "ltr"),
        ("Alençon دروس فرنسية في المنزل", "rtl"),
        ("Cours de piano (درس)", "ltr"),
        ("שיעורי פסנתר Caen", "rtl"),
    ],
)
def test_a_text_runs_the_way_of_most_of_its_letters(text, expected):
    assert direction(text) == expected


def test_quotations_and_texts_run_their_own_way():
    page = render(arabic(), MANIFEST, PLACES)
    quoted = re.findall(r'<blockquote dir="(\w+)"', page)
    assert quoted == ["rtl", "ltr", "ltr", "ltr", "ltr", "ltr"]
    assert len(re.findall(r'<td dir="rtl">', page)) == 1
    assert '<html lang="fr" dir="ltr">' in page


def test_french_in_an_arabic_template_is_set_apart():
    page = render(arabic(), MANIFEST, PLACES)
    (template,) = re.findall(r'<p class="template" dir="(\w+)">(.*?)</p>', page, re.DOTALL)
    assert template[0] == "rtl"
    assert template[1].count('<bdi class="slot" dir="ltr">') == 3
    assert "<bdi>Caen</bdi>" in template[1]
    assert '<bdi class="soft" dir="ltr">(80 %)</bdi>' in template[1]
