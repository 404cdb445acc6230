"""A message to a recipient."""

from django import forms
from django.utils.translation import gettext_lazy as _

MESSAGE_LIMIT = 2000


class MessageForm(forms.Form):
    """A few sentences, sealed to both ends."""

    text = forms.CharField(
        label=_("Votre message"),
        help_text=_("Scellé pour cette organisation et pour vous. Pas de nom s’il n’est pas indispensable."),
        max_length=MESSAGE_LIMIT,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        error_messages={"required": _("Écrivez un texte avant de l’envoyer.")},
    )
