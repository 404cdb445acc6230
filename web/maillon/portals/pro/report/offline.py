"""The questions that a device can ask without a signal: those of the path, in its order and in its words."""

from typing import Any

from django import forms
from django.utils.functional import Promise

from maillon.guidance.enums import AgeClass
from maillon.portals.pro.report.forms.commune import CommuneForm
from maillon.portals.pro.report.forms.questions import QUESTIONS, Question
from maillon.portals.pro.report.forms.words import WordsForm
from maillon.portals.pro.report.path import StepName, path
from maillon.reports.content import ReportContent
from maillon.reports.offline import NARRATIVE_LIMIT, STEPS, TYPED_LIMIT

# What was typed of the commune is carried along, and the commune chosen once there is a signal.
ASKED = (*(step for step in StepName if step.value in STEPS), StepName.COMMUNE)


def questions() -> dict[str, Any]:
    """Ready for JSON, in the reader's language: the way of a minor's report and of an adult's, and every question."""
    return {
        "paths": {"minor": _path(AgeClass.MINOR_15_17), "adult": _path(AgeClass.ADULT)},
        "questions": {
            **{step.value: _choice(QUESTIONS[step]) for step in ASKED if step in QUESTIONS},
            # Its words stand in the page.
            StepName.SIGNS.value: {"kind": "signs"},
            StepName.COMMUNE.value: _text(CommuneForm.base_fields["typed"], "commune_typed", TYPED_LIMIT),
            StepName.WORDS.value: _text(WordsForm.base_fields["narrative"], "narrative", NARRATIVE_LIMIT),
        },
    }


def _path(age: AgeClass) -> list[str]:
    steps = path(ReportContent(age=age), (), identity=False, traces=False)
    return [step.value for step in steps if step in ASKED]


def _choice(question: Question) -> dict[str, Any]:
    return {
        "kind": "choice",
        "title": str(question.title),
        "hint": str(question.hint),
        "choices": [
            {
                "value": choice.value,
                "label": str(choice.label),
                "hint": str(choice.hint),
                "answers": dict(choice.answers),
            }
            for choice in question.choices
        ],
    }


def _text(field: forms.Field, name: str, limit: int) -> dict[str, Any]:
    label: str | Promise | None = field.label
    return {"kind": "text", "title": str(label), "hint": str(field.help_text), "name": name, "limit": limit}
