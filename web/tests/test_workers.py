"""Every journey runs in one process; the others are dealt out by file."""

from tests.workers import scope


def test_journeys_stay_together():
    assert scope("web/tests/journeys/test_a.py::test_x[1]") == scope(
        "web/tests/journeys/rooms/test_b.py::TestY::test_z"
    )


def test_others_go_by_file():
    assert scope("web/tests/vault/test_a.py::TestX::test_y[::]") == "web/tests/vault/test_a.py"
    assert scope("engine/tests/test_b.py::test_z") == "engine/tests/test_b.py"
