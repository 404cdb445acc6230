"""The closed list of legal bases that a batch may rest on, as data with source and confidence."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

# What is made up needs no procedure, and every output says that it is made up.
INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One entry: its name and article in French, who may rest on it, within which limits, and how sure we are."""

    code: str
    name: str
    article: str
    holders: str
    limits: str
    confidence: str
    checked_on: date

    @property
    def to_confirm(self) -> bool:
        """Whether every output must say “à confirmer” beside it."""
        return self.confidence != "verified"


@cache
def legal_bases() -> Mapping[str, LegalBasis]:
    """The list by code, in the order of its file."""
    text = files("maillon_engine").joinpath("data", "legal_bases.toml").read_text("utf-8")
    return {code: LegalBasis(code=code, **entry) for code, entry in tomllib.loads(text).items()}
