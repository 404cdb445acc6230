import shutil

import polib
import pytest

from scripts import plurals
from scripts.compile_messages import main as compile_stale
from scripts.messages import CATALOGUE, collect, faults, main

pytestmark = pytest.mark.skipif(shutil.which("xgettext") is None, reason="needs the gettext tools")


@pytest.fixture
def package(tmp_path):
    root = tmp_path / "maillon"
    (root / "templates").mkdir(parents=True)
    (root / "views.py").write_text('from django.utils.translation import gettext as _\nTITLE = _("Bonjour")\n')
    (root / "templates" / "page.html").write_text('{% load i18n %}{% translate "Au revoir" %}')
    collect(root)
    plurals.write(root)
    translate(root, Bonjour="Hello", **{"Au revoir": "Goodbye"})
    return root


def translate(root, **english):
    catalogue = polib.pofile(str(root / CATALOGUE))
    for entry in catalogue:
        entry.msgstr = english.get(entry.msgid, entry.msgstr)
    catalogue.save()


def test_a_complete_catalogue_has_no_fault(package):
    assert list(faults(package)) == []


def test_a_new_string_in_code_and_in_a_template_is_missed(package):
    (package / "views.py").write_text((package / "views.py").read_text() + 'MORE = _("Encore")\n')
    (package / "templates" / "more.html").write_text('{% load i18n %}{% translate "Plus" %}')
    found = list(faults(package))
    assert [fault.rpartition(": ")[2] for fault in found] == ["Encore", "Plus"]
    assert all("make messages" in fault for fault in found)


def test_a_string_under_the_second_name_of_gettext_is_missed(package):
    (package / "page.py").write_text(
        'from django.utils.translation import gettext as translated\nTITLE = translated("Encore")\n'
    )
    assert list(faults(package)) == ["not in the catalogue (make messages): Encore"]


def test_gettext_under_a_name_that_collecting_does_not_know_is_named(package):
    (package / "page.py").write_text(
        'from django.utils.translation import gettext_lazy as lazy\nTITLE = lazy("Encore")\n'
    )
    assert list(faults(package)) == ["gettext is called lazy in page.py: call it _ or translated"]


def test_a_placeholder_lost_in_translation_is_named(package):
    (package / "views.py").write_text((package / "views.py").read_text() + 'MORE = _("Encore %(count)d")\n')
    collect(package)
    translate(package, **{"Encore %(count)d": "More"})
    assert [fault for fault in faults(package) if "count" in fault]


def test_a_string_that_left_the_sources_is_named(package):
    (package / "templates" / "page.html").unlink()
    assert list(faults(package)) == ["no longer in the sources (make messages): Au revoir"]


def test_a_missing_translation_is_named(package):
    translate(package, Bonjour="")
    assert list(faults(package)) == ["no English: Bonjour"]


def test_a_doubtful_translation_is_named(package):
    catalogue = polib.pofile(str(package / CATALOGUE))
    catalogue.find("Bonjour").flags.append("fuzzy")
    catalogue.save()
    assert list(faults(package)) == ["doubtful translation: Bonjour"]


def test_french_plurals_follow_the_english_catalogue(package):
    (package / "count.py").write_text(
        "from django.utils.translation import ngettext\n"
        'def text(n): return ngettext("%(n)d membre", "%(n)d membres", n)\n'
    )
    collect(package)
    english = polib.pofile(str(package / CATALOGUE))
    english.find("%(n)d membre").msgstr_plural = {0: "%(n)d member", 1: "%(n)d members"}
    english.save()
    stale = f"not what the English catalogue asks for (make messages): {plurals.FRENCH}"
    assert list(faults(package)) == [stale]
    plurals.write(package)
    assert list(faults(package)) == []
    (entry,) = polib.pofile(str(package / plurals.FRENCH))
    assert entry.msgstr_plural == {0: "%(n)d membre", 1: "%(n)d membres"}
    (package / plurals.FRENCH).write_text("")
    assert stale in list(faults(package))


def test_a_machine_without_the_tools_is_told_what_to_install(monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert main(["--check"]) == 1
    assert "apt-get install gettext" in capsys.readouterr().err


def test_checking_changes_nothing(package):
    before = (package / CATALOGUE).read_bytes()
    list(faults(package))
    assert (package / CATALOGUE).read_bytes() == before


def test_what_is_compiled_is_read_by_gettext_and_is_compiled_once(package, capsys):
    locales = package / "locale"
    compile_stale(locales)
    assert "compiled en/LC_MESSAGES/django.po" in capsys.readouterr().out
    compiled = polib.mofile(str((package / CATALOGUE).with_suffix(".mo")))
    assert compiled.find("Bonjour").msgstr == "Hello"
    compile_stale(locales)
    assert capsys.readouterr().out == ""
