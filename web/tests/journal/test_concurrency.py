"""Many writers at once: nobody is refused, nothing is lost, the chains hold."""

import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection, transaction

from maillon.journal import rules
from maillon.journal.models import Line
from maillon.journal.selectors import findings, heads
from maillon.journal.services import record_many
from tests.journal.factories import entry

WRITERS, ROUNDS = 16, 20


@pytest.mark.django_db(transaction=True)
def test_sixteen_writers_lose_nothing_and_never_deadlock():
    def work(_):
        kept = []
        try:
            for turn in range(ROUNDS):
                with transaction.atomic():
                    # Twice in one transaction: the second time, whoever holds a chain must not wait for another.
                    lines = record_many([entry(), entry()]) + record_many([entry(subject_id=uuid4())])
                    if turn % 5 == 4:
                        transaction.set_rollback(True)
                        continue
                kept += [line.pk for line in lines]
        finally:
            connection.close()
        return kept

    with ThreadPoolExecutor(WRITERS) as pool:
        kept = [pk for part in pool.map(work, range(WRITERS)) for pk in part]
    assert len(kept) == WRITERS * ROUNDS * 3 * 4 // 5
    assert set(Line.objects.values_list("pk", flat=True)) == set(kept)
    assert sum(head.length for head in heads()) == len(kept)
    assert list(findings()) == []


@pytest.mark.django_db(transaction=True)
def test_sixteen_writers_hold_a_chain_each_and_those_after_them_wait_for_one():
    """The first sixteen keep their transactions open until eight more are seen waiting in the database."""
    held, go_on, late = threading.Barrier(rules.CHAINS + 1, timeout=30), threading.Event(), 8

    def write(meet: threading.Barrier | None) -> int:
        try:
            with transaction.atomic():
                [line] = record_many([entry()])
                if meet is not None:
                    meet.wait()
                    assert go_on.wait(30)
                return line.chain_id
        finally:
            connection.close()

    with ThreadPoolExecutor(rules.CHAINS + late) as pool:
        first = [pool.submit(write, held) for _ in range(rules.CHAINS)]
        held.wait()
        others = [pool.submit(write, None) for _ in range(late)]
        try:
            until_waiting(late, pool_is_alive=lambda: not any(writer.done() for writer in others))
        finally:
            go_on.set()
        assert sorted(writer.result(30) for writer in first) == list(range(rules.CHAINS))
        assert all(writer.result(30) in range(rules.CHAINS) for writer in others)
    assert Line.objects.count() == rules.CHAINS + late
    assert list(findings()) == []


def until_waiting(count, *, pool_is_alive):
    """Returns once the database says that `count` sessions wait for a lock in this database."""
    with connection.cursor() as cursor:
        while pool_is_alive():
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0] == count:
                return
    pytest.fail("a writer got a chain while all of them were held")
