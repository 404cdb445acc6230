"""Why what is sealed is opened."""

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.referrals.enums import Reading


class OpenForm(forms.Form):
    """The reason stands in the journal beside each opening (LIL art. 101)."""

    reason = forms.ChoiceField(
        label=_("Pourquoi ouvrez-vous ce contenu ?"),
        help_text=_("Votre nom, l’heure et cette raison sont inscrits au journal, que personne ne peut modifier."),
        choices=Reading.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une raison : la loi veut qu’elle soit inscrite au journal.")},
    )
