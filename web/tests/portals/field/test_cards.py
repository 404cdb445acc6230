"""The cards on both doors: a page for each trade, and a sheet of paper that stands for it."""

import io
import subprocess
from unittest.mock import Mock

import pypdf
import pytest
import time_machine
from django.test import Client, override_settings
from django.utils import translation

from maillon.base.models import Instance
from maillon.guidance.enums import Trade
from maillon.guidance.rulebook import load
from maillon.portals.components.pdf import PdfUnavailable
from maillon.portals.field.cards import views
from tests.portals.components.rendering import Page
from tests.portals.public.process import SETTINGS

pytestmark = pytest.mark.django_db
A4 = (595, 842)


@pytest.fixture(params=["public", "pro"])
def door(request):
    """A client of either process, without an account."""
    with override_settings(**SETTINGS if request.param == "public" else {}):
        yield Client()


@pytest.fixture
def public():
    with override_settings(**SETTINGS):
        yield Client()


def words(text: str) -> str:
    """A text without what a line break may change: poppler drops a hyphen at the end of a line."""
    return "".join(text.replace("-", "").split())


def sheet(client: Client, address: str) -> tuple[bytes, pypdf.PdfReader]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    return response.content, pypdf.PdfReader(io.BytesIO(response.content))


def printed(content: bytes) -> str:
    """What poppler reads on the sheet, in its reading order."""
    command = ["pdftotext", "-", "-"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()


def test_every_trade_leads_to_its_card(door):
    links = {link["href"] for link in Page(door.get("/fiches/").content.decode()).all("a")}
    assert {f"/fiches/{trade.value}/" for trade in Trade} <= links
    assert all(door.get(f"/fiches/{trade.value}/").status_code == 200 for trade in Trade)


@pytest.mark.parametrize("address", ["/fiches/nobody/", "/fiches/nobody.pdf", "/fiches/police"])
def test_another_word_is_no_address(public, address):
    assert public.get(address).status_code in {404, 301}


def test_a_card_says_all_its_lines_its_numbers_and_its_sources(door):
    card = load().cards[Trade.LODGING]
    page = door.get("/fiches/lodging/").content.decode()
    assert all(item.text.replace("'", "&#x27;") in page for item in card.items)
    assert all(f"{source.text}, {source.article}" in page for item in card.items for source in item.law)
    assert all(source.title in page for item in card.items for source in item.practice)
    assert all(f"tel:{one.number}" in page or f"sms:{one.number}" in page for one in card.contacts)
    assert load().version in page
    assert 'href="/fiches/lodging.pdf"' in page


def test_the_cards_are_read_only_and_leave_nothing_behind(public):
    for address in ("/fiches/", "/fiches/police/", "/fiches/police.pdf"):
        assert public.post(address).status_code == 405
        response = public.get(address)
        assert not response.cookies
        assert "no-store" in response["Cache-Control"]


def test_what_is_unconfirmed_says_so_and_what_expires_becomes_so(public):
    before = public.get("/fiches/school/").content.decode().count("à confirmer")
    with time_machine.travel(load().cards[Trade.SCHOOL].renew_on, tick=False):
        after = public.get("/fiches/school/").content.decode().count("à confirmer")
    assert 0 < before < after


def test_the_other_language_stays_in_its_language(public):
    page = public.get("/en/fiches/police/").content.decode()
    assert Page(page).one("html")["lang"] == "en"
    assert 'href="/en/fiches/police.pdf"' in page
    assert 'href="/en/doute/"' in page


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("trade", Trade)
def test_a_sheet_is_one_tagged_page_that_holds_the_whole_card(public, trade, language):
    # A demonstration says so on top: no sheet is longer.
    Instance.objects.create(name="Orne", departement_code="61", is_demo=True)
    prefix = "" if language == "fr" else "/en"
    content, reader = sheet(public, f"{prefix}/fiches/{trade.value}.pdf")
    root = reader.trailer["/Root"]
    assert len(reader.pages) == 1
    assert (round(reader.pages[0].mediabox.width), round(reader.pages[0].mediabox.height)) == A4
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    with translation.override(language):
        assert reader.metadata.title.endswith(translation.gettext(load().word(trade)))
        said = words(printed(content))
        card = load().cards[trade]
        assert [item.code for item in card.items if words(translation.gettext(item.text)) not in said] == []
    assert all(words(one.number or one.url) in said for one in card.contacts)
    assert words(load().version) in said


def test_a_sheet_is_drawn_once_and_anew_when_it_says_something_else(public, monkeypatch):
    drawn = Mock(side_effect=lambda html: b"%PDF-" + html[-9:].encode())
    monkeypatch.setattr(views, "_drawn", views.lru_cache(maxsize=4)(drawn))
    for _time in range(3):
        public.get("/fiches/police.pdf")
    assert drawn.call_count == 1
    with time_machine.travel(load().cards[Trade.POLICE].renew_on, tick=False):
        public.get("/fiches/police.pdf")
    assert drawn.call_count == 2


def test_without_pango_the_sheet_is_a_page_to_print(public, monkeypatch):
    monkeypatch.setattr(views, "_drawn", Mock(side_effect=PdfUnavailable))
    response = public.get("/fiches/health.pdf")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/html")
    assert load().cards[Trade.HEALTH].items[0].text in response.content.decode()


def test_the_doors_and_the_advice_lead_to_the_cards(public):
    home = {link["href"] for link in Page(public.get("/").content.decode()).all("a")}
    assert {"/doute/", "/fiches/"} <= home
    given = {"trade": "school", "danger": "no", "age": "adult", "signs": "none"}
    advice = {link["href"] for link in Page(public.post("/doute/", given).content.decode()).all("a")}
    assert "/fiches/school/" in advice
