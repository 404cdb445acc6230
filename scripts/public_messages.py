"""Collects what the public door shows into one catalogue a language; with --check, fails when one is not complete.

French and English are the project's own (scripts/messages.py). The others hold exactly what that door shows; a header
says whether somebody who speaks the language has read it. Needs the gettext tools of the machine.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

import polib
from babel.messages.plurals import get_plural
from django.utils.translation import to_locale

from maillon.base.languages import DOOR_LANGUAGES, SHARED_LANGUAGES
from maillon.portals.public.languages import HEADER, LOCALES, TO_BE_REVIEWED
from scripts.messages import CATALOGUE, PACKAGE, collect

_COMPONENTS = "portals/components/templates/components/"
# What may hold words that the public door shows: patterns under web/maillon.
SOURCES = (
    "portals/public/**/*.py",
    "portals/public/**/*.html",
    "speaking/**/*.py",
    "referrals/plain.py",
    "referrals/wording.py",
    "guidance/messages/contacts.py",
    "guidance/messages/doors.py",
    "portals/components/clocks.py",
    *(
        f"{_COMPONENTS}{name}.html"
        for name in ("page", "header", "communes_found", "demo_banner", "steps", "error", "errors/*")
    ),
    *(f"{_COMPONENTS}{name}.html" for name in ("error_summary", "field*", "choice", "required_note", "confirmation")),
)
# Shown in the project's own languages only: patterns under web/maillon.
LEFT_OUT = (
    "portals/public/templates/public/professionals.html",
    "portals/public/templates/public/answering/*",
    "portals/public/answering/*",
)
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|</?\w+>")
Entries = Mapping[tuple[str, str], polib.POEntry]


def languages() -> list[str]:
    """The codes of the languages that have a catalogue of their own here."""
    return [code for code, _name in DOOR_LANGUAGES if code not in SHARED_LANGUAGES]


def catalogue_of(language: str, locales: Path = LOCALES) -> Path:
    """Where the catalogue of a language lies."""
    return locales / to_locale(language) / "LC_MESSAGES" / "django.po"


def wanted(package: Path = PACKAGE) -> Entries:
    """Every message that the public door may show, in the order of the sources, found in a copy of them."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "maillon")
        for pattern in SOURCES:
            for source in sorted(package.glob(pattern)):
                within = source.relative_to(package)
                if not any(fnmatch(within.as_posix(), left_out) for left_out in LEFT_OUT):
                    (copy / within).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(source, copy / within)
        collect(copy)
        return {_key(entry): entry for entry in polib.pofile(str(copy / CATALOGUE))}


def merged(language: str, entries: Entries, path: Path) -> polib.POFile:
    """The catalogue with every wanted message and no other; translations that it had are kept."""
    before = polib.pofile(str(path)) if path.exists() else polib.POFile()
    known = {_key(entry): entry for entry in before if not entry.obsolete}
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = _headers(language, before.metadata)
    for key, entry in entries.items():
        had = known.get(key, polib.POEntry())
        flags = [flag for flag in entry.flags if flag.endswith("-format")]
        plural = {"msgid_plural": entry.msgid_plural, "msgstr_plural": _plurals(language, had)}
        catalogue.append(
            polib.POEntry(
                msgctxt=entry.msgctxt,
                msgid=entry.msgid,
                flags=flags,
                **(plural if entry.msgid_plural else {"msgstr": had.msgstr}),
            )
        )
    return catalogue


def faults(language: str, entries: Entries, path: Path) -> Iterator[str]:
    """One line for each message that is missing, left over or untranslated, or whose placeholders differ."""
    if not path.exists():
        yield f"{language}: no catalogue (make messages)"
        return
    catalogue = polib.pofile(str(path))
    known = {_key(entry): entry for entry in catalogue if not entry.obsolete}
    if HEADER not in catalogue.metadata:
        yield f"{language}: the header {HEADER} is missing"
    absent = (key for key in entries if key not in known)
    yield from (f"{language}: not in the catalogue (make messages): {_short(key)}" for key in absent)
    for key, entry in known.items():
        if key not in entries:
            yield f"{language}: no longer shown (make messages): {_short(key)}"
        elif entry.fuzzy or not entry.translated():
            yield f"{language}: not translated: {_short(key)}"
        elif not _same_placeholders(entry):
            yield f"{language}: placeholders differ: {_short(key)}"


def main(arguments: list[str]) -> int:
    """Updates the catalogues, or checks them. Says how many messages each language lacks, and which with --verbose."""
    entries = wanted()
    if "--check" not in arguments:
        for language in languages():
            path = catalogue_of(language)
            path.parent.mkdir(parents=True, exist_ok=True)
            merged(language, entries, path).save(str(path))
        return 0
    found = {language: list(faults(language, entries, catalogue_of(language))) for language in languages()}
    for language, lines in found.items():
        few = "--verbose" in arguments or len(lines) < len(entries) // 2
        sys.stdout.writelines(f"{line}\n" for line in (lines if few else [f"{language}: {len(lines)} faults"]))
    return 1 if any(found.values()) else 0


def _headers(language: str, before: Mapping[str, str]) -> dict[str, str]:
    return {
        "Language": to_locale(language),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": get_plural(_spoken(language)).plural_forms,
        HEADER: before.get(HEADER, TO_BE_REVIEWED),
    }


def _spoken(language: str) -> str:
    """The language without what makes it plain: its plurals are those of the whole language."""
    return language.partition("-")[0] if language != "pt-br" else "pt_BR"


def _plurals(language: str, had: polib.POEntry) -> dict[int, str]:
    return {number: had.msgstr_plural.get(number, "") for number in range(get_plural(_spoken(language)).num_plurals)}


def _same_placeholders(entry: polib.POEntry) -> bool:
    if not entry.msgid_plural:
        return set(_PLACEHOLDER.findall(entry.msgid)) == set(_PLACEHOLDER.findall(entry.msgstr))
    # One form may say « one » in words; none may invent a placeholder, and one at least has all.
    wanted_here = set(_PLACEHOLDER.findall(entry.msgid_plural))
    forms = [set(_PLACEHOLDER.findall(text)) for text in entry.msgstr_plural.values()]
    return wanted_here in forms and all(form <= wanted_here for form in forms)


def _key(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgctxt or "", entry.msgid


def _short(key: tuple[str, str]) -> str:
    return " ".join(" ".join(filter(None, key)).split())[:90]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
