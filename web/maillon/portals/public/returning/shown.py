"""One recipient's way as its card shows it."""

from dataclasses import dataclass
from datetime import datetime

from maillon.directory.enums import OrganisationKind
from maillon.portals.public.returning.forms import TextForm
from maillon.portals.public.telling.readers import MEANINGS
from maillon.reports.enums import Deadline, Decision, Direction, RefusalReason, State
from maillon.reports.models import Message, Request
from maillon.reports.rights import Ability
from maillon.reports.services import OpenedWords
from maillon.speaking.plain import DEADLINES, DECISIONS, REASONS, STATES
from maillon.speaking.services import Way


@dataclass(frozen=True)
class Said:
    """A message, and whether she wrote it."""

    words: OpenedWords
    own: bool


@dataclass(frozen=True)
class Expected:
    """Something that is due: in words, with its moment, and whether the delay is our own rather than the law's."""

    words: str
    at: datetime
    is_ours: bool


@dataclass(frozen=True)
class Card:
    """What a card shows of a way, in plain words, and which of its buttons there are.

    `withdrawn` says that her consent is taken back, and `kept_because` why the law keeps her name there all the same,
    if it does; `erasure` says what came of what she asked, and is empty while nobody has decided.
    """

    way: Way
    kind: str
    state: str
    due: tuple[Expected, ...]
    withdrawn: str
    kept_because: str
    erasure: str
    messages: tuple[Said, ...]
    form: TextForm | None
    may_withdraw: bool

    @property
    def answers(self) -> str:
        """What the button says that answers this recipient."""
        return f"answer:{self.way.transmission.id}"

    @property
    def withdraws(self) -> str:
        """What the button says that takes her consent back here."""
        return f"withdraw:{self.way.transmission.id}"


def shown(way: Way, form: TextForm) -> Card:
    """The card of a way, with the form in which she writes to this recipient."""
    writes = Ability.WRITE_MESSAGE in way.may
    return Card(
        way=way,
        kind=_kind(OrganisationKind(way.transmission.recipient.kind)),
        state=str(STATES[State(way.transmission.state)]),
        due=tuple(Expected(str(DEADLINES[Deadline(due.what)]), due.at, due.is_ours) for due in way.deadlines),
        withdrawn=str(DECISIONS[Decision.DONE]),
        kept_because=_reason(way.withdrawal),
        erasure=_decided(way.erasure),
        messages=tuple(Said(item, _is_own(item)) for item in way.messages),
        form=form if writes else None,
        may_withdraw=Ability.WITHDRAW_CONSENT in way.may and way.withdrawal is None,
    )


def _kind(kind: OrganisationKind) -> str:
    return str(MEANINGS[kind].what) if kind in MEANINGS else ""


def _decided(request: Request | None) -> str:
    if request is None or not request.decision:
        return ""
    words = str(DECISIONS[Decision(request.decision)])
    return f"{words} – {_reason(request)}" if request.refusal_reason else words


def _reason(request: Request | None) -> str:
    return str(REASONS[RefusalReason(request.refusal_reason)]) if request and request.refusal_reason else ""


def _is_own(item: OpenedWords) -> bool:
    return isinstance(item.words, Message) and item.words.direction == Direction.TO_RECIPIENT
