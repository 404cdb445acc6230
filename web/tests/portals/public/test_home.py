from pathlib import Path

import pytest
import time_machine
from django.conf import settings

from maillon.base.models import Instance
from maillon.guidance.rulebook import load
from maillon.portals import components
from maillon.portals.public.middleware import home_path, language_of
from tests.portals.components.rendering import Page

ASSETS = Path(components.__file__).parent / "static" / "assets"


@pytest.mark.parametrize(("path", "language"), [("/", "fr"), ("/en/", "en")])
def test_the_page_stands_at_its_address_in_its_language(door, path, language):
    response = door.get(path, headers={"accept-language": "de"})
    assert response.status_code == 200
    assert response.headers["Content-Language"] == language
    assert Page(response.content.decode()).one("html")["lang"] == language


@pytest.mark.parametrize("path", ["/", "/es/", "/zh-hans/"])
def test_each_language_leads_to_all_others(door, path):
    links = [link for link in Page(door.get(path).content.decode()).all("a") if "hreflang" in link]
    assert [(link["hreflang"], link["href"]) for link in links] == [
        (code, "/" if code == "fr" else f"/{code}/") for code, _name in settings.LANGUAGES
    ]
    assert [link["hreflang"] for link in links if "aria-current" in link] == [language_of(path)]


def test_a_page_in_another_script_runs_the_other_way(door):
    assert Page(door.get("/ar/").content.decode()).one("html")["dir"] == "rtl"


@pytest.mark.parametrize(("path", "status"), [("/fr-simple/doute/", 404), ("/es/fiches/", 404), ("/en/doute/", 200)])
def test_pages_for_professionals_are_offered_in_two_languages(door, path, status):
    response = door.get(path)
    assert response.status_code == status
    shown = [link["hreflang"] for link in Page(response.content.decode()).all("a") if "hreflang" in link]
    assert status == 404 or shown == ["fr", "en"]
    links = {link["href"] for link in Page(door.get("/es/").content.decode()).all("a")}
    assert not [link for link in links if "doute" in link or "fiches" in link or "exercice" in link]


def test_an_address_without_its_last_stroke_leads_to_the_page(door):
    assert door.get("/es/trouver").headers["Location"] == "/es/trouver/"
    assert door.get("/es").headers["Location"] == "/es/"


@pytest.mark.parametrize("path", ["/", "/en/trouver/", "/doute/", "/se-proteger/", "/es/rien/"])
def test_titles_and_icons_say_nothing_and_the_way_out_and_urgent_numbers_are_on_every_page(door, path):
    text = door.get(path).content.decode()
    page = Page(text)
    title = text[text.index("<title>") : text.index("</title>")]
    assert "Maillon" not in title
    assert [link["href"] for link in page.all("link") if link["rel"] == "icon"] == ["/static/assets/plain.svg"]
    assert {link["href"] for link in page.all("a")} >= {"tel:17", "tel:112", "tel:15", "tel:18", "sms:114"}
    home = "" if path.startswith(("/d", "/s")) or path == "/" else "/" + path.split("/")[1]
    assert f"{home}/quitter/" in [form["action"] for form in page.all("form")]


@pytest.mark.parametrize(
    ("path", "language"), [("/en/rien", "en"), ("/enfant/", "fr"), ("/en", "en"), ("/fr/", "fr"), ("//en/", "en")]
)
def test_the_language_is_the_first_part_of_the_path(path, language):
    assert language_of(path) == language
    assert home_path("en") == "/en/"


def test_an_unknown_address_says_so_in_the_language_of_its_path(door):
    response = door.get("/en/rien/")
    assert response.status_code == 404
    assert Page(response.content.decode()).one("html")["lang"] == "en"
    assert 'href="/en/"' in response.content.decode()


def test_numbers_are_links_to_tap_and_professionals_find_their_door(door):
    links = {link["href"] for link in Page(door.get("/").content.decode()).all("a")}
    assert links >= {"tel:17", "tel:112", "tel:15", "tel:18", "sms:114", "tel:119", "https://pro.maillon.example"}


def test_an_expired_help_line_is_gone_and_emergency_numbers_say_they_must_be_checked(door):
    last = max(contact.expires_on for contact in load().contacts.values())
    with time_machine.travel(last, tick=False):
        page = door.get("/").content.decode()
    links = {link["href"] for link in Page(page).all("a")}
    assert "tel:17" in links
    assert "tel:119" not in links
    assert "à vérifier de nouveau" in page


def test_the_page_is_for_reading_only(door):
    assert door.post("/", {"x": "y"}).status_code == 405


@pytest.mark.parametrize(("is_demo", "robots"), [(True, "noindex, nofollow"), (False, "index, follow")])
def test_search_engines_may_find_help_but_not_a_demonstration(door, is_demo, robots):
    Instance.objects.create(name="Orne", departement_code="61", is_demo=is_demo)
    metas = Page(door.get("/").content.decode()).all("meta")
    assert [meta["content"] for meta in metas if meta.get("name") == "robots"] == [robots]


@pytest.mark.parametrize("path", ["/", "/ar/", "/trouver/", "/bg/se-proteger/"])
def test_the_whole_page_with_its_parts_stays_light_even_before_it_is_compressed(door, path):
    for cookies, style in (({}, ()), ({"sitting": "x"}, ("vendor/maillon.css",))):
        door.cookies.load(cookies)
        page = door.get(path).content
        parts = [(ASSETS / name).stat().st_size for name in (*style, "vendor/door.js", "plain.svg")]
        assert (b"<style>" in page) is not bool(style)
        assert len(page) + sum(parts) < 60_000


def test_the_script_that_helps_to_leave_is_small():
    assert (ASSETS / "vendor/door.js").stat().st_size < 6_000


def test_it_costs_one_query(door, django_assert_num_queries):
    with django_assert_num_queries(1):
        door.get("/")
