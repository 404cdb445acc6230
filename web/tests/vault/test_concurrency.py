"""Several at once: sealing during a rotation, two who reseal, two who leave. Nothing gets lost or stuck."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from maillon.journal.selectors import findings
from maillon.vault import services
from maillon.vault.models import Grant, KeyPair, SealedItem
from maillon.vault.selectors import has_pending, holders
from tests.vault.factories import AT, acting, ids, member, organisation

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works):
    """Runs the functions in threads that start together; returns what they returned."""
    start = threading.Barrier(len(works), timeout=30)

    def run(work):
        try:
            start.wait()
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [future.result(60) for future in [pool.submit(run, work) for work in works]]


def seal(organisation_id, count):
    for _ in range(count):
        services.seal(plaintext=b"text", kind="k", subject_id=uuid4(), organisations=[organisation_id], at=AT)


def reseal_all(organisation_id, keyring, at=AT):
    by, moved = acting(keyring, organisation_id), 0
    while some := services.reseal_pending(organisation_id=organisation_id, keyring=keyring, by=by, at=at, limit=5):
        moved += some
    return moved


def all_open(organisation_id, keyring, count):
    items = list(SealedItem.objects.all())
    by = acting(keyring, organisation_id)
    opened = services.open_items(items=items, keyring=keyring, organisation_id=organisation_id, by=by, at=AT, reason="")
    return len(opened) == len(items) == count


def leave(organisation_id, keyring, *remaining):
    services.remove_holder(
        organisation_id=organisation_id, member_id=keyring.member_id, remaining=ids(remaining), by=None, at=AT
    )


def test_what_is_sealed_while_a_member_leaves_and_others_reseal_stays_readable():
    leaving, first, second = member(), member(), member()
    ours = organisation(leaving, first, second)
    seal(ours, 10)

    def seal_on():
        seal(ours, 15)

    at_once(
        seal_on,
        seal_on,
        lambda: leave(ours, leaving, first, second),
        lambda: reseal_all(ours, first),
        lambda: reseal_all(ours, second),
    )
    assert all_open(ours, second, 40)
    # After the grace, nothing is left on the old pair, and the pair is gone.
    reseal_all(ours, first, at=AT + timedelta(hours=2))
    assert not has_pending(ours)
    assert KeyPair.objects.filter(owner_id=ours).count() == 1
    assert all_open(ours, first, 40)
    assert list(findings()) == []


def test_two_holders_take_turns_at_resealing_and_move_each_grant_once():
    leaving, first, second = member(), member(), member()
    ours = organisation(leaving, first, second)
    seal(ours, 60)
    leave(ours, leaving, first, second)
    moved = at_once(lambda: reseal_all(ours, first), lambda: reseal_all(ours, second))
    moved.append(reseal_all(ours, first))
    assert sum(moved) == 60
    assert all_open(ours, first, 60)


def test_two_departures_at_once_leave_one_current_key_without_either():
    one, other, staying = member(), member(), member()
    ours = organisation(one, other, staying)
    seal(ours, 3)
    at_once(lambda: leave(ours, one, other, staying), lambda: leave(ours, other, one, staying))
    # Each names the other as remaining: whoever goes second must neither stay in nor let the first back in.
    assert holders(ours) == {staying.member_id}
    assert KeyPair.objects.filter(owner_id=ours, retired_at=None).count() == 1
    assert all_open(ours, staying, 3)


def test_reading_while_others_reseal_never_fails():
    leaving, reader, other = member(), member(), member()
    ours = organisation(leaving, reader, other)
    seal(ours, 40)
    leave(ours, leaving, reader, other)

    def read():
        return all(all_open(ours, reader, 40) for _ in range(10))

    results = at_once(read, read, lambda: reseal_all(ours, other))
    assert results == [True, True, 40]


def test_what_is_withdrawn_while_others_reseal_stays_withdrawn():
    leaving, reader, other = member(), member(), member()
    ours, theirs = organisation(leaving, reader), organisation(other)
    items = [
        services.seal(plaintext=b"text", kind="k", subject_id=uuid4(), organisations=[ours, theirs], at=AT)
        for _ in range(30)
    ]
    leave(ours, leaving, reader)
    at_once(
        lambda: reseal_all(ours, reader),
        lambda: [services.withdraw(items=[one], organisation_id=ours) for one in items],
    )
    assert not Grant.objects.filter(key_pair__owner_id=ours).exists()
    assert all_open(theirs, other, 30)
