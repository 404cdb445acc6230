"""Preparing a meeting."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from maillon.commission.enums import Emergency, Kind


class MomentForm(forms.Form):
    """The day and hour of a meeting, on the clocks of France."""

    day = forms.DateField(
        label=_("Quel jour ?"),
        error_messages={
            "required": _("Indiquez le jour."),
            "invalid": _("Écrivez la date comme ceci : 31/12/2026."),
        },
    )
    time = forms.TimeField(
        label=_("À quelle heure ?"),
        error_messages={
            "required": _("Indiquez l’heure."),
            "invalid": _("Écrivez l’heure comme ceci : 14:30."),
        },
    )

    @property
    def held_at(self) -> dt.datetime:
        """The moment."""
        return timezone.make_aware(dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"]))


class PlanForm(MomentForm):
    """What it is about, when, and whether members may take part from afar."""

    kind = forms.ChoiceField(
        label=_("De quoi parle cette séance ?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez la nature de la séance : qui y siège en dépend.")},
    )
    place = forms.CharField(
        label=_("Où se tient-elle ?"),
        help_text=_("Une adresse, une salle. La convocation le dit. Laissez vide si tout se passe à distance."),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": _("C’est trop long : gardez 120 caractères au plus.")},
    )
    remote = forms.BooleanField(
        label=_("On peut y participer à distance"),
        help_text=_("Qui participe à distance répond à l’appel et compte comme dans la salle."),
        required=False,
    )
    field_order = ("kind", "day", "time", "place", "remote")


class AgendaForm(forms.Form):
    """What is put on the agenda, out of what there is."""

    points = forms.MultipleChoiceField(
        label=_("Que mettre à l’ordre du jour ?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Cochez au moins un point.")},
    )

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["points"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = offered


class ConvokeForm(forms.Form):
    """Why it is an emergency; asked where fewer days are left than the law wants."""

    emergency = forms.ChoiceField(
        label=_("Pourquoi est-ce une urgence ?"),
        help_text=_("Ce motif figure au procès-verbal."),
        choices=Emergency.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez un motif, ou une autre date.")},
    )
