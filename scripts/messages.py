"""Collects the interface's strings into the catalogue; with --check, fails when the catalogue is not what it should be.

French is the language of the message keys, so only English has a catalogue to fill in; the French one, plurals alone,
is written from it. Needs the gettext tools of the machine; compiling (compile_messages) and running do not.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib

from scripts import plurals
from scripts.collector import ALIAS
from scripts.tree import PROJECT

PACKAGE = PROJECT / "web" / "maillon"
CATALOGUE = plurals.ENGLISH
_TOOLS = ("xgettext", "msgmerge", "msgfmt", "msguniq", "msgattrib")
_OPTIONS = ("--locale", "en", "--no-location", "--no-obsolete", "--no-wrap", "--verbosity", "0")
# The public door's own catalogues are not ours to fill: scripts/public_messages.py.
_ELSEWHERE = ("--ignore", "portals/public/locale")
_RENAMED = re.compile(r"\b\w*gettext\w* as (\w+)")


def collect(package: Path) -> None:
    """Runs makemessages over a package folder, updating its catalogue in place."""
    (package / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "scripts.collector", *_OPTIONS, *_ELSEWHERE]
    # No settings: collecting strings must need neither a database nor secrets.
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    environment["PYTHONPATH"] = str(PROJECT)
    subprocess.run(command, cwd=package, env=environment, check=True)  # noqa: S603 - our own arguments


def fresh_keys(package: Path) -> set[str]:
    """The message keys that the sources hold now, found in a copy so that nothing is changed."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "maillon")
        shutil.copytree(package, copy, ignore=shutil.ignore_patterns("static", "locale", "__pycache__", "*.csv*"))
        collect(copy)
        return {_key(entry) for entry in polib.pofile(str(copy / CATALOGUE))}


def faults(package: Path) -> Iterator[str]:
    """One line for each string that is missing, left over, untranslated or doubtful in the catalogue."""
    kept = polib.pofile(str(package / CATALOGUE)) if (package / CATALOGUE).exists() else polib.POFile()
    known = {_key(entry) for entry in kept if not entry.obsolete}
    now = fresh_keys(package)
    yield from (f"not in the catalogue (make messages): {_short(key)}" for key in sorted(now - known))
    yield from (f"no longer in the sources (make messages): {_short(key)}" for key in sorted(known - now))
    for entry in kept:
        if entry.fuzzy:
            yield f"doubtful translation: {_short(entry.msgid)}"
        elif not entry.translated():
            yield f"no English: {_short(entry.msgid)}"
    yield from malformed(package)
    yield from plurals.faults(package)
    yield from unseen_names(package)


def malformed(package: Path) -> Iterator[str]:
    """What msgfmt refuses: a placeholder lost or invented, a line end lost, a wrong number of plurals."""
    command = ["msgfmt", "--check", "--output-file", os.devnull, str(CATALOGUE)]
    if (package / CATALOGUE).exists():
        checked = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)  # noqa: S603 - our own
        if checked.returncode:
            yield from (f"msgfmt: {line}" for line in checked.stderr.splitlines())


def unseen_names(package: Path) -> Iterator[str]:
    """Modules that import gettext under a name which collecting does not know: their strings would be lost unseen."""
    for module in sorted(package.rglob("*.py")):
        for name in _RENAMED.findall(module.read_text(encoding="utf-8")):
            if name not in {"_", ALIAS}:
                yield f"gettext is called {name} in {module.relative_to(package)}: call it _ or {ALIAS}"


def main(arguments: list[str]) -> int:
    """Collects, or checks."""
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        sys.stderr.write(f"The gettext tools are missing ({', '.join(missing)}). On Debian: apt-get install gettext\n")
        return 1
    if "--check" not in arguments:
        collect(PACKAGE)
        plurals.write(PACKAGE)
        return 0
    found = list(faults(PACKAGE))
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


def _key(entry: polib.POEntry) -> str:
    return f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else str(entry.msgid)


def _short(key: str) -> str:
    flat = " ".join(key.replace("\x04", " | ").split())
    return flat if len(flat) <= 90 else f"{flat[:89]}…"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
