import pytest

from scripts.generated import BEGIN, END, renewed
from scripts.guardrails import PAGE, Holding, faults, holdings, marked_tests, part, rules

STATED = "# Rules\n\n## G1 · One\n\nHeld by tests.\n\n## G2 · Two\n\nNot yet held: later.\n\n" + BEGIN + "\n" + END


def test_the_page_says_which_rules_are_held():
    assert rules(STATED) == {"G1": True, "G2": False}


def test_a_held_rule_without_a_test_is_found():
    assert list(faults(rules(STATED), [])) == ["G1 is said to be held, and no test holds it"]


def test_a_rule_not_yet_held_needs_no_test():
    assert list(faults({"G2": False}, [])) == []


def test_a_test_that_names_no_rule_or_an_unknown_one_is_found():
    held = [Holding("a.py::test_a", ()), Holding("b.py::test_b", ("G1", "G99"))]
    assert list(faults(rules(STATED), held)) == [
        "a.py::test_a names no rule",
        "b.py::test_b names G99, which does not exist",
    ]


def test_marks_are_read_on_functions_classes_and_modules(tmp_path):
    file = tmp_path / "test_x.py"
    file.write_text(
        'import pytest\npytestmark = [pytest.mark.guardrail("G3")]\n'
        '@pytest.mark.guardrail("G1", "G2")\ndef test_one(): pass\n'
        "@pytest.mark.guardrail\ndef test_two(): pass\n"
        '@pytest.mark.guardrail("G4")\nclass TestThree: pass\ndef test_four(): pass\n'
    )
    assert set(holdings([file], tmp_path)) == {
        Holding("test_x.py", ("G3",)),
        Holding("test_x.py::test_one", ("G1", "G2")),
        Holding("test_x.py::test_two", ()),
        Holding("test_x.py::TestThree", ("G4",)),
    }


def test_the_list_is_ordered_by_rule():
    listed = part([Holding("b", ("G10",)), Holding("a", ("G2",))])
    assert listed.splitlines()[2:] == ["| G2 | `a` |", "| G10 | `b` |"]


def test_only_the_generated_part_is_replaced():
    page = f"before {BEGIN}old{END} after"
    assert renewed(page, "new") == f"before {BEGIN}\n\nnew\n\n{END} after"
    with pytest.raises(ValueError, match="no generated part"):
        renewed("nothing", "new")


def test_every_rule_said_to_be_held_is_held():
    stated = rules(PAGE.read_text("utf-8"))
    assert list(stated) == [f"G{number}" for number in range(1, 13)]
    assert list(faults(stated, marked_tests())) == []
