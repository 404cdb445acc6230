"""Compiles the message catalogues whose compiled form is missing or older. Needs no gettext tools on the machine."""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_PACKAGE = Path(__file__).resolve().parents[1] / "web" / "maillon"
LOCALES = _PACKAGE / "locale"
PUBLIC_LOCALES = _PACKAGE / "portals" / "public" / "locale"


def compile_catalogue(source: Path) -> Path:
    """Writes the .mo file beside a .po file and returns its path. Fuzzy messages are left out, as gettext does."""
    target = source.with_suffix(".mo")
    with source.open("rb") as lines:
        catalogue = read_po(lines, domain=source.stem, abort_invalid=True)
    with target.open("wb") as out:
        write_mo(out, catalogue)
    return target


def is_stale(source: Path) -> bool:
    """True when the compiled form is missing or older than the catalogue."""
    target = source.with_suffix(".mo")
    return not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns


def main(*folders: Path) -> int:
    """Compiles what is stale and says so."""
    for locales in folders or (LOCALES, PUBLIC_LOCALES):
        for source in sorted(locales.glob("*/LC_MESSAGES/*.po")):
            if is_stale(source):
                compile_catalogue(source)
                sys.stdout.write(f"[messages] compiled {source.relative_to(locales)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
