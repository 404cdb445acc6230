"""Importing and exporting the directory on screen: first what would change, then the change."""

import re
from html import unescape

import pytest
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.directory.models import Service
from maillon.journal.models import Line
from tests.directory.exchange.invented import a_record, file_of
from tests.directory.exchange.test_importing import other, take
from tests.portals.asking import ask, membership
from tests.territories.factories import CommuneFactory

pytestmark = pytest.mark.django_db
START = reverse("administration:exchange")
CONFIRM = reverse("administration:exchange_confirm")
EXPORT = reverse("administration:exchange_export")


@pytest.fixture(autouse=True)
def communes():
    CommuneFactory()


@pytest.fixture
def administrator():
    return membership(Role.ADMINISTRATOR, other=True, name="Instance")


def form(*told, kind="csv", **changes):
    content = file_of(*told, kind=kind).read().decode("utf-8-sig")
    return {"source": "essai", "kind": kind, "content": content, "complete": "on", **changes}


def hidden(page):
    """What the page would send when its button is pressed."""
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    content = re.search(r'<textarea name="content"[^>]*hidden[^>]*>\n?(.*?)</textarea>', page, re.DOTALL)
    return {name: unescape(text) for name, text in (fields | {"content": content[1]}).items()}


def test_a_file_is_shown_then_imported_as_it_was_shown(administrator):
    page = ask(START, administrator, form(a_record(), other()), post=True).content.decode()
    assert "2 services ajoutés" in page
    assert "Accueil de jour" in page
    assert not Service.objects.exists()
    done = ask(CONFIRM, administrator, hidden(page), post=True).content.decode()
    assert "Import terminé" in done
    assert Service.objects.count() == 2
    assert Line.objects.get().member_id == administrator.member_id


def test_differences_are_shown_before_and_after(administrator):
    take(a_record(), other())
    told = form(a_record(phone="02 11 11 11 11", needs=("legal", "residence")))
    page = ask(START, administrator, told, post=True).content.decode()
    assert "Droit au séjour" in page
    assert "1 service modifié" in page
    assert "1 service prend fin" in page
    assert "02 11 11 11 11" in page
    assert "Téléphone" in page
    without = {name: value for name, value in form(a_record()).items() if name != "complete"}
    page = ask(START, administrator, without, post=True).content.decode()
    assert "l’annuaire dit déjà la même chose" in page


def test_what_has_changed_meanwhile_is_shown_anew(administrator):
    page = ask(START, administrator, form(a_record()), post=True).content.decode()
    take(a_record(phone="02 11 11 11 11"))
    anew = ask(CONFIRM, administrator, hidden(page), post=True).content.decode()
    assert "L’annuaire a changé depuis" in anew
    assert Service.objects.get().phone == "02 11 11 11 11"
    assert "Import terminé" in ask(CONFIRM, administrator, hidden(anew), post=True).content.decode()
    assert Service.objects.get().phone == "02 00 00 00 00"


def test_bad_lines_are_named_and_there_is_nothing_to_confirm(administrator):
    bad = form(a_record(zone=("C99999",)), a_record(external_id="s2"))
    page = ask(START, administrator, bad, post=True).content.decode()
    assert "Rien ne peut être importé" in page
    assert "ligne 2 s1" in page
    assert "Territoire" in page
    assert CONFIRM not in page
    assert "Rien ne peut être importé" in ask(CONFIRM, administrator, bad | {"shown": "x"}, post=True).content.decode()
    assert not Service.objects.exists()


def test_a_wrong_form_comes_back_as_it_was_typed(administrator):
    page = ask(START, administrator, form(a_record(), source=" ") | {"kind": "xlsx"}, post=True).content.decode()
    assert 'href="#id_source"' in page
    assert 'href="#id_kind"' in page
    assert "Permanence juridique" in page


def test_the_directory_is_downloaded(administrator):
    take(a_record())
    answer = ask(EXPORT, administrator, {"kind": "csv", "source": "source:essai"})
    assert answer["Content-Disposition"].endswith('.csv"')
    assert answer.content == file_of(a_record()).read()
    assert ask(EXPORT, administrator, {"kind": "xlsx", "source": ""}).content[:2] == b"PK"
    assert b"Permanence" not in ask(EXPORT, administrator, {"kind": "csv", "source": "source:"}).content
    assert "text/html" in ask(EXPORT, administrator, {"kind": "nonsense"})["Content-Type"]
