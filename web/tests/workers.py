"""Which of several test processes runs what (`pytest -n 2`): browser tests stay together, others go by file.

One product and one browser serve all journeys. pytest-xdist's own groups would do, but for pytest 9.2, which no longer
lets them rename a test.
"""

from typing import Any

import pytest
from hypothesis import settings

# How long an example takes says more of the machine's other work than of the code: speed is for `make bench`.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

JOURNEYS = "web/tests/journeys/"


def scope(nodeid: str) -> str:
    """The tests of one scope run in one process."""
    return JOURNEYS if nodeid.startswith(JOURNEYS) else nodeid.partition("::")[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """A scheduler that deals out scopes in the order in which they were collected."""
    from xdist.scheduler import LoadScopeScheduling

    class ByScope(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return scope(nodeid)

    # Else the scopes with the most tests would come first, and the journeys, which take longest, last.
    config.option.loadscopereorder = False
    return ByScope(config, log)
