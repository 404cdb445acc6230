"""What is written in a file, before it is sealed and after it is opened. Pure values; none shows its content."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Self

from maillon.cases.enums import How
from maillon.exits.enums import Axis, IdentityPaper, PaperKind, PermitKind, Said, Sealed, Stay
from maillon.exits.rules import Simulation, Situation

# Bump it when a field changes its meaning, and read the older ones in `from_bytes`.
_VERSION = 1


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """That she agreed: how, in which language of base.languages it was put to her, and when."""

    how: How
    language: str
    given_at: datetime


@dataclass(frozen=True, kw_only=True)
class Content:
    """Something sealed. `sealed_as` is the kind that binds its envelope."""

    sealed_as: ClassVar[Sealed]

    def to_bytes(self) -> bytes:
        """What is sealed."""
        return json.dumps({"version": _VERSION, **asdict(self)}, ensure_ascii=False, sort_keys=True).encode()

    @classmethod
    def from_bytes(cls, raw: bytes) -> Self:
        """Undoes `to_bytes`; a field that this version does not know is left out."""
        known = {item.name for item in fields(cls)}
        stored: Mapping[str, Any] = json.loads(raw)
        return cls(**{name: _read(value) for name, value in stored.items() if name in known})


def _read(value: Any) -> Any:
    return tuple(_read(item) for item in value) if isinstance(value, list) else value


@dataclass(frozen=True, kw_only=True)
class Paper(Content):
    """One piece of a file."""

    kind: ClassVar[PaperKind]

    def missing(self) -> bool:
        """Whether something is left out that a file can't do without."""
        return False


@dataclass(frozen=True, kw_only=True)
class Identity(Paper):
    """Who asks, and which document says so. `birth_on` is an ISO date. Its number and picture are never asked."""

    kind: ClassVar[PaperKind] = PaperKind.IDENTITY
    sealed_as: ClassVar[Sealed] = Sealed.IDENTITY
    first_name: str = field(default="", repr=False)
    last_name: str = field(default="", repr=False)
    birth_on: str = field(default="", repr=False)
    birth_place: str = field(default="", repr=False)
    paper: str = field(default="", repr=False)
    absence: str = field(default="", repr=False)

    def missing(self) -> bool:
        """A name, a day of birth, and either a copy or why there is none, in a few words."""
        said = self.paper in IdentityPaper.values
        explained = self.paper == IdentityPaper.COPY_GIVEN or bool(self.absence.strip())
        return not (self.last_name.strip() and self.birth_on and said and explained)


@dataclass(frozen=True, kw_only=True)
class Circumstances(Paper):
    """Where she stands: papers, family, daily life. `stay` and `aps_asked` travel with a file and never alone."""

    kind: ClassVar[PaperKind] = PaperKind.SITUATION
    sealed_as: ClassVar[Sealed] = Sealed.SITUATION
    administrative: str = field(default="", repr=False)
    family: str = field(default="", repr=False)
    social: str = field(default="", repr=False)
    stay: str = field(default=Stay.UNKNOWN.value, repr=False)
    aps_asked: bool = field(default=False, repr=False)

    def missing(self) -> bool:
        """One line on each."""
        return not all(text.strip() for text in (self.administrative, self.family, self.social))


@dataclass(frozen=True, kw_only=True)
class Engagement(Paper):
    """What is planned on each axis, and what each side commits to (CASF R121-12-11, R121-12-12)."""

    kind: ClassVar[PaperKind] = PaperKind.ENGAGEMENT
    sealed_as: ClassVar[Sealed] = Sealed.ENGAGEMENT
    housing: str = field(default="", repr=False)
    care: str = field(default="", repr=False)
    work: str = field(default="", repr=False)
    by_association: str = field(default="", repr=False)
    by_person: str = field(default="", repr=False)
    signed_on: str = field(default="", repr=False)

    def on(self, axis: Axis) -> str:
        """What is planned on one axis."""
        planned: str = getattr(self, axis.value)
        return planned

    def missing(self) -> bool:
        """Something on one axis at least, and both sides' word, dated."""
        both = self.by_association.strip() and self.by_person.strip() and self.signed_on
        return not (both and any(self.on(axis).strip() for axis in Axis))


@dataclass(frozen=True, kw_only=True)
class Sworn(Paper):
    """That she declared on her honour that the activity has stopped: the day, and how she was told what it means."""

    kind: ClassVar[PaperKind] = PaperKind.SWORN
    sealed_as: ClassVar[Sealed] = Sealed.SWORN
    declared_on: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    explained: bool = field(default=False, repr=False)

    def missing(self) -> bool:
        """A day and a place, and that what she signs was explained to her."""
        return not (self.declared_on and self.place.strip() and self.explained)


@dataclass(frozen=True, kw_only=True)
class Review(Paper):
    """The six months gone by: what was done, what stood in the way, what she says of it."""

    kind: ClassVar[PaperKind] = PaperKind.REVIEW
    sealed_as: ClassVar[Sealed] = Sealed.REVIEW
    done: str = field(default="", repr=False)
    difficulties: str = field(default="", repr=False)
    her_words: str = field(default="", repr=False)

    def missing(self) -> bool:
        """What was done, and what stood in the way."""
        return not (self.done.strip() and self.difficulties.strip())


@dataclass(frozen=True, kw_only=True)
class Advice(Paper):
    """The opinion of the association that presents her."""

    kind: ClassVar[PaperKind] = PaperKind.ASSOCIATION
    sealed_as: ClassVar[Sealed] = Sealed.ASSOCIATION
    favourable: bool = field(default=True, repr=False)
    reasons: str = field(default="", repr=False)

    def missing(self) -> bool:
        """Its reasons."""
        return not self.reasons.strip()


PAPERS: Mapping[PaperKind, type[Paper]] = {
    PaperKind.IDENTITY: Identity,
    PaperKind.SITUATION: Circumstances,
    PaperKind.ENGAGEMENT: Engagement,
    PaperKind.SWORN: Sworn,
    PaperKind.REVIEW: Review,
    PaperKind.ASSOCIATION: Advice,
}


@dataclass(frozen=True, kw_only=True)
class Allowance(Content):
    """What was looked at for the AFIS, and what came out on that day: the amount as it was shown then."""

    sealed_as: ClassVar[Sealed] = Sealed.AID
    age: int = field(default=0, repr=False)
    stay: str = field(default=Stay.UNKNOWN.value, repr=False)
    income_below: str = field(default=Said.UNKNOWN.value, repr=False)
    rsa_or_ada: str = field(default=Said.UNKNOWN.value, repr=False)
    children: int = field(default=0, repr=False)
    # What came out, the day, and whether the amount was sure then.
    verdict: str = field(default="", repr=False)
    month: str = field(default="", repr=False)
    sure: bool = field(default=False, repr=False)
    simulated_on: str = field(default="", repr=False)

    @classmethod
    def of(cls, situation: Situation, simulation: Simulation, on: date) -> Self:
        """What is kept of a simulation."""
        return cls(
            age=situation.age,
            stay=situation.stay.value,
            income_below=situation.income_below.value,
            rsa_or_ada=situation.rsa_or_ada.value,
            children=situation.children,
            verdict=simulation.verdict.value,
            month=str(simulation.month),
            sure=simulation.sure,
            simulated_on=on.isoformat(),
        )

    @property
    def amount(self) -> Decimal:
        """Euros a month."""
        return Decimal(self.month)


@dataclass(frozen=True, kw_only=True)
class Residence(Content):
    """A right to stay: which one, and its days as ISO dates. The number of a card is never asked."""

    sealed_as: ClassVar[Sealed] = Sealed.PERMIT
    kind: str = field(default=PermitKind.APS.value, repr=False)
    asked_on: str = field(default="", repr=False)
    receipt_on: str = field(default="", repr=False)
    from_on: str = field(default="", repr=False)
    until_on: str = field(default="", repr=False)


@dataclass(frozen=True)
class OpenedFile:
    """What a reader was given of a file; its repr does not show it."""

    papers: Mapping[PaperKind, Paper] = field(repr=False)
    aid: Allowance | None = field(default=None, repr=False)
    reasons: str = field(default="", repr=False)
    wanted: str = field(default="", repr=False)

    def in_order(self) -> list[Paper]:
        """The papers, in the order of their kinds."""
        return [self.papers[kind] for kind in PaperKind if kind in self.papers]
