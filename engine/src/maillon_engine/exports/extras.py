"""The libraries that only some exports need: optional extras of this package, imported when they are asked for."""

from collections.abc import Collection, Mapping
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any

from maillon_engine.errors import MissingExtra

# An extra has the name of its format.
LIBRARIES: Mapping[str, str] = MappingProxyType({"gexf": "networkx", "ftm": "followthemoney", "i2": "anxwritter"})


def check(formats: Collection[str]) -> None:
    """Raises MissingExtra for the first of these formats whose library is not installed."""
    for name, library in LIBRARIES.items():
        if name in formats and find_spec(library) is None:
            message = f"The format {name} needs {library}, which is not installed: install maillon-engine[{name}]."
            raise MissingExtra(message)


def library(name: str) -> Any:
    """The library of a format."""
    check([name])
    return import_module(LIBRARIES[name])
