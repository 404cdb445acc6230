"""Telephone numbers as people write, say and hide them: from characters to digits to E.164."""

from maillon_engine.native import ahead

__path__ = ahead(__name__, __path__)
