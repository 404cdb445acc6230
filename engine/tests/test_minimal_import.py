"""The engine stands alone: it runs where neither Django nor the web application is installed."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[1] / "src"
PROBE = """
import sys
sys.path.insert(0, sys.argv[1])
import pkgutil, maillon_engine
for module in pkgutil.walk_packages(maillon_engine.__path__, "maillon_engine."):
    __import__(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_importing_every_module_brings_neither_django_nor_the_web_application():
    # -I and -S: no environment, no installed package, only the standard library and the engine's own sources.
    command = [sys.executable, "-I", "-S", "-c", PROBE, str(SOURCES)]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "maillon_engine" in loaded
    assert {"django", "maillon", "psycopg"}.isdisjoint(loaded)


def test_the_package_says_that_it_is_typed():
    assert files("maillon_engine").joinpath("py.typed").is_file()
