"""The form behind a question that one tap answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.portals.pro.report.forms.base import StepForm
from maillon.portals.pro.report.forms.questions import QUESTIONS, Question
from maillon.portals.pro.report.path import StepName


class ChoiceForm(StepForm):
    """A question of QUESTIONS. Each choice is a button that sends `answer`."""

    step: StepName
    answer = forms.ChoiceField(
        error_messages={
            "required": _("Choisissez une des réponses."),
            "invalid_choice": _("Choisissez une des réponses proposées."),
        },
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["answer"]
        field.label = str(self.question.title)
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(choice.value, choice.label) for choice in self.question.choices]

    @property
    def question(self) -> Question:
        """What is asked."""
        return QUESTIONS[self.step]

    def shown(self) -> dict[str, Any]:
        """The choice made before, if this screen was answered."""
        if self.step not in self.writing.content.answered:
            return {}
        chosen = self.question.chosen(self.writing.content)
        return {"answer": chosen.value} if chosen else {}

    def answers(self) -> dict[str, Any]:
        """The answers that the choice stands for."""
        return dict(self.question.by_value[self.cleaned_data["answer"]].answers)


def choice_form(step: StepName) -> type[ChoiceForm]:
    """The form class of one of the QUESTIONS."""
    return type("ChoiceForm", (ChoiceForm,), {"step": step})
