"""Reads rooms, and what their walls may show."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.guidance.enums import Seen
from maillon.guidance.exercises.records import Scenario
from maillon.guidance.feedback import Play
from maillon.guidance.rulebook import Rulebook
from maillon.practice import rules
from maillon.practice.enums import Moment
from maillon.practice.marker import Practice
from maillon.practice.models import Player, Questionnaire, Room, Turn
from maillon.practice.tally import MomentTally, ScenarioTally, added, questionnaires, tally


@dataclass(frozen=True)
class Wall:
    """What the trainer's page shows: counts alone. `before` and `after` come once the room is over."""

    joined: int
    scenarios: tuple[ScenarioTally, ...]
    before: MomentTally | None
    after: MomentTally | None
    over: bool


def room(key: UUID) -> Room | None:
    """The room, with its organisation."""
    return Room.objects.select_related("organisation").filter(pk=key).first()


def rooms_of(by: Membership) -> QuerySet[Room]:
    """The rooms that she may see, newest first."""
    mine = Q(opened_by=by)
    if by.role == Role.LEAD:
        mine |= Q(organisation_id=by.organisation_id)
    return Room.objects.filter(mine, forgotten_at=None).order_by("-opened_at")


def player(key: Practice[UUID]) -> Player | None:
    """The phone, with its room."""
    return Player.objects.select_related("room").filter(pk=key.invented).first()


def is_over(found: Room, at: datetime) -> bool:
    """Whether it takes no more answers."""
    return rules.is_over(ends_at=found.ends_at, closed_at=found.closed_at, now=at)


def scenarios_of(found: Room, book: Rulebook) -> tuple[Scenario, ...]:
    """Its scenarios in their order, without those that today's data no longer have."""
    known = book.exercises.scenarios
    return tuple(known[code] for code in found.scenarios if code in known)


def turns_of(found: Player) -> dict[str, Practice[Play]]:
    """What a phone has answered, by scenario."""
    return {turn.scenario: played(turn) for turn in found.turns.order_by("pk")}


def moments_of(found: Player) -> frozenset[str]:
    """The questionnaires that a phone has answered."""
    return frozenset(found.questionnaires.values_list("moment", flat=True))


def played(turn: Turn) -> Practice[Play]:
    """A stored answer as the rules take it."""
    return Practice(Play({code: Seen(answer) for code, answer in turn.signs.items()}, turn.step))


def wall(found: Room, book: Rulebook, at: datetime, on: date) -> Wall:
    """What may be shown of a room at this moment: groups of phones, and never one."""
    over = is_over(found, at)
    return Wall(
        joined=found.players.count(),
        scenarios=tuple(_scenario(found, one, book, on, over=over) for one in scenarios_of(found, book)),
        before=_moment(found, Moment.BEFORE, book, on, over=over),
        after=_moment(found, Moment.AFTER, book, on, over=over),
        over=over,
    )


@dataclass(frozen=True)
class Figures:
    """What exercises changed in a département: rooms that are over, phones, right answers before and after that day."""

    on: date
    rooms: int
    joined: int
    before: MomentTally | None
    after: MomentTally | None


def figures(departement_id: str, book: Rulebook, at: datetime, on: date) -> Figures:
    """The counts of every room of the département that is over and had enough phones."""
    over = Room.objects.filter(
        Q(closed_at__isnull=False) | Q(ends_at__lte=at), organisation__departement=departement_id
    )
    kept = [
        found.counts if found.counts is not None else counts(found, book, on) for found in over.order_by("opened_at")
    ]
    enough = [one for one in kept if one["joined"] >= rules.FEWEST]
    return Figures(
        on=on,
        rooms=len(enough),
        joined=sum(one["joined"] for one in enough),
        before=added([one["before"] for one in enough if one["before"]], book),
        after=added([one["after"] for one in enough if one["after"]], book),
    )


def _scenario(found: Room, scenario: Scenario, book: Rulebook, on: date, *, over: bool) -> ScenarioTally:
    turns = list(Turn.objects.filter(player__room=found, scenario=scenario.code).order_by("pk"))
    some = turns[: rules.shown(len(turns), over=over)]
    return tally(scenario, (played(turn) for turn in some), book, on, finished=len(turns))


def _moment(found: Room, moment: Moment, book: Rulebook, on: date, *, over: bool) -> MomentTally | None:
    """Once the room is over, the phones that answered both times: else before and after speak of other people."""
    if not over:
        return None
    both = Questionnaire.objects.filter(player__room=found, moment=Moment.AFTER).values("player")
    rows = Questionnaire.objects.filter(player__room=found, moment=moment, player__in=both)
    if moment is Moment.AFTER:
        before = Questionnaire.objects.filter(player__room=found, moment=Moment.BEFORE).values("player")
        rows = rows.filter(player__in=before)
    answers = [Practice[Mapping[str, str]](row.answers) for row in rows.order_by("pk")]
    return questionnaires(answers, book, on) if len(answers) >= rules.FEWEST else None


def counts(found: Room, book: Rulebook, on: date) -> dict[str, Any]:
    """What stays of a room that is over: how many phones joined, finished and answered right, before and after."""
    # At its end, whenever that is asked: all that was answered is counted, in no smaller groups than ever.
    last = wall(found, book, found.ends_at, on)
    return {
        "joined": last.joined,
        "finished": {one.scenario.code: one.finished for one in last.scenarios},
        "before": asdict(last.before) if last.before else None,
        "after": asdict(last.after) if last.after else None,
    }
