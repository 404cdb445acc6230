"""What a wall shows: groups of phones, never one; before and after once the room is over."""

import pytest

from maillon.guidance.enums import Assurance, Seen
from maillon.practice import selectors, services
from maillon.practice.enums import Moment
from tests.practice.factories import AT, BOOK, a_play, make_phone, make_room, plays_all, the_answers

pytestmark = pytest.mark.django_db


def wall(room):
    room.refresh_from_db()
    return selectors.wall(room, BOOK, AT, AT.date())


def test_answers_appear_in_groups_of_three_and_all_at_the_end():
    room = make_room(scenarios=["covoiturage"])
    counted = []
    for _ in range(8):
        plays_all(room, make_phone(room))
        counted.append(wall(room).scenarios[0].counted)
    assert counted == [0, 0, 0, 0, 0, 3, 3, 3]
    assert wall(room).scenarios[0].finished == wall(room).joined == 8
    services.close_room(room_id=room.pk, by=room.opened_by, at=AT)
    assert wall(room).scenarios[0].counted == 8


def test_two_phones_are_never_shown():
    room = make_room(scenarios=["covoiturage"])
    for _ in range(2):
        plays_all(room, make_phone(room))
    services.close_room(room_id=room.pk, by=room.opened_by, at=AT)
    found = wall(room)
    assert (found.joined, found.scenarios[0].finished, found.scenarios[0].counted) == (2, 2, 0)
    assert found.before is found.after is None


def test_each_sign_and_each_step_is_counted():
    room = make_room(scenarios=["covoiturage"])
    given = [(Seen.SEEN, "stay"), (Seen.SEEN, "confront"), (Seen.NOT_SEEN, "adult-ask"), (Seen.UNSURE, "adult-ask")]
    for answer, step in given:
        phone = make_phone(room)
        services.record_turn(player=phone, scenario="covoiturage", play=a_play("covoiturage", answer, step), at=AT)
    services.close_room(room_id=room.pk, by=room.opened_by, at=AT)
    tallied = wall(room).scenarios[0]
    assert {(one.seen, one.not_seen, one.unsure) for one in tallied.signs} == {(2, 1, 1)}
    assert {code: count for code, count in tallied.steps.items() if count} == {"stay": 1, "confront": 1, "adult-ask": 2}
    assert sum(tallied.steps.values()) == tallied.counted == 4


def test_before_and_after_speak_of_the_same_phones_and_only_at_the_end():
    room = make_room(scenarios=["covoiturage"])
    for _ in range(3):
        plays_all(room, make_phone(room))
    for _ in range(3):
        plays_all(room, make_phone(room), after=False)
    only_after = make_phone(room)
    services.answer_questionnaire(player=only_after, moment=Moment.AFTER, answers=the_answers(sure="fully"), at=AT)
    assert wall(room).before is None
    services.close_room(room_id=room.pk, by=room.opened_by, at=AT)
    found = wall(room)
    assert found.before.counted == found.after.counted == 3
    assert [one.right for one in found.before.knowledge] == [0, 0, 0]
    assert [one.right for one in found.after.knowledge] == [3, 3, 3]
    assert all(one.words[Assurance.RATHER] == 3 and sum(one.words.values()) == 3 for one in found.after.feelings)
