"""The answers to known situations, kept in a file: a change of data shows as a change of answers in review.

After an intended change: `pytest web/tests/guidance/test_golden.py --snapshot-update`, then read the difference.
"""

import pytest

from maillon.guidance.rulebook import load
from maillon.guidance.rules import route
from tests.guidance.shapes import ON
from tests.guidance.situations import SITUATIONS


def told(facts):
    """An answer in one line per step, then what it says."""
    lines = []
    for step in route(facts, load(), ON).steps:
        identity = f"{step.identity}:{step.identity_ground}" if step.identity_ground else step.identity
        choice = "optional" if step.optional else "required"
        lines.append(
            f"{step.code} -> {step.addressee} | {step.ground} | {step.duty} {choice} | {step.delay} | {step.channel} "
            f"| identity {identity} | {step.confidence}"
        )
        lines.append(f"    {step.what}")
    return lines


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_answer_is_the_one_that_was_reviewed(name, snapshot):
    assert told(SITUATIONS[name]) == snapshot


def test_every_step_of_the_rules_is_shown_by_some_situation():
    shown = {step.code for facts in SITUATIONS.values() for step in route(facts, load(), ON).steps}
    assert set(load().rows) - shown == set()
