"""Questions of one answer each, given by tapping one of a few buttons."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Choice:
    """An answer as a button."""

    value: str
    label: str | Promise
    hint: str | Promise = ""
    urgent: bool = False


class AnswerForm(forms.Form):
    """One question whose buttons each send `answer`; `ask` says which."""

    answer = forms.ChoiceField(
        error_messages={
            "required": _("Choisissez une des réponses."),
            "invalid_choice": _("Choisissez une des réponses proposées."),
        },
        widget=forms.RadioSelect,
    )

    def ask(self, title: str | Promise, answers: Iterable[tuple[str, str | Promise]]) -> None:
        """Sets the question and the values that are answers to it, with their words."""
        field = self.fields["answer"]
        assert isinstance(field, forms.ChoiceField)
        field.label = str(title)
        field.choices = list(answers)
