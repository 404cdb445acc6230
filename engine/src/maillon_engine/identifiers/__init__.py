"""The traces in a text: numbers, addresses, names of accounts, prices, places and signs, each with its span."""

from maillon_engine.native import ahead

__path__ = ahead(__name__, __path__)
