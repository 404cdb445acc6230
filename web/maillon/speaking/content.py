"""What somebody without an account tells, as one value: answers, whether she may be contacted, who may read it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils import translation

from maillon.guidance.enums import AgeClass
from maillon.reports.content import ReportContent
from maillon.reports.enums import ObservedWhen, Origin
from maillon.speaking.wishes import WISHES

_PLACE_WITHHELD = (
    "Le lieu exact n’a pas été donné : seul le département l’a été. La commune indiquée en est seulement la plus "
    "peuplée."
)


@dataclass(frozen=True)
class ContactWish:
    """Whether and how she may be contacted. Without `may_contact` everything else is empty, and nobody contacts her.

    `channel` is one of speaking.enums.ContactChannel; `value` a number or address; `hours` when it is safe;
    `code_word` what the caller says first; `neutral` what the caller says to anybody else who answers.
    """

    may_contact: bool = False
    channel: str = ""
    value: str = field(default="", repr=False)
    hours: str = field(default="", repr=False)
    code_word: str = field(default="", repr=False)
    neutral: str = field(default="", repr=False)

    def to_bytes(self) -> bytes:
        """UTF-8 JSON, for sealing."""
        return json.dumps(vars(self), ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, raw: bytes) -> "ContactWish":
        """Reads what `to_bytes` wrote."""
        return cls.from_answers(json.loads(raw))

    @classmethod
    def from_answers(cls, answers: Mapping[str, Any]) -> "ContactWish":
        """The wish with these answers; what a newer version no longer knows is dropped."""
        known = {item.name for item in fields(cls)}
        return cls(**{name: value for name, value in answers.items() if name in known})


@dataclass(frozen=True)
class Telling:
    """An account while it is being written. Its repr shows nothing of what was told.

    `answers` are those of reports.content.ReportContent by their names, as JSON has them; `wishes` codes of
    speaking.wishes; `recipients` the organisations that she chose. `departement` is a code, given instead of the
    commune by whoever does not want to say more: `answers["commune"]` then only stands for it.
    """

    for_self: bool = True
    contact: ContactWish = field(default_factory=ContactWish)
    recipients: tuple[UUID, ...] = ()
    answers: Mapping[str, Any] = field(default_factory=dict, repr=False)
    wishes: tuple[str, ...] = ()
    departement: str = ""

    @cached_property
    def content(self) -> ReportContent:
        """The answers as they were given: None or empty where a question was not answered."""
        return ReportContent.from_answers(self.answers)

    def answering(self, screen: str, **answers: Any) -> "Telling":
        """The same with some of the report's answers given, on a screen that counts as answered from now on."""
        before = self.content
        seen = before.answered if screen in before.answered else (*before.answered, screen)
        given = before.changed(**answers, answered=seen)
        return replace(self, answers=json.loads(given.to_bytes()))

    def report_content(self) -> ReportContent:
        """What is sent: cautious values where nothing was said, and in her account what no other answer can hold.

        An age that was not told counts as doubtful, and doubt as minority (R-2).
        """
        given = self.content
        return given.changed(
            origin=given.origin or (Origin.WITNESSED if self.for_self else Origin.TOLD),
            observed=given.observed or ObservedWhen.EARLIER,
            age=given.age or AgeClass.DOUBTFUL,
            narrative="\n\n".join(part for part in (given.narrative, self._said_besides()) if part),
            commune_typed="",
            answered=(),
        )

    def _said_besides(self) -> str:
        # Recipients read French, whatever language she told it in.
        with translation.override("fr"):
            lines = [f"– {WISHES[code]}" for code in self.wishes if code in WISHES]
            wished = "\n".join(["Ce qu’elle souhaite :", *lines]) if lines else ""
        speaks = "Elle parle pour elle-même." if self.for_self else "Quelqu’un parle pour elle."
        place = _PLACE_WITHHELD if self.departement else ""
        return "\n\n".join(part for part in (speaks, wished, place) if part)

    def to_bytes(self) -> bytes:
        """UTF-8 JSON, for sealing."""
        plain = {item.name: getattr(self, item.name) for item in fields(self)}
        plain |= {"contact": vars(self.contact), "recipients": [str(key) for key in self.recipients]}
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Telling":
        """Reads what `to_bytes` wrote. Raises ValueError for an answer that is in no closed list."""
        data = json.loads(raw)
        telling = cls(
            for_self=bool(data["for_self"]),
            contact=ContactWish.from_answers(data["contact"]),
            recipients=tuple(UUID(key) for key in data["recipients"]),
            answers=data["answers"],
            wishes=tuple(data.get("wishes", ())),
            departement=str(data.get("departement", "")),
        )
        _ = telling.content
        return telling
