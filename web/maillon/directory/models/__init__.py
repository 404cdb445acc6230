"""Organisations that take part, and services that a person can be oriented to."""

from maillon.directory.models.organisations import Organisation
from maillon.directory.models.places import Place
from maillon.directory.models.providers import Provider
from maillon.directory.models.services import Service
from maillon.directory.models.upkeep import Call, Capacity, Confirmation, ZoneDoubt, ZoneProposal

__all__ = [
    "Call",
    "Capacity",
    "Confirmation",
    "Organisation",
    "Place",
    "Provider",
    "Service",
    "ZoneDoubt",
    "ZoneProposal",
]
