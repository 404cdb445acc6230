"""Fields that several of the forms ask alike."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 8000
_NO_DAY = {"required": _("Indiquez le jour."), "invalid": _("Écrivez la date comme ceci : 31/12/2026.")}
_TOO_LONG = {"max_length": _("C’est trop long : gardez 8000 caractères au plus.")}
CHOOSE = {"required": _("Choisissez une réponse."), "invalid_choice": _("Choisissez une réponse de la liste.")}


def day(label: Any, hint: Any = "", *, required: bool = True) -> forms.DateField:
    """A day."""
    return forms.DateField(label=label, help_text=hint, required=required, error_messages=_NO_DAY)


def words(label: Any, hint: Any = "", *, required: bool = False, rows: int = 4) -> forms.CharField:
    """Words that are sealed."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}),
        error_messages={"required": _("Écrivez quelque chose avant d’enregistrer."), **_TOO_LONG},
    )


def choice(label: Any, choices: Any, hint: Any = "", *, required: bool = True) -> forms.ChoiceField:
    """One of a few answers; with an answer that says nothing where none has to be given."""
    offered = list(choices) if required else [("", _("Sans objet")), *choices]
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=offered,
        required=required,
        initial=None if required else "",
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
