"""The traces in a text: numbers, addresses, names of accounts, prices, places and signs, each with its span."""

from maillon_engine.identifiers.model import Extractor, Identifier
from maillon_engine.identifiers.prepared import Prepared
from maillon_engine.identifiers.registry import extract

__all__ = ["Extractor", "Identifier", "Prepared", "extract"]
