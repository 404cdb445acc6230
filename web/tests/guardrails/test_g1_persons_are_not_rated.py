"""G1: no screen, field or export ranks, rates or flags a person."""

import re
from dataclasses import fields

import pytest
from django.apps import apps
from django.db import models

from maillon.guidance.facts import Facts, Step
from maillon.guidance.records import Sign
from maillon.reports.content import ReportContent

pytestmark = pytest.mark.guardrail("G1")

RATING = re.compile(
    r"scor|rank|rating|risk|grade|suspe|offender|profile|severity|danger_level|likelihood|probab|weight"
)
OURS = [model for model in apps.get_models() if model.__module__.startswith("maillon.")]


def names(model: type[models.Model]) -> set[str]:
    return {model._meta.model_name or "", *(field.name for field in model._meta.get_fields())}


def test_the_pattern_would_see_a_rating() -> None:
    assert all(RATING.search(word) for word in ("risk_score", "suspect", "severity", "priority_rank"))


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_no_stored_field_rates_anybody(model) -> None:
    assert [name for name in names(model) if RATING.search(name)] == []


@pytest.mark.parametrize("value", [ReportContent, Facts, Step, Sign], ids=lambda value: value.__name__)
def test_no_value_about_a_situation_carries_a_rating_or_a_number(value) -> None:
    described = {item.name: str(item.type) for item in fields(value)}
    assert [name for name in described if RATING.search(name)] == []
    assert [name for name, kind in described.items() if re.search(r"\b(int|float|Decimal)\b", kind)] == []


def test_the_coded_facts_of_a_report_hold_no_number() -> None:
    assert [name for name, value in ReportContent().coded().items() if type(value) in (int, float)] == []
