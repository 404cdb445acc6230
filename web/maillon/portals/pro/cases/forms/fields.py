"""Fields that several acts ask."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.base import clock

LONGEST = 8000
_TOO_LONG = {"max_length": _("C’est trop long : gardez 8000 caractères au plus.")}
_NOON = dt.time(12)


def words(label: Any, hint: Any = "", *, required: bool = False, rows: int = 5) -> forms.CharField:
    """A field for free words, which are sealed."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}),
        error_messages={**_TOO_LONG, "required": _("Écrivez au moins quelques mots.")},
    )


def line(
    label: Any, hint: Any = "", *, required: bool = False, length: int = 200, **attributes: str
) -> forms.CharField:
    """A field of one line."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=length,
        widget=forms.TextInput(attrs={"autocomplete": "off", **attributes}),
        error_messages={"required": _("Écrivez quelque chose ici.")},
    )


def radio(label: Any, choices: Iterable[tuple[Any, Any]], hint: Any = "") -> forms.ChoiceField:
    """One of a few."""
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=list(choices),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une des réponses.")},
    )


def boxes(
    label: Any, choices: Iterable[tuple[Any, Any]], hint: Any = "", *, required: bool = False
) -> forms.MultipleChoiceField:
    """Several of a few."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=hint,
        choices=list(choices),
        required=required,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Cochez au moins une case.")},
    )


def day(label: Any, hint: Any = "", *, required: bool = True) -> forms.DateField:
    """A day."""
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        error_messages={
            "required": _("Indiquez le jour."),
            "invalid": _("Écrivez la date comme ceci : 31/12/2026."),
        },
    )


def hour(label: Any, *, required: bool = True) -> forms.TimeField:
    """A time of day."""
    return forms.TimeField(
        label=label,
        required=required,
        error_messages={
            "required": _("Indiquez l’heure."),
            "invalid": _("Écrivez l’heure comme ceci : 14:30."),
        },
    )


def past(on: dt.date, now: dt.datetime) -> dt.datetime:
    """The moment of something that happened on this day: `now`, that of the act, for today, else noon."""
    return now if on == timezone.localdate(now) else timezone.make_aware(dt.datetime.combine(on, _NOON))


def not_to_come(on: dt.date | None) -> dt.date | None:
    """The day, which must not lie ahead."""
    if on is not None and on > timezone.localdate(clock.now()):
        raise ValidationError(_("Ce jour n’est pas encore venu."))
    return on


def ask(form: forms.Form, name: str, choices: Iterable[tuple[Any, str | Promise]]) -> None:
    """Sets the choices of a field of choice."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
