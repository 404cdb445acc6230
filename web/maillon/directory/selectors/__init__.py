"""Everything that reads the directory. One module per subject; callers use these names."""

from maillon.directory.selectors.matching import match, position_of
from maillon.directory.selectors.naming import match_named
from maillon.directory.selectors.organisations import organisation, organisations, organisations_for
from maillon.directory.selectors.searching import search, search_key, search_key_of
from maillon.directory.selectors.upkeep import (
    capacity_of,
    communes_and_departements,
    confirmed_here,
    ended_services,
    open_proposals,
    organisations_to_remind,
    provider_choices,
    service,
    silent_calls,
    to_confirm,
)

__all__ = [
    "capacity_of",
    "communes_and_departements",
    "confirmed_here",
    "ended_services",
    "match",
    "match_named",
    "open_proposals",
    "organisation",
    "organisations",
    "organisations_for",
    "organisations_to_remind",
    "position_of",
    "provider_choices",
    "search",
    "search_key",
    "search_key_of",
    "service",
    "silent_calls",
    "to_confirm",
]
