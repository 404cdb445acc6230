"""Opening, writing and assigning."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.accounts.models import Membership
from maillon.reports.enums import OpeningReason

TEXT_LIMIT = 4000
_EMPTY = {"required": _("Écrivez un texte avant de l’envoyer.")}


class OpenForm(forms.Form):
    """Why the sealed content is opened."""

    reason = forms.ChoiceField(
        label=_("Pourquoi ouvrez-vous ce contenu ?"),
        help_text=_("Votre nom, l’heure et cette raison sont inscrits au journal, que personne ne peut modifier."),
        choices=OpeningReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une raison : la loi veut qu’elle soit inscrite au journal.")},
    )


class NoteForm(forms.Form):
    """A note that stays inside the organisation."""

    text = forms.CharField(
        label=_("Nouvelle note interne"),
        help_text=_("Lisible par les lecteurs de votre organisation, jamais par la personne qui a signalé."),
        max_length=TEXT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        error_messages=_EMPTY,
    )


class MessageForm(forms.Form):
    """A message to whoever reported."""

    text = forms.CharField(
        label=_("Votre message à la personne qui a signalé"),
        help_text=_("Scellé pour elle et pour votre organisation. Pas de nom s’il n’est pas indispensable."),
        max_length=TEXT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        error_messages=_EMPTY,
    )
    asks = forms.BooleanField(
        label=_("C’est une demande de précision"),
        help_text=_("Elle sera signalée comme telle, pour qu’une réponse soit donnée."),
        required=False,
    )


class AssignForm(forms.Form):
    """Which reader follows the report."""

    to = forms.ChoiceField(label=_("Attribuer à"), required=False)

    def __init__(self, *args: object, readers: Iterable[Membership], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.readers = {str(reader.pk): reader for reader in readers}
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        names = [(key, reader.member.name) for key, reader in self.readers.items()]
        field.choices = [("", _("Personne pour l’instant")), *names]

    @property
    def chosen(self) -> Membership | None:
        """The reader, or None to leave it to nobody."""
        return self.readers.get(self.cleaned_data["to"])
