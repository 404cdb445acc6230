"""Lists to tick in: what she would like, and a few signs in plain words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.portals.public.telling.forms.base import ScreenForm
from maillon.portals.public.telling.path import Screen
from maillon.speaking.content import Telling
from maillon.speaking.wishes import WISHES

# Codes of guidance's signs, each as the person herself would say it, and as somebody else would.
SIGNS: Mapping[str, tuple[Promise, Promise]] = {
    "watched": (
        _("On me surveille, je ne peux pas sortir sans quelqu’un"),
        _("On la surveille, elle ne peut pas sortir sans quelqu’un"),
    ),
    "papers_held": (_("Quelqu’un d’autre garde mes papiers"), _("Quelqu’un d’autre garde ses papiers")),
    "no_earnings": (_("Je ne garde pas ce que je gagne"), _("Elle ne garde pas ce qu’elle gagne")),
    "debt_and_threats": (
        _("On me dit que je dois de l’argent, ou on me menace, moi ou mes proches"),
        _("On lui dit qu’elle doit de l’argent, ou on la menace, elle ou ses proches"),
    ),
    "false_job": (
        _("On m’avait promis autre chose : un travail, un logement, des papiers"),
        _("On lui avait promis autre chose : un travail, un logement, des papiers"),
    ),
    "housed_by_exploiter": (
        _("La personne qui me loge me prend de l’argent"),
        _("La personne qui la loge lui prend de l’argent"),
    ),
    "untreated": (_("J’ai besoin de soins, et je n’en ai pas"), _("Elle a besoin de soins, et n’en a pas")),
}


class WishesForm(ScreenForm):
    """What she would like; several, or none."""

    screen = Screen.WISHES
    wishes = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple, choices=())

    def __init__(self, data: Mapping[str, Any] | None = None, *, telling: Telling) -> None:
        super().__init__(data, telling=telling)
        field = self.fields["wishes"]
        field.label = _("Qu’aimeriez-vous ?") if telling.for_self else _("Qu’aimerait la personne, d’après vous ?")
        field.help_text = _("Cochez ce que vous voulez, ou rien. Nous ne pouvons pas promettre que tout sera possible.")
        field.choices = list(WISHES.items())  # type: ignore[attr-defined]

    def shown(self) -> dict[str, Any]:
        return {"wishes": list(self.telling.wishes)}

    def told(self) -> Telling:
        return replace(self.telling.answering(self.screen), wishes=tuple(self.cleaned_data["wishes"]))


class SignsForm(ScreenForm):
    """Signs of somebody's hold. What is not ticked counts as not said, never as absent."""

    screen = Screen.SIGNS
    signs = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple, choices=())

    def __init__(self, data: Mapping[str, Any] | None = None, *, telling: Telling) -> None:
        super().__init__(data, telling=telling)
        field, said = self.fields["signs"], 0 if telling.for_self else 1
        field.label = _("Est-ce que l’une de ces phrases est vraie ?")
        field.help_text = _("Cochez si vous voulez. Rien de cela n’est votre faute.") if telling.for_self else ""
        field.choices = [(code, texts[said]) for code, texts in SIGNS.items()]  # type: ignore[attr-defined]

    def shown(self) -> dict[str, Any]:
        return {"signs": [code for code in self.telling.content.signs if code in SIGNS]}

    def told(self) -> Telling:
        return self.telling.answering(self.screen, signs=tuple(self.cleaned_data["signs"]))
