"""No word and no French punctuation stands in a template outside gettext: another language could not replace it."""

import re
from pathlib import Path

import pytest

import maillon

PORTALS = Path(maillon.__file__).parent / "portals"
# Style sheets for paper, and the gallery of components, which shows the developers' own words.
TEMPLATES = sorted(
    path
    for path in PORTALS.rglob("templates/**/*.html")
    if path.name not in {"style.html", "gallery.html"} and path.parent.name != "gallery"
)
TRANSLATED = re.compile(r"\{% (blocktranslate|comment)\b.*?\{% end\1 %\}", re.DOTALL)
# Blocks that fill an attribute.
VALUES = re.compile(r"\{% block (?:width|dir|robots) %\}[^{]*\{% endblock[^%]*%\}")
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
SPOKEN = re.compile(r'(?:aria-label|title|alt|placeholder)="[^"]*\w[^"]*"')
# SMS is said everywhere.
NAMES = re.compile(r"Maillon|SMS|noindex, nofollow|index, follow")


def literals(text: str) -> list[str]:
    """What of a template would be shown as it stands."""
    bare = TAG.sub("", VALUES.sub("", TRANSLATED.sub("", text)))
    spoken = SPOKEN.findall(bare)
    shown = NAMES.sub("", re.sub(r"<[^>]*>", " ", bare))
    return spoken + re.findall(r"[^\W\d_]+|[:;?!«»]", re.sub(r"&\w+;", "", shown))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PORTALS)))
def test_every_word_goes_through_gettext(path):
    assert literals(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("text", ["<p>Bonjour</p>", "<p>{{ a }} : {{ b }}</p>", '<nav aria-label="Menu"></nav>'])
def test_the_search_would_notice(text):
    assert literals(text)
