"""What every screen's form can do."""

from collections.abc import Mapping
from typing import Any

from django import forms

from maillon.portals.pro.report.drafting import Writing


class StepForm(forms.Form):
    """One screen's question about an opened draft.

    `finished` is False when the screen is to be shown again although the form is valid: something was looked for, or
    is to be looked at again.
    """

    finished = True

    def __init__(self, data: Mapping[str, Any] | None = None, *, writing: Writing) -> None:
        self.writing = writing
        super().__init__(data, initial=self.shown(), auto_id="id_%s")

    def shown(self) -> dict[str, Any]:
        """What the fields hold before anything is typed."""
        return {}

    def answers(self) -> dict[str, Any]:
        """The answers of a valid form, by their names in the report's content."""
        raise NotImplementedError
