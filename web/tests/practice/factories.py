"""Rooms and phones as people make them, through the services."""

import datetime as dt
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.directory.enums import OrganisationKind
from maillon.guidance.enums import Seen
from maillon.guidance.feedback import STAY, Play, asked
from maillon.guidance.questions import right
from maillon.guidance.rulebook import load
from maillon.practice import services
from maillon.practice.enums import Moment
from maillon.practice.marker import Practice
from maillon.practice.models import Room
from tests.accounts.factories import make_membership

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
BOOK = load()
STORIES = ("covoiturage", "saisonniers")


def make_trainer(**options) -> Membership:
    """A firefighter who trains."""
    return make_membership(OrganisationKind.FIRE_RESCUE, **options)


def make_room(by: Membership | None = None, *, scenarios=STORIES, at: dt.datetime = AT) -> Room:
    """An open room."""
    return services.open_room(scenarios=scenarios, by=by or make_trainer(), at=at)


def make_phone(room: Room, *, at: dt.datetime = AT) -> Practice[UUID]:
    """A phone that has joined."""
    return services.join(code=room.code, at=at)


def a_play(scenario: str, answer: Seen = Seen.SEEN, step: str = STAY) -> Practice[Play]:
    """The same answer to every sign of a scenario."""
    return Practice(Play({sign.code: answer for sign in asked(BOOK.exercises.scenarios[scenario], BOOK)}, step))


def the_answers(*, knows: bool = True, sure: str = "rather") -> Practice[dict[str, str]]:
    """A whole questionnaire, all right or all wrong."""
    given = {}
    for code, question in BOOK.exercises.questions.items():
        best = right(question, BOOK, AT.date()).code
        given[code] = best if knows else next(one.code for one in question.choices if one.code != best)
    return Practice(given | dict.fromkeys(BOOK.exercises.feelings, sure))


def plays_all(room: Room, phone: Practice[UUID], *, at: dt.datetime = AT, after: bool = True) -> None:
    """Everything that a phone is asked, from the first questionnaire to the last: wrong before, right after."""
    services.answer_questionnaire(player=phone, moment=Moment.BEFORE, answers=the_answers(knows=False), at=at)
    for code in room.scenarios:
        services.record_turn(player=phone, scenario=code, play=a_play(code), at=at)
    if after:
        services.answer_questionnaire(player=phone, moment=Moment.AFTER, answers=the_answers(), at=at)
