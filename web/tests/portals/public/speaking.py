"""A browser at the public door that speaks and comes back as real ones do: own headers, a cookie, forms with tokens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.portals.components.rendering import Page

OWN = {"sec-fetch-site": "same-origin"}
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass
class Visitor:
    """One browser window, in the language that stands at `home`. `seen` keeps every answer, in order."""

    home: str = "/"
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))
    seen: list[Any] = field(default_factory=list)

    def get(self, name: str, *args: Any) -> Any:
        """Opens an address of the public door by its name."""
        return self._keep(self.client.get(self._address(name, args), follow=True, headers=OWN))

    def post(self, name: str, *args: Any, headers: Mapping[str, str] = OWN, **data: Any) -> Any:
        """Sends a form with the token of the page shown last, and follows to the next page."""
        address = self._address(name, args)
        found = _TOKEN.search(self.html) if self.seen else None
        sent = {"csrfmiddlewaretoken": found.group(1), **data} if found else data
        return self._keep(self.client.post(address, sent, follow=True, headers=headers))

    def begin(self, whom: str = "self") -> Any:
        """Starts an account."""
        self.get("telling")
        return self.post("telling", **{"for": whom})

    def _address(self, name: str, args: tuple[Any, ...]) -> str:
        return self.home[:-1] + reverse(f"public:{name}", args=args)

    def _keep(self, response: Any) -> Any:
        self.seen.append(response)
        return response

    @property
    def html(self) -> str:
        """The page shown last."""
        return str(self.seen[-1].content.decode())

    @property
    def path(self) -> str:
        """Its address."""
        return str(self.seen[-1].request["PATH_INFO"])

    @property
    def heading(self) -> str:
        """Its h1, or the label in it, in plain text."""
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.html, re.DOTALL)
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found.group(1))).strip() if found else ""

    @property
    def words(self) -> list[str]:
        """The eight words on the page of the code."""
        found = re.search(r'<ol class="code-words".*?</ol>', self.html, re.DOTALL)
        return re.findall(r"<span>(\w+)</span>", found.group(0)) if found else []

    @property
    def page(self) -> Page:
        """The page shown last, to look elements up in."""
        return Page(self.html)
