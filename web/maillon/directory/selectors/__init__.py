"""Reads the directory. One module per subject; callers use these names."""

from maillon.directory.selectors.matching import match, position_of
from maillon.directory.selectors.organisations import organisation, organisations, organisations_for
from maillon.directory.selectors.searching import search, search_key, search_key_of

__all__ = [
    "match",
    "organisation",
    "organisations",
    "organisations_for",
    "position_of",
    "search",
    "search_key",
    "search_key_of",
]
