"""Every journey runs in one process; the others are dealt out by file."""

from pathlib import Path

from tests.workers import APART, EARLY, JOURNEYS, scope, turn


def test_journeys_stay_together():
    assert scope("web/tests/journeys/test_a.py::test_x[1]") == scope(
        "web/tests/journeys/rooms/test_b.py::TestY::test_z"
    )


def test_others_go_by_file():
    assert scope("web/tests/vault/test_a.py::TestX::test_y[::]") == "web/tests/vault/test_a.py"
    assert scope("engine/tests/test_b.py::test_z") == "engine/tests/test_b.py"


def test_the_launch_goes_by_itself():
    assert scope(f"{APART}::test_x") == APART


def test_the_journeys_come_first_and_the_kernels_are_compiled_before_the_engine_is_tried():
    assert [turn(f"{JOURNEYS}test_a.py::test_x"), turn(f"{APART}::test_x")] == [0, 1]
    assert turn(f"{EARLY[2]}::test_x") < turn("engine/tests/exports/test_a.py::test_x") < turn("web/tests/test_b.py::y")


def test_every_early_file_is_there():
    root = Path(__file__).resolve().parents[2]
    assert [early for early in EARLY if not (root / early).exists()] == []
