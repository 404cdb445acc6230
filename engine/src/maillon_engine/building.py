"""Compiles the extractors with mypyc, which is part of mypy and makes C of typed Python. For `native` to find."""

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from maillon_engine import native
from maillon_engine.errors import CompilingRefused, MissingExtra

# Optimised once: what more costs twice the time to compile, and gives nothing that can be measured. mypy is kept from
# the settings and the caches of the folder that it happens to run in.
_PROGRAM = """
import sys
from mypyc.build import mypycify
from setuptools.dist import Distribution

work, library, *sources = sys.argv[1:]
options = ["--config-file=", "--follow-imports=skip", "--ignore-missing-imports", f"--cache-dir={work}/cache"]
extensions = mypycify(
    [*options, *sources], opt_level="1", debug_level="0", target_dir=f"{work}/c", group_name=library
)
command = Distribution({"name": library, "ext_modules": extensions}).get_command_obj("build_ext")
command.build_lib, command.build_temp = f"{work}/lib", f"{work}/objects"
command.ensure_finalized()
command.run()
"""


def build() -> Path:
    """Compiles for this Python, and erases what was compiled of other sources. Gives the place.

    Takes half a minute. Raises MissingExtra without mypy and setuptools, CompilingRefused without a C compiler and
    Python's headers, where the package's folder can't be written, or where compiling fails.
    """
    target = native.folder()
    _ask_for_tools()
    try:
        target.parent.mkdir(exist_ok=True)
        with TemporaryDirectory(dir=target.parent, prefix=".work-") as work:
            _compile(Path(work))
            _take(Path(work) / "lib", target)
    except OSError as error:
        message = f"{target.parent} can't be written ({error.strerror}): run this as whoever installed the package."
        raise CompilingRefused(message) from error
    _erase_others(target)
    return target


def _ask_for_tools() -> None:
    if find_spec("mypyc") is None or find_spec("setuptools") is None:
        message = "Compiling needs mypy and setuptools: pip install 'maillon-engine[compile]'"
        raise MissingExtra(message)
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    headers = Path(sysconfig.get_path("include"), "Python.h")
    if shutil.which(compiler) is None or not headers.is_file():
        message = (
            f"Compiling needs a C compiler ({compiler}) and Python's headers ({headers}); on Debian: apt-get install"
            " gcc python3-dev. Without, everything works all the same, and looking for identifiers takes longer."
        )
        raise CompilingRefused(message)


def _compile(work: Path) -> None:
    root = native.HERE.parent
    files = [str(path.relative_to(root)) for path in native.sources()]
    command = [sys.executable, "-c", _PROGRAM, str(work), native.LIBRARY, *files]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        message = f"Compiling failed: {''.join(last)}"
        raise CompilingRefused(message)


def _take(made: Path, target: Path) -> None:
    """Whole or not at all; where another process was sooner, what it made is the same."""
    try:
        made.rename(target)
    except OSError:
        if not target.is_dir():
            raise


def _erase_others(target: Path) -> None:
    for other in target.parent.glob(f"{target.name.rpartition('-')[0]}-*"):
        if other != target:
            shutil.rmtree(other, ignore_errors=True)
