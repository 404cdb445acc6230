"""Editing data shows the old and the new answer side by side."""

import shutil

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from maillon.guidance.classes import situations
from maillon.guidance.compare import compare
from maillon.guidance.conditions import DOMAINS
from maillon.guidance.enums import AgeClass, OffenceKnown, ReporterStatus, Wish
from maillon.guidance.facts import Facts
from maillon.guidance.rulebook import DATA, build, load
from maillon.guidance.rules import route
from maillon.guidance.side_by_side import render
from tests.guidance.data import changed, record, tables
from tests.guidance.shapes import ON

anything = st.builds(Facts, **{fact: st.sampled_from(values) for fact, values in DOMAINS.items()})


def test_the_same_data_differ_in_nothing():
    assert compare(load(), changed("rules", "rule", "R-1", title="Un autre titre"), ON) == ()


def test_a_changed_ground_is_shown_where_it_applies_and_nowhere_else():
    new = changed("rules", "step", "lodging-conduct", duty="must")
    (difference,) = compare(load(), new, ON)
    assert [step.duty for step in difference.change.before] == ["advice"]
    assert [step.duty for step in difference.change.after] == ["must"]
    assert difference.boxes == ((("status:lodging", (True,)),),)


def test_a_narrower_rule_shows_what_takes_its_place():
    narrower = [
        {
            "minor": False,
            "status_any": "public_official",
            "offence": "crime_or_delit",
            "wish": "refuses",
            "danger": True,
        }
    ]
    new = changed("rules", "step", "adult-art40-refuses", when=narrower)
    (difference,) = compare(load(), new, ON)
    assert [step.code for step in difference.change.before] == ["adult-art40-refuses"]
    assert [step.code for step in difference.change.after] == ["adult-art40"]
    for box in difference.boxes:
        named = dict(box)
        assert named["age"] == (AgeClass.ADULT,)
        assert named["danger"] == (False,)
        assert named["wish"] == (Wish.REFUSES,)
        assert named["offence"] == (OffenceKnown.CRIME_OR_DELIT,)
        assert named["status:public_official"] == (True,)


def test_a_new_order_is_a_difference_too():
    written = tables()
    steps = written["rules"]["step"]
    shelter, path = (
        steps.index(record(written, "rules", "step", code)) for code in ("adult-shelter", "adult-exit-path")
    )
    steps[shelter], steps[path] = steps[path], steps[shelter]
    (difference,) = compare(load(), build(written, "reordered"), ON)
    assert difference.change.before == difference.change.after == ()
    assert difference.boxes == ((("age", (AgeClass.ADULT,)), ("wish", (Wish.WANTS_HELP,))),)
    assert "the steps are the same, in another order" in render(difference, load(), load())


EDITED = changed(
    "rules", "step", "adult-health-agreement", when=[{"minor": False, "wish": "wants_help", "place": "health"}]
)
CELLS = compare(load(), EDITED, ON)


@given(anything)
def test_the_classes_stand_for_every_situation(facts):
    """A situation differs exactly when one of the boxes holds it: the comparison over classes is exact."""
    differs = route(facts, load(), ON).steps != route(facts, EDITED, ON).steps
    inside = any(_inside(facts, box) for difference in CELLS for box in difference.boxes)
    assert differs is inside


def _inside(facts, box):
    for axis, values in box:
        if axis.startswith("status:"):
            if (ReporterStatus(axis.removeprefix("status:")) in facts.statuses) not in values:
                return False
        elif getattr(facts, axis) not in values:
            return False
    return True


def test_classes_are_many_fewer_than_situations():
    count = sum(1 for _ in situations((load().matcher,)))
    assert 1000 < count < 500_000


def test_the_command_prints_old_and_new_side_by_side(tmp_path, capsys):
    old = tmp_path / "old"
    shutil.copytree(DATA, old)
    rules = old / "rules.toml"
    text = rules.read_text("utf-8")
    step = record(tables(), "rules", "step", "minor-online")
    rules.write_text(text.replace(step["what"], "Signalez le contenu à PHAROS."), encoding="utf-8")
    call_command("compare_guidance", str(old), on=ON)
    printed = capsys.readouterr().out
    assert "BEFORE" in printed
    assert "AFTER" in printed
    assert "what: Signalez le contenu à PHAROS.                        | what: Signalez l’adresse" in printed
    assert "Contenu public en ligne: oui" in printed
    assert "1 difference(s) in the answers" in printed


def test_the_command_says_what_is_wrong_with_a_folder(tmp_path):
    with pytest.raises(CommandError, match=r"sources\.toml: can't be read"):
        call_command("compare_guidance", str(tmp_path))


def test_the_command_says_that_nothing_differs(capsys):
    call_command("compare_guidance", str(DATA), on=ON)
    assert "0 difference(s) in the answers, 0 in what signs amount to" in capsys.readouterr().out
