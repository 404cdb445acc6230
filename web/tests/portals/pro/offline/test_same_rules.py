"""The device answers as the server does, from the same data: proved by asking both the same ten thousand times."""

import json

import pytest

from maillon.guidance import rulebook
from maillon.guidance.enums import Concern
from maillon.guidance.exported import exported
from tests.guidance.data import changed
from tests.portals.pro.offline.cases import Case, cases
from tests.portals.pro.offline.scripts import run

COUNT, SEED = 10_000, 20_261_126


def of_the_device(book, asked: list[Case]):
    return run("rules.js", {"data": exported(book), "cases": [case.written() for case in asked]})


def of_the_server(book, asked: list[Case]):
    return json.loads(json.dumps([case.answer(book) for case in asked]))


@pytest.fixture(scope="module")
def book():
    return rulebook.load()


@pytest.fixture(scope="module")
def asked(book):
    return cases(book, COUNT, SEED)


@pytest.fixture(scope="module")
def served(book, asked):
    return of_the_server(book, asked)


def test_ten_thousand_random_cases_are_answered_alike(book, asked, served):
    answered = of_the_device(book, asked)
    assert len(answered) == COUNT
    differing = [
        (case, mine, theirs) for case, mine, theirs in zip(asked, answered, served, strict=True) if mine != theirs
    ]
    assert differing[:1] == []


def test_the_cases_reach_every_row_every_concern_and_both_sides_of_an_expiry(book, served):
    steps = [step for answer in served for step in answer["guidance"]["steps"]]
    assert {step["code"] for step in steps} == set(book.rows)
    assert {step["confidence"] for step in steps} >= {"verified", "unconfirmed"}
    readings = [answer["reading"] for answer in served]
    assert {found["concern"] for found in readings} == set(Concern)
    for part in ("set_aside", "open", "raised_by", "lowered_by"):
        assert any(found[part] for found in readings)
    assert any(len(signs) > 1 for found in readings for signs in found["raised_by"])


@pytest.mark.parametrize(
    ("part", "file", "kind", "change"),
    [
        ("guidance", "rules", "step", {"optional": True}),
        ("reading", "indicators", "sign", {"strength": "weak"}),
    ],
)
def test_data_changed_on_one_side_alone_would_be_noticed(asked, served, book, part, file, kind, change):
    strong = next(sign.code for sign in book.signs.values() if sign.strength == "strong")
    first = next(row.code for row in book.rows.values() if not row.optional)
    other = changed(file, kind, strong if part == "reading" else first, **change)
    answered = of_the_device(other, asked[:500])
    assert [answer[part] for answer in answered] != [answer[part] for answer in served[:500]]


def test_a_device_refuses_a_fact_that_it_does_not_know(book):
    data = exported(book)
    data["rows"][0]["when"] = [[{"key": "weather", "values": ["rain"]}]]
    case = cases(book, 1, SEED)[0].written()
    with pytest.raises(AssertionError, match="not a fact: weather"):
        run("rules.js", {"data": data, "cases": [case]})
