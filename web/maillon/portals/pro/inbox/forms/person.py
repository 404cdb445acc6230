"""Muting, and answering a request for erasure."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.reports.enums import MuteReason, RefusalReason

_ERASE, _KEEP = "erase", "keep"


class MuteForm(forms.Form):
    """Why nobody is to be told of this thread any more."""

    reason = forms.ChoiceField(
        label=_("Pourquoi couper les notifications ?"),
        help_text=_("Les messages restent enregistrés et lisibles. La coupure est inscrite au journal et se lève."),
        choices=MuteReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une raison.")},
    )


class ErasureForm(forms.Form):
    """Erase, or keep for a reason that the law allows."""

    answer = forms.ChoiceField(
        label=_("Votre réponse"),
        choices=[
            (_ERASE, _("Effacer maintenant, définitivement")),
            (_KEEP, _("Garder, pour une raison prévue par la loi")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une réponse.")},
    )
    reason = forms.ChoiceField(
        label=_("Si vous gardez : pourquoi ?"),
        choices=[("", _("Aucune raison")), *RefusalReason.choices],
        help_text=_("La personne lira cette raison."),
        required=False,
    )

    @property
    def accepted(self) -> bool:
        return bool(self.cleaned_data["answer"] == _ERASE)

    def clean(self) -> dict[str, Any]:
        """A reason goes with keeping, and with nothing else."""
        given = super().clean() or {}
        if given.get("answer") == _ERASE:
            given["reason"] = ""
        return given
