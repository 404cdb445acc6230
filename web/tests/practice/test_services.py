import datetime as dt

import pytest

from maillon.accounts.enums import Role
from maillon.guidance.enums import Seen
from maillon.guidance.feedback import STAY, Play
from maillon.practice import refusals, rules, selectors, services
from maillon.practice.enums import Moment
from maillon.practice.marker import Practice
from maillon.practice.models import Player, Questionnaire, Room, Turn
from maillon.practice.rights import Ability, may_open, on_room
from tests.accounts.factories import make_membership
from tests.practice.factories import AT, BOOK, a_play, make_phone, make_room, make_trainer, plays_all, the_answers

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(hours=5)


def test_a_room_has_a_code_four_hours_and_the_stories_in_their_order():
    room = make_room(scenarios=["saisonniers", "covoiturage", "saisonniers", "nulle-part"])
    assert room.scenarios == ["saisonniers", "covoiturage"]
    assert rules.read_code(room.code) == room.code
    assert room.ends_at - room.opened_at == rules.ROOM_LIFE


@pytest.mark.parametrize("scenarios", [[], ["nulle-part"], list(BOOK.exercises.scenarios)[:6]])
def test_a_room_takes_one_to_five_stories(scenarios):
    with pytest.raises(refusals.ChooseScenarios):
        make_room(scenarios=scenarios)


@pytest.mark.parametrize("role", Role)
def test_any_role_opens_a_room_and_nobody_who_has_left_does(role):
    trainer = make_trainer(role=role, holds_key=False)
    assert make_room(trainer).opened_by == trainer
    trainer.ended_at = AT
    assert not may_open(trainer)
    with pytest.raises(refusals.NotAllowed):
        make_room(trainer)


def test_whoever_opened_it_and_the_leads_of_the_organisation_see_and_close_it_and_nobody_else():
    trainer = make_trainer()
    room = make_room(trainer)
    lead = make_membership(trainer.organisation, Role.LEAD, holds_key=False)
    colleague = make_membership(trainer.organisation)
    stranger = make_trainer(role=Role.LEAD, holds_key=False)
    assert on_room(trainer, room) == on_room(lead, room) == frozenset(Ability)
    assert on_room(colleague, room) == on_room(stranger, room) == on_room(None, room) == frozenset()
    for other in (colleague, stranger):
        with pytest.raises(refusals.NotAllowed):
            services.close_room(room_id=room.pk, by=other, at=AT)
        assert list(selectors.rooms_of(other)) == []
    assert list(selectors.rooms_of(lead)) == [room]
    assert services.close_room(room_id=room.pk, by=lead, at=AT).closed_at == AT
    assert services.close_room(room_id=room.pk, by=trainer, at=LATER).closed_at == AT


def test_a_phone_joins_by_the_code_as_it_is_typed():
    room = make_room()
    services.join(code=f" {rules.spoken(room.code).lower()} ", at=AT)
    assert Player.objects.get().room == room


@pytest.mark.parametrize("code", ["", "AAAAAAA", "nimporte quoi"])
def test_no_room_answers_to_another_code(code):
    make_room()
    with pytest.raises(refusals.NoSuchRoom):
        services.join(code=code, at=AT)


def test_nobody_joins_or_answers_once_a_room_is_over():
    room = make_room()
    phone = make_phone(room)
    for at in (LATER, AT):
        if at is AT:
            services.close_room(room_id=room.pk, by=room.opened_by, at=AT)
        with pytest.raises(refusals.NoSuchRoom):
            services.join(code=room.code, at=at)
        with pytest.raises(refusals.RoomOver):
            services.record_turn(player=phone, scenario="covoiturage", play=a_play("covoiturage"), at=at)
        with pytest.raises(refusals.RoomOver):
            services.answer_questionnaire(player=phone, moment=Moment.BEFORE, answers=the_answers(), at=at)
    assert not Turn.objects.exists()
    assert not Questionnaire.objects.exists()


def test_the_limits_are_the_rooms_own(monkeypatch):
    monkeypatch.setattr(rules, "JOINS_A_MINUTE", 2)
    monkeypatch.setattr(rules, "MOST_PLAYERS", 3)
    room, other = make_room(), make_room()
    make_phone(room)
    make_phone(room)
    with pytest.raises(refusals.TooManyAtOnce):
        make_phone(room)
    make_phone(other)
    make_phone(room, at=AT + rules.MINUTE)
    with pytest.raises(refusals.RoomFull):
        make_phone(room, at=AT + 5 * rules.MINUTE)
    make_phone(other)


def test_a_whole_class_joins_within_a_minute():
    assert rules.JOINS_A_MINUTE >= 60
    assert rules.MOST_PLAYERS >= rules.JOINS_A_MINUTE


def test_the_first_answer_counts_however_often_it_is_sent():
    room = make_room()
    phone = make_phone(room)
    for answer in (Seen.SEEN, Seen.NOT_SEEN, Seen.UNSURE):
        services.record_turn(player=phone, scenario="covoiturage", play=a_play("covoiturage", answer), at=AT)
    for knows in (False, True):
        services.answer_questionnaire(player=phone, moment=Moment.BEFORE, answers=the_answers(knows=knows), at=AT)
    assert selectors.turns_of(Player.objects.get()) == {"covoiturage": a_play("covoiturage")}
    assert Questionnaire.objects.get().answers == the_answers(knows=False).invented


def test_what_answers_nothing_that_was_asked_is_refused():
    room = make_room(scenarios=["covoiturage"])
    phone = make_phone(room)
    for scenario, step in (("saisonniers", STAY), ("nulle-part", STAY), ("covoiturage", "expel")):
        with pytest.raises(refusals.NotAnAnswer):
            services.record_turn(player=phone, scenario=scenario, play=Practice(Play({}, step)), at=AT)
    for answers in ({}, the_answers().invented | {"sum": "9-9-9"}):
        with pytest.raises(refusals.NotAnAnswer):
            services.answer_questionnaire(player=phone, moment=Moment.BEFORE, answers=Practice(answers), at=AT)


def test_signs_that_were_not_asked_are_not_kept():
    room = make_room(scenarios=["covoiturage"])
    phone = make_phone(room)
    play = Practice(Play({"watched": Seen.SEEN, "camera_inward": Seen.SEEN}, STAY))
    services.record_turn(player=phone, scenario="covoiturage", play=play, at=AT)
    assert Turn.objects.get().signs == {"watched": "seen"}


def test_after_thirty_days_only_counts_are_left():
    room = make_room()
    for _ in range(4):
        plays_all(room, make_phone(room))
    end = room.ends_at + rules.TURNS_KEPT
    assert services.forget_rooms(at=end - dt.timedelta(seconds=1)) == 0
    assert Turn.objects.count() == 8
    assert services.forget_rooms(at=end) == 1
    assert services.forget_rooms(at=end) == 0
    assert not any(model.objects.exists() for model in (Player, Turn, Questionnaire))
    kept = Room.objects.get()
    assert (kept.code, kept.opened_by) == ("", None)
    assert kept.counts["joined"] == 4
    assert kept.counts["finished"] == {"covoiturage": 4, "saisonniers": 4}
    assert [one["right"] for one in kept.counts["before"]["knowledge"]] == [0, 0, 0]
    assert [one["right"] for one in kept.counts["after"]["knowledge"]] == [4, 4, 4]
    assert on_room(room.opened_by, kept) == frozenset()


def test_the_figures_of_a_departement_are_the_same_before_and_after_forgetting():
    trainer = make_trainer()
    for _ in range(2):
        room = make_room(trainer)
        for _ in range(3):
            plays_all(room, make_phone(room))
    small = make_room(trainer)
    plays_all(small, make_phone(small))
    open_one = make_room(trainer, at=LATER)
    make_phone(open_one, at=LATER)
    where = trainer.organisation.departement_id

    def figures(at):
        return selectors.figures(where, BOOK, at, AT.date())

    before = figures(LATER)
    assert (before.rooms, before.joined, before.after.counted) == (2, 6, 6)
    assert [one.right for one in before.after.knowledge] == [6, 6, 6]
    assert services.forget_rooms(at=AT + rules.ROOM_LIFE + rules.TURNS_KEPT) == 3
    assert figures(LATER) == before
    assert selectors.figures("00", BOOK, LATER, AT.date()).rooms == 0
