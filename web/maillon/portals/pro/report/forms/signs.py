"""The screen of signs: the trade's own list, three answers each."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.guidance import rulebook
from maillon.guidance.enums import Seen
from maillon.portals.components.asking import PREFIX, Grid, answers_in, grid
from maillon.portals.pro.report.forms.base import StepForm
from maillon.portals.pro.report.path import StepName
from maillon.reports.content import ReportContent

_WRONG = {"invalid_choice": _("Cette réponse n’est plus proposée. Vérifiez la liste.")}


class SignsForm(StepForm):
    """What was seen, not seen, or can't be said. A sign without an answer can't be said; `none` says no to all."""

    title = _("Qu’avez-vous remarqué ?")
    # Sent by the button that says no to all.
    none = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._signs = self.writing.reporter.signs(self.writing.content)
        for sign in self._signs:
            choices = [(seen.value, seen.value) for seen in Seen]
            field = forms.ChoiceField(required=False, choices=choices, label=sign.text, error_messages=_WRONG)
            self.fields[PREFIX + sign.code] = field

    @property
    def grid(self) -> Grid:
        """The questions with what was answered: just now, or before."""
        typed = {} if not self.is_bound else {sign.code: self.data.get(PREFIX + sign.code, "") for sign in self._signs}
        return grid(self._signs, rulebook.load(), typed if self.is_bound else _before(self.writing.content))

    def answers(self) -> dict[str, Any]:
        if self.cleaned_data.get("none"):
            return {"signs": (), "signs_absent": tuple(sign.code for sign in self._signs)}
        given = answers_in(self.cleaned_data, self._signs)
        return {"signs": _those(given, Seen.SEEN), "signs_absent": _those(given, Seen.NOT_SEEN)}


def _those(given: Mapping[str, Seen], wanted: Seen) -> tuple[str, ...]:
    return tuple(code for code, seen in given.items() if seen is wanted)


def _before(content: ReportContent) -> dict[str, Seen]:
    return content.answers_about_signs if StepName.SIGNS in content.answered else {}
