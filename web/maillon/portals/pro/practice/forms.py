"""What a trainer chooses, and what a phone answers before and after."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from maillon.guidance.enums import Assurance
from maillon.guidance.exercises.records import QuestionChoice
from maillon.guidance.rulebook import Rulebook
from maillon.practice.rules import MOST_SCENARIOS


class OpenForm(forms.Form):
    """The situations of a room."""

    scenarios = forms.MultipleChoiceField(
        label=_("Situations à jouer, de une à cinq"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choisissez de une à cinq situations.")},
    )

    def __init__(self, book: Rulebook, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["scenarios"]
        assert isinstance(field, forms.MultipleChoiceField)
        told = book.exercises.scenarios.values()
        field.choices = [(one.code, gettext(one.title)) for one in told]
        field.choice_hints = {one.code: _hint(one.trade, one.themes, book) for one in told}  # type: ignore[attr-defined]

    def clean_scenarios(self) -> list[str]:
        """No more than a class can play."""
        chosen: list[str] = self.cleaned_data["scenarios"]
        if len(chosen) > MOST_SCENARIOS:
            raise forms.ValidationError(_("Choisissez de une à cinq situations."))
        return chosen


def _hint(trade: Any, themes: Any, book: Rulebook) -> str:
    return " · ".join([gettext(book.word(trade)), *(gettext(book.word(theme)) for theme in sorted(themes))])


class JoinForm(forms.Form):
    """The code on the wall."""

    code = forms.CharField(
        label=_("Code de la salle"),
        max_length=20,
        help_text=_("Il est affiché au tableau. Personne ne vous demande votre nom."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class QuestionnaireForm(forms.Form):
    """Three questions and two sentences about oneself. Which answer is right is not said before the end."""

    def __init__(self, book: Rulebook, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in book.exercises.questions.values():
            choices = [(choice.code, choice_text(choice, book)) for choice in question.choices]
            self.fields[question.code] = _choice(gettext(question.text), choices)
        words = [(word.value, gettext(book.word(word))) for word in Assurance]
        for feeling in book.exercises.feelings.values():
            self.fields[feeling.code] = _choice(gettext(feeling.text), words)


def choice_text(choice: QuestionChoice, book: Rulebook) -> str:
    """An answer to a question in words."""
    if choice.sign:
        return gettext(book.signs[choice.sign].text)
    return gettext(book.word(choice.addressee)) if choice.addressee else gettext(choice.text)


def _choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)
