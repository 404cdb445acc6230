"""Somebody in front of a browser. Every tap is counted, and every screen that she comes to is judged."""

from dataclasses import dataclass
from io import BytesIO

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.journeys.accessibility import assert_accessible
from tests.journeys.browsers import overflows

DEMONSTRATION = "/connexion/demonstration/"
_CAME = "() => document.body && !document.body.dataset.left && document.readyState === 'complete'"


def moves(page: Page, control: Locator) -> None:
    """Presses a control, and waits for the page that it leads to, with its scripts.

    At the public door a script may write the next page in the place of this one, a moment after the address changed;
    that page's own scripts are read after it stands there.
    """
    page.evaluate("document.body.dataset.left = 'yes'")
    with page.expect_navigation():
        control.click()
    if not page.evaluate(_CAME):
        page.wait_for_function(_CAME)


@dataclass
class Person:
    """Drives a page as a hand does: a press on a control or the filling of one field is a tap.

    Each screen reached must fit the width of the window and, with `judged`, break no rule that axe knows. axe is a
    script: give `judged=False` for a page without JavaScript, and where time is measured.
    """

    page: Page
    origin: str
    judged: bool = True
    taps: int = 0
    characters: int = 0
    screens: int = 0

    def goes_to(self, path: str) -> None:
        """Types an address, which is no tap."""
        self.page.goto(self.origin + path)
        self._arrives()

    def enters_as(self, name: str) -> None:
        """Signs in as an invented person, by one button."""
        self.goes_to(DEMONSTRATION)
        self.presses(f"Entrer comme {name}")

    def presses(self, name: str, **where: str) -> None:
        """Presses the button whose name holds `name`; a new page comes."""
        self.leads_on(self.button(name, **where))

    def follows(self, name: str) -> None:
        """Follows the first link whose name holds `name`."""
        self.leads_on(self.page.get_by_role("link", name=name).first)

    def leads_on(self, control: Locator) -> None:
        """Presses a control that brings a new page."""
        self.taps += 1
        moves(self.page, control)
        self._arrives()

    def ticks(self, name: str) -> None:
        """Ticks a box or chooses a radio button by (a part of) its label, where a finger would land."""
        self.ticks_one(self.main.locator(".choice", has_text=name).first)

    def ticks_one(self, choice: Locator) -> None:
        """Presses one choice of a list, which must be ticked then."""
        self.taps += 1
        self.reaches(choice.locator("label")).click()
        expect(choice.locator("input")).to_be_checked()

    def answers(self, question: str, answer: str) -> None:
        """Chooses an answer of the first question whose words hold `question`, where several have the same answers."""
        asked = self.main.locator("fieldset", has=self.page.locator("legend", has_text=question)).first
        self.ticks_one(asked.locator(".choice", has_text=answer).first)

    def chooses(self, label: str, option: str) -> None:
        """Takes an entry of a list that unfolds: two taps."""
        self.taps += 2
        self.reaches(self.page.get_by_label(label)).select_option(label=option)

    def reads_pdf(self, name: str) -> str:
        """Presses a button that answers with a PDF, and returns its text, the lines joined."""
        self.taps += 1
        form = self.main.locator("form", has=self.page.get_by_role("button", name=name))
        where, token = form.get_attribute("action"), form.locator("[name=csrfmiddlewaretoken]").input_value()
        # Chromium hands a PDF to a viewer of its own, where no test can look: the same request, with her own session.
        answer = self.page.request.post(
            self.origin + where, form={"csrfmiddlewaretoken": token}, headers={"Referer": self.page.url}
        )
        assert answer.headers["content-type"] == "application/pdf", answer.text()
        pages = PdfReader(BytesIO(answer.body())).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    def answers_sign(self, place: int, answer: str) -> None:
        """Gives one of the three answers to the sign at this place of the screen."""
        self.taps += 1
        chosen = self.main.locator(".sign-asked").nth(place).locator(".sign-answer", has_text=answer)
        self.reaches(chosen).click()
        expect(chosen.locator("input")).to_be_checked()

    def types(self, label: str, text: str) -> None:
        """Fills one field: one tap, and its letters."""
        self.taps += 1
        self.characters += len(text)
        self.reaches(self.page.get_by_label(label)).fill(text)

    def unfolds(self, name: str) -> None:
        """Opens a `details` by its summary."""
        self.taps += 1
        self.reaches(self.page.locator("summary", has_text=name)).click()

    def goes_back(self) -> None:
        """The browser's own back button."""
        self.page.go_back()
        self._arrives()

    def sees(self, *texts: str) -> None:
        """Fails unless the page's main part shows each text."""
        for text in texts:
            expect(self.main).to_contain_text(text)

    def does_not_see(self, *texts: str) -> None:
        """Fails if the page holds one of the texts anywhere, shown or not."""
        written = self.page.content()
        for text in texts:
            assert text not in written, f"{self.page.url} shows {text!r}"

    def reaches(self, control: Locator) -> Locator:
        """The control itself, before a hand does something to it."""
        return control

    def button(self, name: str, *, exact: bool = False) -> Locator:
        """The button of the main part whose name holds `name`."""
        return self.main.get_by_role("button", name=name, exact=exact)

    @property
    def main(self) -> Locator:
        """The page without header, banner and footer."""
        return self.page.locator("main")

    @property
    def at(self) -> str:
        """The path of the page."""
        return self.page.url.removeprefix(self.origin)

    def _arrives(self) -> None:
        self.screens += 1
        self.judges()

    def judges(self) -> None:
        """Fails when the screen does not fit the window, or breaks a rule."""
        assert not overflows(self.page), f"{self.page.url} has to be scrolled sideways"
        if self.judged:
            assert_accessible(self.page)
