"""Where: a commune looked for by name or postal code, and chosen from the matches."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maillon.territories.models import Commune
from maillon.territories.selectors import commune as find_commune
from maillon.territories.selectors import search_communes

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_TYPED_LIMIT = 60


def typed_commune(
    question: "str | _StrPromise", hint: "str | _StrPromise", **attributes: str | bool
) -> forms.CharField:
    """The field in which a commune is looked for; `attributes` are its own in HTML."""
    return forms.CharField(
        label=question,
        help_text=hint,
        max_length=_TYPED_LIMIT,
        error_messages={"required": _("Écrivez le nom ou le code postal de la commune, puis choisissez-la.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "enterkeyhint": "search", **attributes}),
    )


class CommuneAsked(forms.Form):
    """Two ways to send it: `typed` looks communes up and shows the screen again, `commune` chooses one.

    Whoever asks brings `typed`, a `typed_commune` with words of its own.
    """

    commune = forms.CharField(required=False, max_length=5, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["typed"].required = not self.data.get("commune")

    def clean(self) -> dict[str, Any]:
        """What is chosen must exist."""
        cleaned = super().clean() or self.cleaned_data
        chosen = cleaned.get("commune")
        if chosen and find_commune(chosen) is None:
            raise ValidationError(_("Cette commune n’existe pas. Cherchez-la par son nom ou son code postal."))
        return cleaned


def communes_like(typed: str, *, near: str) -> list[Commune]:
    """The matches to choose from, those of the département `near` first; none for nothing typed."""
    return search_communes(typed[:_TYPED_LIMIT], near_departement=near) if typed.strip() else []
