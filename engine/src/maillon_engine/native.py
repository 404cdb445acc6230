"""The extractors compiled to machine code, where `maillon-engine compile` has done so: found before their sources.

Compiled code is asked for only while the sources are, byte for byte, those that it was made of: an edited source runs
as it stands, without a trace of what it was.
"""

import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader
from importlib.util import module_from_spec, source_hash, spec_from_file_location
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
PACKAGE: Final = "identifiers"
# What holds the machine code of all modules; each module's own file only opens it.
LIBRARY: Final = "maillon_engine_identifiers"
SWITCH: Final = "MAILLON_ENGINE_COMPILED"
_BUILT: Final = HERE / "built"
# Reads and writes, which machine code does no sooner.
_LEFT_OUT: Final = frozenset({"__init__.py", "stream.py"})


def sources() -> list[Path]:
    """The files that are compiled, in order."""
    return sorted(path for path in (HERE / PACKAGE).rglob("*.py") if path.name not in _LEFT_OUT)


def folder() -> Path:
    """Where the machine code of these sources lies, or would, for this Python on this kind of machine."""
    # The hash by which Python itself tells whether what it compiled is still that of its source (PEP 552).
    digest = source_hash(b"\0".join(path.name.encode() + b"\0" + path.read_bytes() for path in sources())).hex()
    return _BUILT / f"{EXTENSION_SUFFIXES[0].split('.')[1]}-{digest}"


def ahead(package: str, path: Sequence[str]) -> list[str]:
    """The folders in which to look for the modules of a package: the compiled ones of it, then its own."""
    found = opened()
    return [str(found.joinpath("maillon_engine", *package.split(".")[1:])), *path] if found else [*path]


@cache
def opened() -> Path | None:
    """Where the machine code in use lies; None where there is none, or `MAILLON_ENGINE_COMPILED=0` says no to it."""
    if os.environ.get(SWITCH) == "0" or not _BUILT.is_dir():
        return None
    found = folder()
    return found if _is_loaded(found) else None


def _is_loaded(found: Path) -> bool:
    """Brings in the library by the name under which the modules ask for it."""
    name = f"{LIBRARY}__mypyc"
    path = found / f"{name}{EXTENSION_SUFFIXES[0]}"
    spec = spec_from_file_location(name, path, loader=ExtensionFileLoader(name, str(path))) if path.is_file() else None
    if spec is None or spec.loader is None:
        return False
    try:
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
    except ImportError:  # made on a machine with other libraries: the sources do the same
        return False
    sys.modules[name] = module
    return True
