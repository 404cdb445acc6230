"""The form behind a question that one tap answers."""

from typing import Any

from maillon.portals.components.questions import AnswerForm
from maillon.portals.pro.report.forms.base import StepForm
from maillon.portals.pro.report.forms.questions import QUESTIONS, Question
from maillon.portals.pro.report.path import StepName


class ChoiceForm(AnswerForm, StepForm):
    """A question of QUESTIONS. Each choice is a button that sends `answer`."""

    step: StepName

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask(self.question.title, [(choice.value, choice.label) for choice in self.question.choices])

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
