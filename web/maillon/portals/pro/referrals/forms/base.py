"""What every screen's form can do."""

from collections.abc import Mapping
from typing import Any

from django import forms

from maillon.portals.pro.referrals.answers import Answers
from maillon.portals.pro.referrals.drafting import Writing
from maillon.portals.pro.referrals.path import Stop


class StepForm(forms.Form):
    """One screen's question about an opened draft.

    `finished` is False when the screen is to be shown again although the form is valid; with `keeps_typed`, it is shown
    with what was typed.
    """

    finished = True
    keeps_typed = False

    def __init__(self, data: Mapping[str, Any] | None = None, *, writing: Writing, stop: Stop) -> None:
        self.writing, self.stop = writing, stop
        super().__init__(data, initial=self.shown(), auto_id="id_%s")

    @property
    def so_far(self) -> Answers:
        """The answers before this screen's."""
        return self.writing.answers

    def shown(self) -> dict[str, Any]:
        """What the fields hold before anything is typed."""
        return {}

    def answers(self) -> Answers:
        """The answers with those of a valid form."""
        raise NotImplementedError
