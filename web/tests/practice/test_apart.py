"""No row of an exercise reaches a real inbox, figure or clock, and nothing real reaches an exercise."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.core import mail
from django.db import IntegrityError, connection, transaction

from maillon.directory.models import Organisation
from maillon.practice import rules, services
from maillon.practice.models import Player, Room
from maillon.reports import selectors as reports
from maillon.reports.services import erase_expired, watch_silence
from tests.practice.factories import AT, make_phone, make_room, plays_all
from tests.reports.factories import make_orne, make_report

pytestmark = [pytest.mark.django_db, pytest.mark.guardrail("G12")]
PROJECT = Path(__file__).resolve().parents[3]
OURS = {model._meta.db_table for model in apps.get_app_config("practice").get_models()}
# Who trains and where: the only real tables that a row of an exercise may name, and none names a row of an exercise.
NAMED = {"directory_organisation", "accounts_membership"}


def links():
    """Every foreign key of the database, from its catalogue: (table that names, table named)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint WHERE contype = 'f'"
        )
        return set(cursor.fetchall())


def counts():
    """How many rows each table of the project has, but for those of exercises."""
    models = [model for model in apps.get_models() if model._meta.db_table not in OURS]
    with connection.cursor() as cursor:
        return {model._meta.db_table: _count(cursor, model._meta.db_table) for model in models if model._meta.managed}


def _count(cursor, table):
    cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
    return cursor.fetchone()[0]


def test_the_catalogue_knows_no_way_between_an_exercise_and_anything_real():
    found = links()
    assert {named for table, named in found if table in OURS} - OURS == NAMED
    assert [table for table, named in found if named in OURS and table not in OURS] == []
    assert {"practice_room", "practice_player", "practice_turn", "practice_questionnaire"} == OURS
    assert any(table == "reports_transmission" for table, _named in found)


def test_the_database_marks_every_row_and_lets_nobody_take_the_mark_off():
    make_phone(make_room())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.columns WHERE column_name = 'practice' AND is_nullable = 'NO' "
            "AND data_type = 'boolean' AND column_default = 'true'"
        )
        assert {name for (name,) in cursor.fetchall()} == OURS
    for model in (Room, Player):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.update(practice=False)


@pytest.fixture
def orne():
    """A département with a real report, so that there is something that an exercise could touch."""
    made = make_orne()
    make_report(made)
    return made


def test_a_whole_room_leaves_every_real_row_as_it_was(orne):
    before, inbox = counts(), _inboxes(orne)
    room = make_room(orne.firefighter.membership)
    for _ in range(3):
        plays_all(room, make_phone(room))
    services.close_room(room_id=room.pk, by=orne.firefighter.membership, at=AT)
    assert counts() == before
    assert _inboxes(orne) == inbox
    assert mail.outbox == []
    services.forget_rooms(at=room.ends_at + rules.TURNS_KEPT)
    assert counts() == before


def test_no_clock_of_reports_sees_an_exercise(orne):
    late = AT + rules.ROOM_LIFE * 1000
    alone = (sum(watch_silence(at=late).values()), erase_expired(at=late))
    assert alone[0]
    room = make_room(orne.firefighter.membership)
    plays_all(room, make_phone(room))
    assert sum(watch_silence(at=late).values()) == 0
    assert erase_expired(at=late).reports == erase_expired(at=late).drafts == 0
    assert Room.objects.get().closed_at is None


def _inboxes(orne):
    readers = [house.reader.membership for house in (orne.council, orne.prosecutor, orne.police, orne.association)]
    unanswered = [
        reports.unanswered_counts(where)
        for where in Organisation.objects.values_list("departement_id", flat=True).distinct()
    ]
    return [reports.counts(reader, at=AT) for reader in readers], unanswered


REAL_WITH_PRACTICE = """
from datetime import datetime
from uuid import UUID
from collections.abc import Mapping
from maillon.guidance.enums import Seen
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.rules import reading
from maillon.guidance.facts import Facts
from maillon.practice.marker import Practice
from maillon.practice.models import Room
from maillon.reports import selectors
from maillon.reports.rights import on_report

def own(key: UUID) -> None:
    selectors.report(key)

def keyed(key: Practice[UUID]) -> None:
    selectors.report(key)

def answered(signs: Practice[Mapping[str, Seen]], facts: Facts, book: Rulebook) -> None:
    reading(signs, facts, book)

def shown(room: Room) -> None:
    on_report(None, room)
"""


def test_the_types_refuse_an_exercise_where_something_real_is_wanted(tmp_path):
    """mypy lets the real key pass, and refuses each of the three exercises."""
    tried = tmp_path / "tried.py"
    tried.write_text(REAL_WITH_PRACTICE, "utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(PROJECT / "pyproject.toml"), str(tried)]
    answer = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    lines = [line for line in answer.stdout.splitlines() if "tried.py" in line and "[arg-type]" in line]
    assert len(lines) == 3, answer.stdout
