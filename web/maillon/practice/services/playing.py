"""Phones join a room and answer. Each answer counts once, however often it is sent."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.base.ids import new_id
from maillon.guidance import rulebook
from maillon.guidance.enums import Assurance
from maillon.guidance.feedback import Play, asked, first_steps
from maillon.practice import rules
from maillon.practice.enums import Moment
from maillon.practice.marker import Practice
from maillon.practice.models import Player, Questionnaire, Room, Turn
from maillon.practice.refusals import NoSuchRoom, NotAnAnswer, RoomFull, RoomOver, TooManyAtOnce


@transaction.atomic
def join(*, code: str, at: datetime) -> Practice[UUID]:
    """A new phone in the open room with this code; returns its key, which is all that is known of it.

    Raises NoSuchRoom, RoomFull, TooManyAtOnce. The limits are the room's: no address is looked at, so a class behind
    one address is never locked out.
    """
    room = Room.objects.select_for_update(of=("self",)).filter(code=rules.read_code(code)).exclude(code="").first()
    if room is None or rules.is_over(ends_at=room.ends_at, closed_at=room.closed_at, now=at):
        raise NoSuchRoom
    if room.players.count() >= rules.MOST_PLAYERS:
        raise RoomFull
    if room.players.filter(joined_at__gt=at - rules.MINUTE).count() >= rules.JOINS_A_MINUTE:
        raise TooManyAtOnce
    return Practice(Player.objects.create(id=new_id(), room=room, joined_at=at).pk)


@transaction.atomic
def record_turn(*, player: Practice[UUID], scenario: str, play: Practice[Play], at: datetime) -> None:
    """Keeps a phone's answer to a scenario of its room. The first one counts: what follows has seen the answer.

    Raises RoomOver, NotAnAnswer.
    """
    room = _open_room(player, at)
    book = rulebook.load()
    known = book.exercises.scenarios.get(scenario) if scenario in room.scenarios else None
    if known is None or play.invented.step not in first_steps(known, book, timezone.localdate(at)):
        raise NotAnAnswer
    codes = {sign.code for sign in asked(known, book)}
    signs = {code: answer.value for code, answer in play.invented.signs.items() if code in codes}
    Turn.objects.get_or_create(
        player_id=player.invented, scenario=scenario, defaults={"signs": signs, "step": play.invented.step}
    )


@transaction.atomic
def answer_questionnaire(
    *, player: Practice[UUID], moment: Moment, answers: Practice[Mapping[str, str]], at: datetime
) -> None:
    """Keeps what a phone answers before, or after; the first time counts. Raises RoomOver, NotAnAnswer."""
    _open_room(player, at)
    exercises = rulebook.load().exercises
    allowed = {code: {choice.code for choice in one.choices} for code, one in exercises.questions.items()}
    allowed |= {code: {word.value for word in Assurance} for code in exercises.feelings}
    given = {code: answer for code, answer in answers.invented.items() if answer in allowed.get(code, ())}
    if given.keys() != allowed.keys():
        raise NotAnAnswer
    Questionnaire.objects.get_or_create(player_id=player.invented, moment=moment, defaults={"answers": given})


def _open_room(player: Practice[UUID], at: datetime) -> Room:
    """The phone's room, locked: so answers come in one order, and none after the end. Raises RoomOver."""
    room = Room.objects.select_for_update(of=("self",)).filter(players__pk=player.invented).first()
    if room is None or rules.is_over(ends_at=room.ends_at, closed_at=room.closed_at, now=at):
        raise RoomOver
    return room
