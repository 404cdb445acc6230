"""A service's answers: refusing, an appointment, the outcome."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from maillon.referrals import rules

_LONGEST = 1000
_MINUTES = (15, 30, 45, 60, 90, 120)


def _words(label: Any, hint: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        error_messages={"max_length": _("C’est trop long : gardez 1000 caractères au plus.")},
    )


class RefuseForm(forms.Form):
    """Why not, from the list of this age class, and what else might help."""

    reason = forms.ChoiceField(
        label=_("Pourquoi ne pouvez-vous pas l’accueillir ?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez un motif : il dit quoi essayer ensuite.")},
    )
    words = _words(
        _("Que pourrait-on essayer d’autre ?"),
        _("Lu par la personne qui oriente, jamais par un autre service. Scellé. Sans nom."),
    )

    def __init__(self, *args: Any, minor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reason"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(reason.value, reason.label) for reason in rules.refusal_reasons(minor=minor)]


class FinishForm(forms.Form):
    """How it ended, from the list of this age class."""

    outcome = forms.ChoiceField(
        label=_("Comment cela s’est-il terminé ?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une issue.")},
    )
    words = _words(
        _("Une précision pour la personne qui oriente"),
        _("Ce qu’elle doit savoir pour la suite, et rien de plus. Scellé."),
    )

    def __init__(self, *args: Any, minor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["outcome"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(outcome.value, outcome.label) for outcome in rules.outcomes(minor=minor)]


class AppointForm(forms.Form):
    """When, for how long, and whether who refers comes along."""

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
    minutes = forms.TypedChoiceField(
        label=_("Pendant combien de temps ?"),
        choices=[(value, _("%s minutes") % value) for value in _MINUTES],
        coerce=int,
        initial=60,
    )
    joint = forms.BooleanField(
        label=_("La personne qui oriente vient aussi"),
        help_text=_("Un premier rendez-vous à trois aide souvent à ne pas se perdre en route."),
        required=False,
    )

    @property
    def starts_at(self) -> dt.datetime:
        """The moment, on the clocks of France."""
        return timezone.make_aware(dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"]))
