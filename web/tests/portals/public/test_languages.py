"""Every page of the public door speaks its language: nothing on it falls back to French."""

import gettext
from pathlib import Path

import django.conf
import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import get_resolver
from django.utils import translation
from django.utils.translation import to_locale
from django.utils.translation.trans_real import translation as catalogue_of

from maillon.base import clock
from maillon.base.languages import DOOR_LANGUAGES, SHARED_LANGUAGES
from maillon.config.settings import public
from maillon.guidance.doors import every_question
from maillon.portals.public import languages
from maillon.portals.public.languages import LOCALES, TO_BE_REVIEWED, reviewed
from maillon.portals.public.middleware import home_path, inner_path
from maillon.portals.public.telling.path import Screen
from maillon.portals.public.title import NEUTRAL_TITLE
from maillon.referrals.enums import PartKind
from maillon.referrals.services import accept, ask_consent
from maillon.reports.models import Transmission
from tests.portals.public.referring import refer, service, wanted
from tests.portals.public.speaking import Visitor
from tests.portals.public.test_doors import answers_of

OWN = [code for code, _name in DOOR_LANGUAGES if code not in SHARED_LANGUAGES]
PO = {code: LOCALES / to_locale(code) / "LC_MESSAGES" / "django.po" for code in OWN}
# What Django itself says, in English: its own catalogues speak for it.
_FOLDER = Path(django.conf.__file__).parent / "locale"
DJANGOS = set(gettext.translation("django", str(_FOLDER), ["fr"])._catalog)  # type: ignore[attr-defined]
BESIDE = {"quitter/", "doute/", "exercice/", "fiches/"}
# For services that answer through a link: in the project's own languages only.
FOR_PROFESSIONALS = "repondre/"


@pytest.fixture
def asked_for(monkeypatch):
    """The messages that pages ask gettext for."""
    heard = set()
    for name in ("gettext", "ngettext", "pgettext", "npgettext"):
        place = 1 if name.endswith("pgettext") else 0
        monkeypatch.setattr(translation._trans, name, heard_by(heard, getattr(translation._trans, name), place))
    return heard


def heard_by(heard, real, place):
    def listen(*arguments):
        heard.add(arguments[place])
        return real(*arguments)

    return listen


def addresses():
    """Every address of the door that names nothing, as the door's own addresses say."""
    rooms = get_resolver("maillon.portals.public.urls").url_patterns
    found = [
        f"{one.pattern}{inner.pattern}" if inner is not one else str(one.pattern)
        for one in rooms
        for inner in getattr(one, "url_patterns", [one])
    ]
    own = {one for one in found if one not in BESIDE and not one.startswith(FOR_PROFESSIONALS)}
    return sorted("/" + one for one in own if "<" not in one)


def speaks_and_comes_back(home, orne):
    """Sees every screen of an account, wrong and right, keeps another for later, and comes back with both codes."""
    window = Visitor(home)
    window.begin("other")
    for screen in Screen:
        window.get("telling_screen", screen.value)
        window.post("telling_screen", screen.value, go="on")
    window.post("telling_screen", Screen.DANGER.value, answer="yes")
    window.post("telling_screen", Screen.AGE.value, answer="minor_15_17")
    window.post("telling_screen", Screen.MINOR.value, go="on")
    window.get("telling_stop")
    window.post("telling_stop", what="keep")
    window.post("telling_finish")
    window.begin()
    window.post("telling_screen", Screen.AGE.value, answer="adult")
    window.post("telling_screen", Screen.DEPARTEMENT.value, departement=orne.commune.departement_id, go="on")
    window.post("telling_choice", go="on")
    window.post("telling_choice", reader=[str(orne.association.organisation.id)], go="on")
    window.post("telling_send")
    words = window.words
    window.post("telling_code", first="x", second="x")
    window.post("telling_finish")
    for wrong in ("", "maison", "un deux trois quatre cinq six sept huit", " ".join(reversed(words))):
        window.get("returning")
        window.post("returning", code=wrong)
    window.post("returning", code=" ".join(words))
    for what in ("answer", "add", "withdraw", "erase"):
        to = Transmission.objects.get().id
        named = what if what in {"add", "erase"} else f"{what}:{to}"
        window.post("following_act", what=named, **{f"{to}-text": "x", "add-text": "x"})
    window.post("following_end")


def decides_on_what_is_asked_for_her(home, orne):
    """Sees what is asked of two services, and of one that waits for her yes, and presses every button."""
    referred = refer(orne, wanted(service("Maison A")), wanted(service("Maison B")), link=False)
    by, at = referred.author.membership, clock.now()
    asked = ask_consent(
        referral_id=referred.referral.id, service_id=service("C").id, parts={PartKind.CONTACT}, by=by, at=at
    )
    accept(step_id=referred.step.id, by=by, at=at)
    window = Visitor(home)
    window.get("returning")
    window.post("returning", code=" ".join(referred.code.words))
    for what in (f"not_met:{referred.step.id}", f"agree:{asked.id}", f"revoke:{asked.id}"):
        window.post("following_act", what=what)
    window.post("following_act", what=f"stop:{referred.referral.id}")
    window.post("following_act", what="agree:" + str(asked.id))


def untranslated(heard, code):
    known = catalogue_of(code)._catalog
    return sorted(one for one in heard - DJANGOS if one and one not in known and (one, 0) not in known)


@pytest.mark.parametrize("code", OWN)
def test_no_page_falls_back_to_french(door, orne, asked_for, code):
    home = home_path(code)
    speaks_and_comes_back(home, orne)
    for address in addresses():
        assert door.get(home[:-1] + address).status_code in {200, 302, 405}
    for asked in every_question():
        door.post(f"{home}trouver/", answers_of(asked) | {"commune": "61001", "typed": "x"})
    door.get(f"{home}nothing/")
    assert len(asked_for) > 50
    assert untranslated(asked_for, code) == []


def test_what_is_asked_for_her_does_not_fall_back_either(door, orne, asked_for):
    # One language: that no catalogue lacks a message of the others is checked for all of them by `make check`.
    decides_on_what_is_asked_for_her(home_path("es"), orne)
    assert any(one.startswith("Acceptez-vous") for one in asked_for)
    assert untranslated(asked_for, "es") == []


def test_the_crawl_hears_a_message_that_no_catalogue_has(asked_for):
    with translation.override("es"):
        translation.gettext("Une phrase que personne n’a traduite.")
    assert untranslated(asked_for, "es") == ["Une phrase que personne n’a traduite."]


def test_the_door_speaks_ten_languages_and_easy_french():
    assert [code for code, _name in public.LANGUAGES] == [
        *("fr", "fr-simple", "en", "en-ng", "es", "pt-br", "ro", "bg", "sq", "ar", "zh-hans")
    ]
    assert settings.LANGUAGES == [("fr", "Français"), ("en", "English")]
    assert public.DOOR_TITLE == NEUTRAL_TITLE


@pytest.mark.parametrize("code", OWN)
def test_a_language_nobody_has_read_says_so_on_every_page(door, code):
    assert not reviewed(code)
    with translation.override(code):
        said = translation.gettext("Ce texte n’a pas encore été relu par une personne dont c’est la langue.")
    assert said in door.get(f"/{code}/trouver/").content.decode()


def test_french_and_english_are_the_projects_own(door):
    assert reviewed("fr")
    assert reviewed("en")
    assert "pas encore été relu" not in door.get("/").content.decode()


def test_a_catalogue_that_was_read_no_longer_says_so(tmp_path, monkeypatch):
    text = PO["es"].read_text("utf-8").replace(TO_BE_REVIEWED, "2027-01-01, by somebody whose language it is")
    path = tmp_path / "es" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    monkeypatch.setattr(languages, "LOCALES", tmp_path)
    reviewed.cache_clear()
    assert reviewed("es")
    reviewed.cache_clear()


@pytest.mark.parametrize(
    ("path", "inner"),
    [("/", "/"), ("/es/", "/"), ("/zh-hans/trouver/", "/trouver/"), ("/es", ""), ("/essai/", "/essai/")],
)
def test_a_page_stands_at_the_same_address_behind_every_language(path, inner):
    with override_settings(LANGUAGES=DOOR_LANGUAGES):
        assert inner_path(path) == inner
