"""What is written so far of a referral, between two screens. Pure; sealed to its author, and gone once it is sent.

Here alone stand the person's own limits (traits, languages): matching needs them, and nobody else is told.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Self

from maillon.referrals.enums import PartKind


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """One service in line: what it is to be told, and how and when an adult agreed to just that."""

    service: str
    parts: tuple[str, ...] = ()
    how: str = ""
    language: str = "fr"
    given_at: str = ""
    email: str = ""

    def telling(self, parts: tuple[str, ...]) -> Self:
        """The same service told these parts; an agreement to other ones is none to these."""
        return self if parts == self.parts else replace(self, parts=parts, how="", given_at="")


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The answers so far. `line` holds the chosen services in the order in which they are asked."""

    report: str = ""
    needs: tuple[str, ...] = ()
    minor: bool | None = None
    commune: str = ""
    commune_typed: str = ""
    traits: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    urgent: bool = False
    line: tuple[Agreement, ...] = ()
    parents_informed: bool | None = None
    parents_reason: str = ""
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    # The words of the code that she follows it with; empty without one. Whether she was asked is in `answered`.
    code: str = field(default="", repr=False)
    code_language: str = "fr"
    answered: tuple[str, ...] = ()

    def changed(self, **values: Any) -> Self:
        """The same with other values."""
        return replace(self, **values)

    def having_answered(self, slug: str) -> Self:
        """The same, with a screen counted as answered."""
        return self if slug in self.answered else replace(self, answered=(*self.answered, slug))

    def agreement(self, service: str) -> Agreement | None:
        """What is agreed for one service; None for one that is not in line."""
        return next((one for one in self.line if one.service == service), None)

    def with_agreement(self, agreement: Agreement) -> Self:
        """The same with one service's agreement put in its place."""
        return replace(self, line=tuple(agreement if one.service == agreement.service else one for one in self.line))

    @property
    def kinds(self) -> tuple[PartKind, ...]:
        """The parts that at least one service is to be told, in their order."""
        wanted = {part for one in self.line for part in one.parts}
        return tuple(PartKind.in_order(wanted))

    def to_bytes(self) -> bytes:
        """For sealing."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """What `to_bytes` gave. What an older version wrote, and this one does not know, is left out."""
        known = {item.name for item in fields(cls)}
        given = {name: _frozen(value) for name, value in json.loads(data).items() if name in known}
        given["line"] = tuple(_agreement(one) for one in given.get("line", ()))
        return cls(**given)


def _agreement(given: Mapping[str, Any]) -> Agreement:
    known = {item.name for item in fields(Agreement)}
    return Agreement(**{name: _frozen(value) for name, value in given.items() if name in known})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
