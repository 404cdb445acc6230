"""The French catalogue: only the strings that count something, so that French says which form goes with a number.

French is the language of the message keys. Where a language has no catalogue, Django counts as English does, and would
write "0 membres". Made from the English catalogue, whose keys it repeats word for word: nothing to translate.
"""

from collections.abc import Iterator
from pathlib import Path

import polib

ENGLISH = Path("locale", "en", "LC_MESSAGES", "django.po")
FRENCH = Path("locale", "fr", "LC_MESSAGES", "django.po")
_HEADER = "French catalogue of Maillon: plural forms alone. Written by make messages.\nLicensed under the EUPL 1.2."
_METADATA = {
    "Project-Id-Version": "maillon",
    "Language": "fr",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n > 1);",
}


def write(package: Path) -> None:
    """Writes the French catalogue beside the English one."""
    (package / FRENCH).parent.mkdir(parents=True, exist_ok=True)
    (package / FRENCH).write_text(_wanted(package), encoding="utf-8")


def faults(package: Path) -> Iterator[str]:
    """One line when the French catalogue is not what the English one asks for."""
    kept = (package / FRENCH).read_text(encoding="utf-8") if (package / FRENCH).exists() else ""
    if kept != _wanted(package):
        yield f"not what the English catalogue asks for (make messages): {FRENCH}"


def _wanted(package: Path) -> str:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header, catalogue.metadata = _HEADER, dict(_METADATA)
    for entry in polib.pofile(str(package / ENGLISH)):
        if entry.msgid_plural and not entry.obsolete:
            forms = {0: entry.msgid, 1: entry.msgid_plural}
            catalogue.append(
                polib.POEntry(
                    msgctxt=entry.msgctxt,
                    msgid=entry.msgid,
                    msgid_plural=entry.msgid_plural,
                    msgstr_plural=forms,
                    flags=[flag for flag in entry.flags if flag != "fuzzy"],
                )
            )
    return f"{catalogue}\n"
