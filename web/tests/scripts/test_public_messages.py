"""The public door's catalogues hold exactly what it shows, and say what is wrong with them."""

import polib
import pytest

from scripts import public_messages
from scripts.compile_messages import compile_catalogue

FOUND = {
    ("", "Bonjour"): polib.POEntry(msgid="Bonjour"),
    ("", "Ouvre à %(hour)s"): polib.POEntry(msgid="Ouvre à %(hour)s", flags=["python-format"]),
    ("", "%(n)s jour"): polib.POEntry(
        msgid="%(n)s jour", msgid_plural="%(n)s jours", msgstr_plural={0: "", 1: ""}, flags=["python-format"]
    ),
}


@pytest.fixture
def catalogue(tmp_path):
    """A complete Spanish catalogue."""
    path = tmp_path / "es" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    made = public_messages.merged("es", FOUND, path)
    made.find("Bonjour").msgstr = "Hola"
    made.find("Ouvre à %(hour)s").msgstr = "Abre a las %(hour)s"
    plural = made.find("%(n)s jour")
    plural.msgstr_plural = dict.fromkeys(plural.msgstr_plural, "%(n)s días") | {0: "un día"}
    made.save(str(path))
    return path


def changed(path, message, fields):
    made = polib.pofile(str(path))
    for name, value in fields.items():
        setattr(made.find(message), name, value)
    made.save(str(path))


def faults(path, found=None):
    return list(public_messages.faults("es", FOUND if found is None else found, path))


def test_a_complete_catalogue_has_no_fault_and_compiles(catalogue):
    assert faults(catalogue) == []
    assert compile_catalogue(catalogue).stat().st_size > 0


def test_collecting_anew_keeps_translations_and_the_word_of_whoever_read_them(catalogue):
    before = polib.pofile(str(catalogue))
    before.metadata[public_messages.HEADER] = "2027-01-01, Ana"
    before.save(str(catalogue))
    after = public_messages.merged("es", FOUND, catalogue)
    assert after.metadata[public_messages.HEADER] == "2027-01-01, Ana"
    assert [entry.msgstr for entry in after] == [entry.msgstr for entry in before]


@pytest.mark.parametrize(
    ("msgid", "fields", "fault"),
    [
        ("Bonjour", {"msgstr": ""}, "not translated"),
        ("Bonjour", {"flags": ["fuzzy"]}, "not translated"),
        ("Ouvre à %(hour)s", {"msgstr": "Abre"}, "placeholders differ"),
        ("Ouvre à %(hour)s", {"msgstr": "Abre a las %(hora)s"}, "placeholders differ"),
        ("%(n)s jour", {"msgstr_plural": {0: "un día", 1: "días", 2: "días"}}, "placeholders differ"),
        ("Bonjour", {"msgid": "Bonsoir"}, "not in the catalogue"),
    ],
)
def test_what_is_wrong_is_said(catalogue, msgid, fields, fault):
    changed(catalogue, msgid, fields)
    assert any(fault in line for line in faults(catalogue))


def test_what_is_no_longer_shown_is_said(catalogue):
    assert any("no longer shown" in line for line in faults(catalogue, {}))


def test_a_language_without_a_catalogue_fails(tmp_path):
    assert "no catalogue" in faults(tmp_path / "none.po")[0]


@pytest.mark.parametrize("language", public_messages.languages())
def test_every_language_has_its_plurals(language, tmp_path):
    made = public_messages.merged(language, FOUND, tmp_path / "none.po")
    count = int(made.metadata["Plural-Forms"].split(";")[0].removeprefix("nplurals="))
    assert len(made.find("%(n)s jour").msgstr_plural) == count
    path = tmp_path / "django.po"
    made.save(str(path))
    assert compile_catalogue(path).exists()


def test_the_catalogues_hold_what_the_public_door_shows_and_nothing_of_the_others():
    found = {msgid for _context, msgid in public_messages.wanted()}
    assert {"Quitter vite", "Gratuit", "Informations utiles"} <= found
    assert "Espace professionnel" not in found
    for language in public_messages.languages():
        kept = {entry.msgid for entry in polib.pofile(str(public_messages.catalogue_of(language)))}
        assert kept == found
