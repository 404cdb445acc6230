"""Fields that several questions share."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from maillon.base import clock
from maillon.base.languages import DOOR_LANGUAGES

_LONGEST = 4000


def day(label: Any, hint: Any = "", *, required: bool = True, usually_today: bool = False) -> forms.DateField:
    """A day; today stands there already for what is mostly written down at once."""
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        initial=_today if usually_today else None,
        error_messages={"required": _("Indiquez le jour."), "invalid": _("Écrivez la date comme ceci : 31/12/2026.")},
    )


def _today() -> date:
    return timezone.localdate(clock.now())


def words(label: Any, hint: Any = "", *, required: bool = True, rows: int = 4) -> forms.CharField:
    """Some lines."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}),
        error_messages={
            "required": _("Écrivez au moins quelques mots."),
            "max_length": _("C’est trop long : gardez 4000 caractères au plus."),
        },
    )


def line(label: Any, hint: Any = "", *, required: bool = True) -> forms.CharField:
    """One line."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Écrivez-le en quelques mots.")},
    )


def choice(label: Any, choices: Any, hint: Any = "", *, required: bool = True) -> forms.ChoiceField:
    """One of a few."""
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        required=required,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choisissez une des réponses."),
            "invalid_choice": _("Choisissez une des réponses proposées."),
        },
    )


def tick(label: Any, hint: Any = "", *, missing: Any = "") -> forms.BooleanField:
    """Yes or no; `missing` is what is said where only yes will do."""
    return forms.BooleanField(
        label=label, help_text=hint, required=bool(missing), error_messages={"required": missing} if missing else None
    )


def language() -> forms.ChoiceField:
    """The language in which something was put to her."""
    return forms.ChoiceField(label=_("Dans quelle langue ?"), choices=DOOR_LANGUAGES, initial="fr")
