"""Which form and which template make up each screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from maillon.portals.pro.report.forms.base import StepForm
from maillon.portals.pro.report.forms.choosing import choice_form
from maillon.portals.pro.report.forms.commune import CommuneForm
from maillon.portals.pro.report.forms.lists import ContextForm, DoneForm
from maillon.portals.pro.report.forms.questions import QUESTIONS
from maillon.portals.pro.report.forms.signs import SignsForm
from maillon.portals.pro.report.forms.words import IdentityForm, TracesForm, WordsForm
from maillon.portals.pro.report.path import StepName


@dataclass(frozen=True)
class Screen:
    """A question as a page."""

    form: type[StepForm]
    template: str


SCREENS: Mapping[StepName, Screen] = {
    **{step: Screen(choice_form(step), "pro/report/choose.html") for step in QUESTIONS},
    StepName.AGREEMENT: Screen(choice_form(StepName.AGREEMENT), "pro/report/agreement.html"),
    StepName.SIGNS: Screen(SignsForm, "pro/report/signs.html"),
    StepName.COMMUNE: Screen(CommuneForm, "pro/report/commune.html"),
    StepName.CONTEXT: Screen(ContextForm, "pro/report/tick.html"),
    StepName.DONE: Screen(DoneForm, "pro/report/tick.html"),
    StepName.WORDS: Screen(WordsForm, "pro/report/words.html"),
    StepName.IDENTITY: Screen(IdentityForm, "pro/report/identity.html"),
    StepName.TRACES: Screen(TracesForm, "pro/report/traces.html"),
}
