"""Somebody on a phone and at a desk at once: one walk proves of every screen what two would."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator

from tests.journeys.browsers import DESKTOP, PHONE
from tests.journeys.people import Person


@dataclass
class AtBothWidths(Person):
    """Each screen is judged in both windows, and each control can be reached in both before the next screen comes.

    A screen is filled in with the window that it was judged in last, and left in the one that it came in.
    """

    _reached: list[Locator] = field(default_factory=list)

    def reaches(self, control: Locator) -> Locator:
        """Remembers the control, to find it in the other window too."""
        self._reached.append(control)
        return control

    def leads_on(self, control: Locator) -> None:
        """Presses a control that brings a new page, once everything that was done here could be done either way."""
        control.click(trial=True)
        self._changes_window()
        for one in self._reached:
            one.click(trial=True)
        super().leads_on(control)

    def _arrives(self) -> None:
        self._reached.clear()
        super()._arrives()
        self._changes_window()
        self.judges()

    def _changes_window(self) -> None:
        self.page.set_viewport_size(PHONE if self.page.viewport_size == DESKTOP else DESKTOP)
