"""What the tests of the selectors share."""

from tests.territories.conftest import communes

__all__ = ["communes"]
