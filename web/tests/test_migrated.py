"""The tables of the tests are what the migrations make of them, though they are made once and copied."""

import os

import psycopg
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests import migrated


def test_no_migration_is_left_to_run(db):
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_whoever_comes_second_finds_it_made(db, monkeypatch):
    # Not made again: this would fail.
    monkeypatch.setattr(migrated, "_make", None)
    name = migrated.migrated(os.environ["DATABASE_URL"])
    with psycopg.connect(os.environ["DATABASE_URL"]) as server:
        assert server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()


def test_a_changed_migration_is_another_database(tmp_path, monkeypatch):
    monkeypatch.setattr(migrated, "_CODE", tmp_path)
    (tmp_path / "0001_initial.py").write_text("dependencies = []\n")
    first = migrated._digest()
    (tmp_path / "0001_initial.py").write_text("dependencies = [1]\n")
    assert migrated._digest() != first
