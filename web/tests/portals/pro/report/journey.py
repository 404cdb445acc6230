"""Drives the report path as a browser without scripts does: it reads forms and sends what stands in them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from uuid import UUID

from django.test import Client
from django.urls import resolve


@dataclass
class Form:
    """A form of a page: where it goes, and what it would send without a button."""

    action: str = ""
    method: str = "get"
    values: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """The forms and links of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.links: list[str] = []
        self._area: str | None = None
        self._text = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get")))
        elif tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "textarea":
            self._area, self._text = given["name"], ""
        elif tag == "button" and "name" in given:
            self.forms[-1].buttons.append((given["name"], given.get("value", "")))
        elif tag == "input" and "name" in given:
            ticks = given.get("type") in {"radio", "checkbox"}
            if not ticks or "checked" in given:
                self.forms[-1].values.append((given["name"], given.get("value", "")))

    def handle_data(self, data):
        if self._area is not None:
            self._text += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self._area is not None:
            # A browser drops the first line break of a text area.
            self.forms[-1].values.append((self._area, self._text.removeprefix("\n")))
            self._area = None


@dataclass
class Walker:
    """A client on the report path."""

    client: Client
    at: str = ""
    taps: int = 0

    def get(self, address: str):
        """Opens a page; where it led is `at`."""
        response = self.client.get(address, follow=True)
        self.at = response.request["PATH_INFO"]
        return response

    def begin(self, danger: str = "no"):
        """From the first question to the first screen of a new draft."""
        self.taps += 1
        return self._sent(self.client.post("/signaler/", {"danger": danger}, follow=True))

    def answer(self, step: str, **typed):
        """Answers the present screen, which must be `step`; lists stand for several ticks."""
        assert self.step == step, f"on {self.step}, not on {step}"
        page = self.client.get(self.at)
        return self.send(path_form(page, self.at), **typed)

    def send(self, form: Form, **typed):
        """Sends a form with these values over its own."""
        values: dict[str, list[str]] = {}
        for name, value in form.values:
            if name not in typed:
                values.setdefault(name, []).append(value)
        self.taps += 1
        return self._sent(self.client.post(form.action or self.at, {**values, **typed}, follow=True))

    def _sent(self, response):
        self.at = response.request["PATH_INFO"]
        return self._read(response) if self.at.endswith("/lecture/") else response

    def _read(self, response):
        """Goes on from what the signs amount to."""
        self.taps += 1
        onward = [link for link in Page(response.content.decode()).links if link.startswith("/signaler/")]
        return self.get(onward[0])

    @property
    def step(self) -> str:
        """The present screen."""
        match = resolve(self.at)
        return match.kwargs.get("step", match.url_name)

    @property
    def draft_id(self) -> UUID:
        """The draft of the present screen."""
        return resolve(self.at).kwargs["draft_id"]


def path_form(response, action: str) -> Form:
    """The page's form that is sent to `action`."""
    forms = [form for form in Page(response.content.decode()).forms if form.action == action]
    assert len(forms) == 1, f"{len(forms)} forms to {action}"
    return forms[0]
