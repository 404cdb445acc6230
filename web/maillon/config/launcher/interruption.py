"""Ctrl-C and SIGTERM, remembered rather than thrown: a database that is being made is not left half made."""

import signal
from types import FrameType

from maillon.config.launcher.errors import Interrupted


class Interruption:
    """Remembers that somebody asked to stop."""

    def __init__(self) -> None:
        self.asked = False

    def listen(self) -> None:
        """From now on, notes SIGINT, SIGTERM and SIGHUP."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note)

    def check(self) -> None:
        """Raises Interrupted when somebody has asked to stop."""
        if self.asked:
            raise Interrupted

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True
