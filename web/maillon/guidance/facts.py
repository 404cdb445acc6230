"""What goes into the rules and what comes out of them: plain values, no names, no free text."""

from dataclasses import dataclass

from maillon.base.enums import Confidence
from maillon.guidance.choices import choice
from maillon.guidance.enums import (
    Addressee,
    AgeClass,
    Answer,
    Channel,
    Choice,
    Delay,
    Duty,
    Ground,
    Identity,
    OffenceKnown,
    PlaceKind,
    ReporterStatus,
    Wish,
)


@dataclass(frozen=True)
class Facts:
    """A situation in clear terms. Everything but the age and the reporter's statuses has a cautious default."""

    age: AgeClass
    statuses: frozenset[ReporterStatus]
    place: PlaceKind = PlaceKind.OTHER
    danger: bool = False
    # For a minor: grave, a crime, or the parents involved.
    grave: bool = False
    wish: Wish = Wish.NOT_ASKED
    # NO only in the terms of CP 226-14 1° and 434-3 (age, illness, infirmity, disability) or, where there is couple
    # violence, those of 226-14 3° (the partner's hold). A pimp's hold alone is not a NO.
    can_protect_herself: Answer = Answer.UNKNOWN
    couple_violence: bool = False
    mortal_danger: bool = False
    online_public: bool = False
    foreign_victim: Answer = Answer.UNKNOWN
    offence: OffenceKnown = OffenceKnown.NONE

    @property
    def minor(self) -> bool:
        """True for a minor and for whoever may be one: doubt counts as minority (R-2)."""
        return self.age is not AgeClass.ADULT


@dataclass(frozen=True)
class Step:
    """One thing to do. Texts are gettext msgids in French; `sources` are codes of legal sources."""

    code: str
    rule: str
    addressee: Addressee
    ground: Ground
    duty: Duty
    delay: Delay
    channel: Channel
    identity: Identity
    what: str
    avoid: tuple[str, ...]
    tell: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: Confidence
    # True where the choice of doing it, or of the recipient, is the reporter's or the person's alone. Where it is not,
    # and the law permits without ordering, the step is put forward: see `choice`.
    optional: bool
    # Codes of the numbers and sites to show with it.
    contacts: tuple[str, ...] = ()
    # On which ground the identity may go along, where that is not the step's own ground.
    identity_ground: Ground | None = None

    @property
    def choice(self) -> Choice:
        """What the reporter decides about it."""
        return choice(self.addressee, self.duty, optional=self.optional)

    @property
    def preselected(self) -> bool:
        """Whether a screen may tick it beforehand."""
        return self.choice is not Choice.OPEN


@dataclass(frozen=True)
class Guidance:
    """The ordered answer; `version` names the rules' data that gave it."""

    steps: tuple[Step, ...]
    version: str

    def transmissions(self) -> tuple[Step, ...]:
        """The steps that send something to an organisation."""
        return tuple(step for step in self.steps if step.channel is Channel.TRANSMISSION)
