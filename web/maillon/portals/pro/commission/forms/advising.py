"""Opinions, disagreements, and who is kept from a point."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.commission.enums import RecusalReason, Sense, Vote
from maillon.commission.rules import Count
from maillon.commission.services import Advice
from maillon.portals.pro.commission.shown import SeatLine

_VOTE = "vote"
_LONGEST = 2000


def _words(label: Any, hint: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        error_messages={"max_length": _("C’est trop long : gardez 2000 caractères au plus.")},
    )


def _voices(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=99, error_messages={"invalid": _("Écrivez un nombre.")}
    )


class OpinionForm(forms.Form):
    """The sense, agreed on or voted."""

    how = forms.ChoiceField(
        label=_("Quel est l’avis de la commission ?"),
        choices=[
            (Sense.FAVOURABLE.value, _("Favorable, personne ne s’y opposant")),
            (Sense.UNFAVOURABLE.value, _("Défavorable, personne ne s’y opposant")),
            (_VOTE, _("On a voté : je note les voix")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez comment l’avis est rendu.")},
    )
    in_favour = _voices(_("Voix pour"))
    against = _voices(_("Voix contre"))
    abstained = _voices(_("Abstentions"))
    chair = forms.ChoiceField(
        label=_("Comment a voté la présidence ?"),
        help_text=_("Si les voix sont égales, la sienne décide."),
        choices=[("", _("Elle n’a pas voté, ou on n’a pas voté")), *Vote.choices],
        required=False,
    )
    words = _words(
        _("Pourquoi cet avis"),
        _("Repris au procès-verbal. Scellé. Désignez la personne par le numéro du parcours, jamais par son nom."),
    )

    @property
    def advice(self) -> Advice:
        """What was chosen."""
        given = self.cleaned_data
        if given["how"] != _VOTE:
            return Advice(sense=Sense(given["how"]))
        count = Count(given["in_favour"] or 0, given["against"] or 0, given["abstained"] or 0)
        return Advice(count=count, chair=Vote(given["chair"]) if given["chair"] else None)


class DissentForm(forms.Form):
    """Words are not needed."""

    words = _words(
        _("Vos raisons, si vous voulez les donner"),
        _("Reprises au procès-verbal. Scellées. Sans nom."),
    )


class RecuseForm(forms.Form):
    """Who, and why: the secretary says it of a seat, a member of herself alone."""

    seat = forms.ChoiceField(label=_("Quel siège ?"), error_messages={"required": _("Choisissez un siège.")})
    reason = forms.ChoiceField(
        label=_("Pour quelle raison ?"),
        choices=RecusalReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une raison.")},
    )

    def __init__(self, *args: Any, lines: Sequence[SeatLine], own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            del self.fields["seat"]
            return
        field = self.fields["seat"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choisir")), *((str(line.seat.pk), line.label) for line in lines)]
