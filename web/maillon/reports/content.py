"""What a report says while it is being written, as one value: answers in codes, and the few free texts."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from maillon.guidance.enums import AgeClass, Answer, OffenceKnown, PlaceKind, ReporterStatus, Seen, Wish
from maillon.guidance.facts import Facts
from maillon.reports.enums import ObservedWhen, Origin


class TraceKind(StrEnum):
    """What an online trace is. Nothing of it is ever fetched."""

    URL = "url"
    PHONE = "phone"
    HANDLE = "handle"
    OTHER = "other"


@dataclass(frozen=True)
class Trace:
    """A web address, number or account name, typed in by hand."""

    kind: TraceKind
    value: str


@dataclass(frozen=True)
class ReportContent:
    """Every answer of the report path; None or empty means not answered yet."""

    origin: Origin | None = None
    danger: bool | None = None
    age: AgeClass | None = None
    age_is_sure: bool | None = None
    place: PlaceKind | None = None
    commune: str = ""
    # What was typed to look for the commune, until one is chosen.
    commune_typed: str = ""
    observed: ObservedWhen | None = None
    # Codes of signs: those seen, and those that the reporter says were not there. Of the others nothing can be said.
    signs: tuple[str, ...] = ()
    signs_absent: tuple[str, ...] = ()
    grave: bool = False
    offence: OffenceKnown = OffenceKnown.NONE
    wish: Wish = Wish.NOT_ASKED
    # The adult agreed that her name goes to the recipients that she was told of.
    agreement: bool = False
    can_protect_herself: Answer = Answer.UNKNOWN
    couple_violence: bool = False
    mortal_danger: bool = False
    foreign_victim: Answer = Answer.UNKNOWN
    online_public: bool = False
    drug_link: bool = False
    done: tuple[str, ...] = ()
    narrative: str = ""
    identity: str = ""
    traces: tuple[Trace, ...] = field(default=())
    # The screens answered or passed over, so that a draft is taken up where it was left.
    answered: tuple[str, ...] = ()

    @property
    def minor(self) -> bool:
        """True unless the person is known to be an adult: doubt counts as minority."""
        return self.age is not AgeClass.ADULT

    @property
    def answers_about_signs(self) -> dict[str, Seen]:
        """What was said of each sign, by its code; a sign that is missing here can't be said."""
        return dict.fromkeys(self.signs, Seen.SEEN) | dict.fromkeys(self.signs_absent, Seen.NOT_SEEN)

    def changed(self, **answers: Any) -> "ReportContent":
        """The same report with some answers replaced."""
        return replace(self, **answers)

    def facts(self, statuses: frozenset[ReporterStatus]) -> Facts:
        """What the rules are given. Raises ValueError while the age is not answered."""
        if self.age is None:
            msg = "the age class is not answered"
            raise ValueError(msg)
        return Facts(
            age=self.age,
            statuses=statuses,
            place=self.place or PlaceKind.OTHER,
            danger=bool(self.danger),
            grave=self.grave,
            wish=self.wish,
            can_protect_herself=self.can_protect_herself,
            couple_violence=self.couple_violence,
            mortal_danger=self.mortal_danger,
            online_public=self.online_public,
            foreign_victim=self.foreign_victim,
            offence=self.offence,
        )

    def coded(self) -> dict[str, Any]:
        """The answers that stand in clear beside the sealed content: codes only, no free text."""
        free = {"narrative", "identity", "traces", "commune_typed"}
        elsewhere = {"commune", "origin", "observed", "signs", "signs_absent", "drug_link", "answered"}
        return {name: value for name, value in vars(self).items() if name not in free | elsewhere}

    def to_bytes(self) -> bytes:
        """UTF-8 JSON, for sealing."""
        # Field by field: `asdict` copies each answer first, in the time that sealing takes.
        answers = {**vars(self), "traces": [asdict(trace) for trace in self.traces]}
        return json.dumps(answers, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, raw: bytes) -> "ReportContent":
        """Reads what `to_bytes` wrote; answers that a newer version no longer knows are dropped."""
        return cls.from_answers(json.loads(raw))

    @classmethod
    def from_answers(cls, answers: Mapping[str, Any]) -> "ReportContent":
        """The report with these answers in codes. Raises ValueError for a code that is in no closed list."""
        return cls(**_read(answers))


_ENUMS: dict[str, type[StrEnum] | type[Origin] | type[ObservedWhen]] = {
    "origin": Origin,
    "age": AgeClass,
    "place": PlaceKind,
    "observed": ObservedWhen,
    "offence": OffenceKnown,
    "wish": Wish,
    "can_protect_herself": Answer,
    "foreign_victim": Answer,
}


_NAMES = frozenset(item.name for item in fields(ReportContent))


def _read(data: Mapping[str, Any]) -> dict[str, Any]:
    answers = {name: value for name, value in data.items() if name in _NAMES}
    for name, kind in _ENUMS.items():
        if answers.get(name) is not None:
            answers[name] = kind(answers[name])
    for name in ("signs", "signs_absent", "done", "answered"):
        answers[name] = tuple(answers.get(name, ()))
    answers["traces"] = tuple(Trace(TraceKind(item["kind"]), str(item["value"])) for item in answers.get("traces", ()))
    return answers
