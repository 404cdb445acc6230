"""What every screen's form can do."""

from collections.abc import Mapping
from typing import Any

from django import forms

from maillon.portals.public.telling.path import Screen
from maillon.speaking.content import Telling


class ScreenForm(forms.Form):
    """One screen about an account. `finished` is False when it is to be shown again although it is valid."""

    screen: Screen
    finished = True

    def __init__(self, data: Mapping[str, Any] | None = None, *, telling: Telling) -> None:
        self.telling = telling
        super().__init__(data, initial=self.shown(), auto_id="id_%s")

    def shown(self) -> dict[str, Any]:
        """What the fields hold before anything is typed."""
        return {}

    def told(self) -> Telling:
        """The account with the answers of a valid form."""
        raise NotImplementedError


class NoticeForm(ScreenForm):
    """A screen that asks nothing: it is seen, and that is all."""

    def told(self) -> Telling:
        return self.telling.answering(self.screen)


def area(rows: int, **attributes: str) -> forms.Textarea:
    """A place to write in. A phone must not put the names that it knows into the text, nor learn any."""
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off", "spellcheck": "false", **attributes})
