"""Which of several test processes runs what (`pytest -n 2`): browser tests stay together, others go by file.

One product and one browser serve all journeys. pytest-xdist's own groups would do, but for pytest 9.2, which no longer
lets them rename a test.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

# How long an example takes says more of the machine's other work than of the code: speed is for `make bench`.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

JOURNEYS = "web/tests/journeys/"
# Starts a product of its own and opens no browser.
APART = "web/tests/journeys/test_launch.py"
# What is dealt out first, in this order, so that no process is left alone with a long file at the end. Of the engine's
# files one goes ahead: it compiles the kernels, and whoever comes later finds them compiled.
EARLY = (JOURNEYS, APART, "engine/tests/leads/test_crossings.py", "web/tests/rights/test_matrix.py", "engine/tests/")


def scope(nodeid: str) -> str:
    """The tests of one scope run in one process."""
    file = nodeid.partition("::")[0]
    return JOURNEYS if file.startswith(JOURNEYS) and file != APART else file


def turn(nodeid: str) -> int:
    """How soon a test's scope is dealt out."""
    of = scope(nodeid)
    exact = next((place for place, early in enumerate(EARLY) if of == early), None)
    if exact is not None:
        return exact
    return next((place for place, early in enumerate(EARLY) if of.startswith(early)), len(EARLY))


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Whatever else orders them, the long ones come first, and the journeys before all.

    Playwright's event loop and Django's database access can't share a thread: the browser has to be gone before the
    next test that reads a table.
    """
    yield
    items.sort(key=lambda item: turn(item.nodeid))


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
