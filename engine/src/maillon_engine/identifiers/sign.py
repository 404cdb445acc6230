"""Signs in the wording, each with its evidence class; the value is the sign's code. No sign says anything alone."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared


class Sign(NamedTuple):
    """A sign as `data/signs.toml` has it: its French label, its evidence class and what it looks like."""

    label: str
    evidence_class: str
    shape: re.Pattern[str]


@cache
def signs() -> Mapping[str, Sign]:
    """Every sign by its code."""
    known = tomllib.loads(files("maillon_engine").joinpath("data/signs.toml").read_text("utf-8"))
    return {
        one["code"]: Sign(one["label"], one["class"], re.compile("|".join(one["patterns"]))) for one in known["sign"]
    }


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(sign.shape.pattern for sign in signs().values()))


class SignFinder:
    """The signs of `data/signs.toml`."""

    kind: Final = "sign"

    def may_hold(self, text: Prepared) -> bool:
        """Any of the patterns."""
        return _any().search(text.folded) is not None

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Every place of every sign. `parts` has its evidence class."""
        del region
        for code, sign in signs().items():
            for match in sign.shape.finditer(text.folded):
                yield Identifier(self.kind, code, *text.span(*match.span()), parts={"class": sign.evidence_class})


def hidden_number(phone: Identifier) -> Identifier:
    """The sign that a hidden telephone number is: tested and predictive."""
    return Identifier(
        SignFinder.kind, "number_hidden", phone.start, phone.end, True, phone.how, {"class": "predictive"}
    )
