"""What narrows the list of services."""

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.directory.enums import Need
from maillon.territories.models import Commune
from maillon.territories.selectors import search_communes

_SHOWN = [
    ("", _("Tous les services")),
    ("own", _("Ceux de mon organisation")),
    ("due", _("Fiches à confirmer")),
    ("ended", _("Services qui ont pris fin")),
]


class FilterForm(forms.Form):
    """Sent by GET: words, a need and a commune, nothing about anybody. What is not understood narrows nothing."""

    text = forms.CharField(
        label=_("Recherche"), required=False, max_length=120, widget=forms.TextInput(attrs={"type": "search"})
    )
    need = forms.ChoiceField(label=_("Besoin"), required=False, choices=[("", _("Tous")), *Need.choices])
    commune = forms.CharField(label=_("Commune"), required=False, max_length=60)
    show = forms.ChoiceField(label=_("Montrer"), required=False, choices=_SHOWN)

    def __init__(self, *args: object, home: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.home = home
        # Whether a commune was asked for that nobody knows.
        self.is_lost = False
        self.is_valid()

    def chosen(self, name: str) -> str:
        """What was asked, or nothing."""
        return str(self.cleaned_data.get(name) or "")

    def place(self) -> Commune | None:
        """The commune that what was typed most likely means; an unknown one leaves the form lost."""
        typed = self.chosen("commune")
        if not typed:
            return None
        for commune in search_communes(typed, limit=1, near_departement=self.home):
            return commune
        self.is_lost = True
        return None
