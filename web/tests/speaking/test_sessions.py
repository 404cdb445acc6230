"""Sittings: half an hour, and a copy of their table opens nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.backends.base import UpdateError

from maillon.base import clock
from maillon.speaking.models import Sitting
from maillon.speaking.services import forget_sittings
from maillon.speaking.sessions import IDLE_LIFE, SessionStore

pytestmark = pytest.mark.django_db


def sitting(**data):
    store = SessionStore()
    store.update(data)
    store.save()
    return store


def test_only_the_cookie_finds_and_opens_it():
    store = sitting(word="tulipe")
    assert SessionStore(store.session_key)["word"] == "tulipe"
    assert SessionStore("z" * 43).get("word") is None
    row = Sitting.objects.get()
    assert b"tulipe" not in bytes(row.data)
    assert store.session_key.encode() not in bytes(row.data) + bytes(row.key_digest)


def test_content_moved_to_another_row_does_not_open():
    one, other = sitting(word="tulipe"), sitting(word="rose")
    rows = {bytes(row.key_digest): row for row in Sitting.objects.all()}
    first, second = rows.values()
    Sitting.objects.filter(pk=first.pk).update(data=second.data)
    Sitting.objects.filter(pk=second.pk).update(data=first.data)
    assert SessionStore(one.session_key).get("word") is None
    assert SessionStore(other.session_key).get("word") is None


def test_a_step_puts_the_end_off_and_a_look_does_not():
    start = clock.now()
    with time_machine.travel(start, tick=False):
        store = sitting(word="tulipe")
    with time_machine.travel(start + timedelta(minutes=20), tick=False):
        assert SessionStore(store.session_key)["word"] == "tulipe"
    assert Sitting.objects.get().expires_at == start + IDLE_LIFE
    with time_machine.travel(start + timedelta(minutes=29), tick=False):
        again = SessionStore(store.session_key)
        again["word"] = "rose"
        again.save()
    with time_machine.travel(start + timedelta(minutes=58), tick=False):
        assert SessionStore(store.session_key)["word"] == "rose"


def test_after_half_an_hour_it_is_gone_and_does_not_come_back_to_life():
    store = sitting(word="tulipe")
    loaded = SessionStore(store.session_key)
    loaded["word"] = "rose"
    with time_machine.travel(clock.now() + IDLE_LIFE, tick=False):
        assert SessionStore(store.session_key).get("word") is None
        with pytest.raises(UpdateError):
            loaded.save()
        forget_sittings(at=clock.now())
    assert not Sitting.objects.exists()


def test_the_sweep_leaves_those_that_still_run():
    sitting(word="tulipe")
    forget_sittings(at=clock.now())
    assert Sitting.objects.count() == 1
