"""The desk that every test of a state begins at."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def desk(tmp_path):
    from desks import Desk

    return Desk(tmp_path)
