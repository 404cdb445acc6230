"""What the web servers write down: that something happened, and never to whom or about what.

gunicorn's own words for a request that it can't read name the address it came from and quote it; for one that failed,
they quote its path.
"""

import sys
from typing import Any

from gunicorn.glogging import Logger

from maillon.base.logs import PlainFormatter

_UNREADABLE = "Invalid request from ip="


class QuietLogger(Logger):  # type: ignore[misc] # gunicorn says nothing of its types
    """gunicorn's logger without addresses, paths or quotations. There is no access log."""

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """A warning; of a request that can't be read, only that there was one."""
        super().warning("A request could not be read." if msg.startswith(_UNREADABLE) else msg, *args, **kwargs)

    def exception(self, msg: str, *_args: Any, **_kwargs: Any) -> None:
        """A fault: its kind and its places in the code, without what the message would quote."""
        places = PlainFormatter().formatException(sys.exc_info())
        self.error("A request failed (%s)\n%s", msg.partition("%")[0].strip(), places)

    def access(self, *_args: Any, **_kwargs: Any) -> None:
        """Nothing: who opened which page is nobody's business."""
