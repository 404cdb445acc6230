"""Boxes to tick: needs, what a service has to take into account, languages."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from maillon.base.languages import DOOR_LANGUAGES
from maillon.directory.enums import Need, Trait
from maillon.portals.pro.referrals.answers import Answers
from maillon.portals.pro.referrals.forms.base import StepForm

_WRONG = {
    "invalid_choice": _("Une case cochée n’est plus proposée. Vérifiez la liste."),
    "required": _("Cochez au moins une case."),
}


class TickForm(StepForm):
    """Boxes; with `none_label`, a button that ticks none of them."""

    ticked = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple, error_messages=_WRONG)
    # Sent by the button that ticks nothing.
    none = forms.CharField(required=False, widget=forms.HiddenInput)

    title: str | Promise = ""
    hint: str | Promise = ""
    none_label: str | Promise = _("Rien de cela")
    name = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["ticked"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.label, field.help_text = str(self.title), str(self.hint)
        field.choices = list(self.choices())
        field.required = not self.none_label

    def choices(self) -> Iterable[tuple[str, str | Promise]]:
        """What can be ticked."""
        raise NotImplementedError

    def shown(self) -> dict[str, Any]:
        return {"ticked": list(getattr(self.so_far, self.name))}

    def answers(self) -> Answers:
        ticked = set() if self.cleaned_data.get("none") else set(self.cleaned_data["ticked"])
        return self.so_far.changed(**{self.name: tuple(value for value, _label in self.choices() if value in ticked)})


class NeedsForm(TickForm):
    """What she needs; it stands in clear, and services are found by it."""

    title = _("De quoi la personne a-t-elle besoin ?")
    hint = _("Ce qu’elle demande, avec ses priorités à elle. Plusieurs réponses possibles.")
    none_label = ""
    name = "needs"

    def choices(self) -> Iterable[tuple[str, str | Promise]]:
        return Need.choices


class LimitsForm(TickForm):
    """What a service has to be able to take. Kept in the sealed draft alone, and told to nobody."""

    title = _("De quoi un service doit-il tenir compte ?")
    hint = _(
        "Sert à trouver un service qui puisse l’accueillir, et à rien d’autre : ce n’est ni transmis, ni gardé après "
        "l’envoi."
    )
    name = "traits"

    def choices(self) -> Iterable[tuple[str, str | Promise]]:
        return [
            (Trait.WOMEN, _("C’est une femme")),
            (Trait.MEN, _("C’est un homme")),
            (Trait.TRANS, _("C’est une personne trans")),
            (Trait.WITH_CHILDREN, _("Elle vient avec ses enfants")),
            (Trait.WITH_ANIMAL, _("Elle vient avec un animal")),
            (Trait.WITHOUT_PAPERS, _("Elle n’a pas de titre de séjour")),
            (Trait.DISABILITY, _("Elle est en situation de handicap")),
        ]


class LanguageForm(TickForm):
    """The languages in which she can be spoken to."""

    title = _("Quelles langues parle-t-elle ?")
    hint = _("Si sa langue n’est pas dans la liste, ne cochez rien, et ajoutez le besoin d’un interprète.")
    none_label = _("Aucune de celles-ci, ou je ne sais pas")
    name = "languages"

    def choices(self) -> Iterable[tuple[str, str | Promise]]:
        plain = dict.fromkeys(code.partition("-")[0] for code, _name in DOOR_LANGUAGES)
        return [(code, str(get_language_info(_INFO.get(code, code))["name_translated"]).capitalize()) for code in plain]


# Django knows Chinese by its scripts alone.
_INFO = {"zh": "zh-hans"}
