"""Settings come from the environment, and every variable is documented."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from maillon.config import environment

PROJECT = Path(__file__).resolve().parents[3]
NAME = re.compile(r'"(MAILLON_[A-Z_]+|DATABASE_URL|PORT|PRO_PORT)"')
# Read by the tests' own settings alone.
OF_TESTS = {"MAILLON_TEST_DB"}


def read_in_code():
    sources = (PROJECT / "web" / "maillon").rglob("*.py")
    return {name for source in sources for name in NAME.findall(source.read_text("utf-8"))} - OF_TESTS


def documented():
    page = (PROJECT / "docs" / "operations.md").read_text("utf-8")
    return set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE))


def test_every_variable_is_documented_and_every_documented_one_is_read():
    assert read_in_code() == documented()


def test_a_missing_secret_is_named(monkeypatch):
    monkeypatch.setenv("MAILLON_X", "")
    with pytest.raises(ImproperlyConfigured, match="MAILLON_X"):
        environment.required("MAILLON_X")


def test_secrets_in_their_order_and_none_too_short(monkeypatch):
    new, old = "n" * environment.SHORTEST_SECRET, "o" * environment.SHORTEST_SECRET
    monkeypatch.setenv("MAILLON_X", f"{new}, {old}")
    assert environment.secrets("MAILLON_X") == [new, old]
    for wrong in (f"{new},{old[1:]}", "", " , "):
        monkeypatch.setenv("MAILLON_X", wrong)
        with pytest.raises(ImproperlyConfigured, match="MAILLON_X"):
            environment.secrets("MAILLON_X")


@pytest.mark.parametrize(("value", "on"), [("1", True), ("Yes", True), ("on", True), ("0", False), ("", False)])
def test_flags(monkeypatch, value, on):
    monkeypatch.setenv("MAILLON_X", value)
    assert environment.flag("MAILLON_X") is on


def test_an_empty_variable_is_a_missing_one(monkeypatch):
    monkeypatch.setenv("MAILLON_X", "")
    assert environment.text("MAILLON_X", "default") == "default"
    assert environment.listed("MAILLON_X", "a, b,") == ["a", "b"]


def test_a_database_url_becomes_a_setting():
    entry = environment.database("postgresql://user:p%40ss@host:5433/name?sslmode=verify-full")
    assert entry["NAME"] == "name"
    assert entry["PASSWORD"] == "p@ss"
    assert entry["PORT"] == "5433"
    assert entry["OPTIONS"] == {"server_side_binding": True, "prepare_threshold": 3, "sslmode": "verify-full"}


def test_a_database_behind_a_pool_of_transactions_plans_nothing_ahead():
    entry = environment.database("postgresql://host/name", prepared=False)
    assert entry["OPTIONS"] == {}


def test_a_url_of_something_else_is_refused_without_being_repeated():
    with pytest.raises(ImproperlyConfigured) as refusal:
        environment.database("mysql://user:secret@host/name")
    assert "secret" not in str(refusal.value)


def test_an_onion_address_is_one_or_none(monkeypatch):
    monkeypatch.setenv("MAILLON_X", " " + "A" * 56 + ".onion ")
    assert environment.onion("MAILLON_X") == "a" * 56 + ".onion"
    monkeypatch.delenv("MAILLON_X")
    assert environment.onion("MAILLON_X") == ""


@pytest.mark.parametrize(
    "wrong", ["http://" + "a" * 56 + ".onion", "a" * 16 + ".onion", "maillon.example", "1" * 56 + ".onion"]
)
def test_what_is_no_onion_address_is_refused_by_name(monkeypatch, wrong):
    monkeypatch.setenv("MAILLON_X", wrong)
    with pytest.raises(ImproperlyConfigured, match="MAILLON_X"):
        environment.onion("MAILLON_X")
