"""Why a case is opened for reading, and the questions by which a new one begins."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.base.languages import DOOR_LANGUAGES
from maillon.cases.enums import Reading
from maillon.portals.components.communes import CommuneAsked, typed_commune
from maillon.portals.components.questions import AnswerForm, Choice

YES, NO = "yes", "no"


class OpenForm(forms.Form):
    """The reason stands in the journal beside each opening (LIL art. 101)."""

    reason = forms.ChoiceField(
        label=_("Pourquoi ouvrez-vous cet accompagnement ?"),
        help_text=_("Votre nom, l’heure et cette raison sont inscrits au journal, que personne ne peut modifier."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une raison : la loi veut qu’elle soit inscrite au journal.")},
    )

    def __init__(self, *args: Any, reasons: Sequence[Reading], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reason"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(reason.value, reason.label) for reason in reasons]


class AgeForm(AnswerForm):
    """Adults only. A doubt counts as minor."""

    title = _("La personne est-elle majeure ?")
    choices = (
        Choice(YES, _("Oui, c’est certain")),
        Choice(
            NO, _("Non, ou je ne sais pas"), _("Le doute compte comme une minorité : elle est protégée comme telle.")
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask(self.title, [(choice.value, choice.label) for choice in self.choices])


class NameForm(forms.Form):
    """What she is called."""

    pseudonym = forms.CharField(
        label=_("Comment l’appeler ?"),
        help_text=_("Le nom qu’elle se donne, un surnom, une initiale : n’importe lequel convient. Il est scellé."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Donnez un nom, quel qu’il soit : son vrai nom n’est pas demandé.")},
    )


class LanguageForm(forms.Form):
    """In which language she is spoken to."""

    language = forms.ChoiceField(
        label=_("Dans quelle langue lui parler ?"),
        help_text=_("Si ce n’est aucune de celles-ci, choisissez la plus proche et prévoyez un interprète."),
        choices=DOOR_LANGUAGES,
    )


class WhereForm(CommuneAsked):
    """Where she is, if she says so."""

    field_order = ("typed", "commune")
    typed = typed_commune(
        _("Dans quelle commune est-elle ?"),
        _("Son nom ou son code postal. Là où elle est, ou là où elle veut aller."),
    )
    # Sent by the button that leaves it open.
    none = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("none"):
            self.fields["typed"].required = False
