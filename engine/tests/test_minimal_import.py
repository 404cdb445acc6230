"""The engine stands alone: it runs where neither Django nor the web application is installed, and loads lightly."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[1] / "src"
SHOW = "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
EVERYTHING = """
import pkgutil
for module in pkgutil.walk_packages(maillon_engine.__path__, "maillon_engine."):
    __import__(module.name)
"""


def loaded_by(more: str = "") -> set[str]:
    code = f"import sys; sys.path.insert(0, {str(SOURCES)!r})\nimport maillon_engine\n{more}\n{SHOW}"
    # -I: nothing of the environment, and not the folder that the tests run in.
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_importing_every_module_brings_neither_django_nor_the_web_application():
    loaded = loaded_by(EVERYTHING)
    assert "maillon_engine" in loaded
    assert {"django", "maillon", "psycopg"}.isdisjoint(loaded)


def test_optional_parts_are_loaded_by_whoever_asks_for_them_only():
    assert {"pyspark", "pandas", "splink", "followthemoney"}.isdisjoint(loaded_by(EVERYTHING))
    assert {"pandas", "numba", "igraph", "duckdb", "polars"}.isdisjoint(loaded_by())


def test_the_package_says_that_it_is_typed():
    assert files("maillon_engine").joinpath("py.typed").is_file()
