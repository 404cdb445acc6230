"""A class of thirty, all at the same moment: nobody is refused, nothing is lost, nothing counts twice."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from maillon.practice import services
from maillon.practice.enums import Moment
from maillon.practice.models import Player, Questionnaire, Turn
from tests.practice.factories import AT, BOOK, a_play, make_room, the_answers

CLASS = 30
STORIES = list(BOOK.exercises.scenarios)[:5]


@pytest.mark.django_db(transaction=True)
def test_thirty_phones_play_everything_at_once_and_send_each_answer_twice():
    room = make_room(scenarios=STORIES)
    together = threading.Barrier(CLASS, timeout=60)

    def play(_number):
        try:
            together.wait()
            phone = services.join(code=room.code, at=AT)
            services.answer_questionnaire(player=phone, moment=Moment.BEFORE, answers=the_answers(), at=AT)
            for code in STORIES:
                services.record_turn(player=phone, scenario=code, play=a_play(code), at=AT)
                services.record_turn(player=phone, scenario=code, play=a_play(code), at=AT)
            services.answer_questionnaire(player=phone, moment=Moment.AFTER, answers=the_answers(), at=AT)
            return phone.invented
        finally:
            connection.close()

    with ThreadPoolExecutor(CLASS) as pool:
        phones = set(pool.map(play, range(CLASS)))
    assert set(Player.objects.values_list("pk", flat=True)) == phones
    assert len(phones) == CLASS
    turns = list(Turn.objects.values_list("player", "scenario"))
    assert sorted(turns) == sorted((phone, code) for phone in phones for code in STORIES)
    assert Questionnaire.objects.count() == 2 * CLASS


@pytest.mark.django_db(transaction=True)
def test_one_phone_that_sends_the_same_answer_from_ten_threads_counts_once():
    room = make_room(scenarios=STORIES[:1])
    phone = services.join(code=room.code, at=AT)
    together = threading.Barrier(10, timeout=60)

    def send(_number):
        try:
            together.wait()
            services.record_turn(player=phone, scenario=STORIES[0], play=a_play(STORIES[0]), at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(send, range(10)))
    assert Turn.objects.count() == 1
