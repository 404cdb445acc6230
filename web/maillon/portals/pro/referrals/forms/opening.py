"""Why what is sealed is opened."""

from typing import Any

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


class OwnOpenForm(OpenForm):
    """The same for who refers, who has nothing to answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reason"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(reason.value, reason.label) for reason in Reading if reason is not Reading.ANSWERING]
