"""Questions that one tap answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.guidance.enums import AgeClass
from maillon.portals.public.telling.forms.base import ScreenForm
from maillon.portals.public.telling.path import Screen
from maillon.reports.enums import ObservedWhen
from maillon.speaking.content import Telling

Text = str | Promise


@dataclass(frozen=True)
class Choice:
    """One button, and the answers of the report that it gives."""

    value: str
    label: Text
    answers: Mapping[str, Any]
    hint: Text = ""


class TappedForm(ScreenForm):
    """A title and its buttons. No button is an answer as well: the question is passed over."""

    title_for_self: ClassVar[Text]
    title_for_other: ClassVar[Text]
    hint: ClassVar[Text] = ""
    choices: ClassVar[tuple[Choice, ...]]
    answer = forms.CharField(required=False, max_length=20)

    def clean_answer(self) -> Choice | None:
        """The choice behind the button; anything that is no button of this screen counts as none."""
        value = self.cleaned_data["answer"]
        return next((choice for choice in self.choices if choice.value == value), None)

    @property
    def title(self) -> Text:
        """The question, to her or about somebody else."""
        return self.title_for_self if self.telling.for_self else self.title_for_other

    @property
    def chosen(self) -> str:
        """The value of the button that stands for the answers so far; empty when none does."""
        if self.screen not in self.telling.content.answered:
            return ""
        content = self.telling.content
        fits = (c for c in self.choices if all(getattr(content, name) == value for name, value in c.answers.items()))
        return next((choice.value for choice in fits), "")

    def told(self) -> Telling:
        choice: Choice | None = self.cleaned_data["answer"]
        return self.telling.answering(self.screen, **(choice.answers if choice else {}))


class DangerForm(TappedForm):
    """Danger first; nothing depends on the answer but that the numbers are shown large."""

    screen = Screen.DANGER
    title_for_self = _("Êtes-vous en danger maintenant ?")
    title_for_other = _("La personne est-elle en danger maintenant ?")
    hint = _(
        "Écrire ici ne fait pas venir les secours. Si le danger est là, appelez d’abord, ou envoyez un SMS au 114."
    )
    choices = (
        Choice("yes", _("Oui"), {"danger": True}, _("Nous montrons les numéros à appeler.")),
        Choice("no", _("Non, pas en ce moment"), {"danger": False}),
    )


class AgeForm(TappedForm):
    """Only what the law needs: a minor is protected more."""

    screen = Screen.AGE
    title_for_self = _("Avez-vous plus de 18 ans ?")
    title_for_other = _("La personne a-t-elle plus de 18 ans ?")
    hint = _(
        "La loi protège davantage les moins de 18 ans. Sans réponse, nous faisons comme s’il s’agissait d’une mineure."
    )
    choices = (
        Choice("adult", _("Oui, 18 ans ou plus"), {"age": AgeClass.ADULT, "age_is_sure": True}),
        Choice("15-17", _("Non, 15, 16 ou 17 ans"), {"age": AgeClass.MINOR_15_17, "age_is_sure": True}),
        Choice("under-15", _("Non, moins de 15 ans"), {"age": AgeClass.UNDER_15, "age_is_sure": True}),
        Choice("doubtful", _("Je ne sais pas"), {"age": AgeClass.DOUBTFUL, "age_is_sure": False}),
    )


class WhenForm(TappedForm):
    """When, roughly."""

    screen = Screen.WHEN
    title_for_self = title_for_other = _("Quand est-ce que cela se passe, ou s’est passé ?")
    choices = (
        Choice("now", _("En ce moment"), {"observed": ObservedWhen.NOW}),
        Choice("week", _("Ces derniers jours"), {"observed": ObservedWhen.WEEK}),
        Choice("earlier", _("Il y a plus longtemps"), {"observed": ObservedWhen.EARLIER}),
    )
