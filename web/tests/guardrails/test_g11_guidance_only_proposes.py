"""G11: a rule sends nothing. Routing gives values and reaches neither database, clock, network nor task."""

import ast
from pathlib import Path

import pytest

from maillon import guidance

ROUTING = (
    "rules", "rulebook", "parsing", "reading", "checks", "conditions", "records", "facts", "choices", "enums", "errors",
    "concern", "turning", "signs", "parsing_signs", "doors", "feedback", "questions", "exercises/records",
    "exercises/parsing", "exercises/checks",
)  # fmt: skip
PACKAGES = {"maillon.guidance", "maillon.guidance.exercises"}
# Reads opening hours at a moment that it is given, with the library that it stands before and nothing else.
OPENING = {"opening_hours", "zoneinfo"}
PURE = {
    "ast", "calendar", "collections", "dataclasses", "datetime", "enum", "functools", "hashlib", "inspect", "itertools",
    "pathlib", "re", "tomllib", "typing",
}  # fmt: skip


def imported(module: str) -> set[str]:
    tree = ast.parse((Path(guidance.__path__[0]) / f"{module}.py").read_text("utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


@pytest.mark.guardrail("G11")
@pytest.mark.parametrize("module", ROUTING)
def test_routing_can_reach_nothing_that_sends(module):
    for name in imported(module):
        own = name in PACKAGES | {"maillon.base.enums", "maillon.base.opening"} or (
            name.startswith("maillon.guidance.") and name.removeprefix("maillon.guidance.").replace(".", "/") in ROUTING
        )
        assert own or name.split(".")[0] in PURE, f"{module} imports {name}"


@pytest.mark.guardrail("G11")
def test_reading_opening_hours_reaches_nothing_that_sends():
    assert imported("../base/opening") <= PURE | OPENING


@pytest.mark.guardrail("G11")
def test_an_answer_is_a_frozen_value():
    from dataclasses import FrozenInstanceError

    from maillon.guidance.enums import AgeClass
    from maillon.guidance.facts import Facts
    from maillon.guidance.rulebook import load
    from maillon.guidance.rules import route
    from tests.guidance.shapes import ON

    answer = route(Facts(AgeClass.UNDER_15, frozenset(), danger=True), load(), ON)
    with pytest.raises(FrozenInstanceError):
        answer.steps = ()  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        answer.steps[0].optional = True
