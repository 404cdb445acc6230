"""Where: a commune that she finds by its name, or no more than a département."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maillon.base.models import Instance
from maillon.portals.public.telling.forms.base import ScreenForm
from maillon.portals.public.telling.path import Screen
from maillon.speaking.content import Telling
from maillon.territories.models import Commune
from maillon.territories.selectors import commune as find_commune
from maillon.territories.selectors import departements, largest_commune, search_communes

_TYPED_LIMIT = 60


class CommuneForm(ScreenForm):
    """Two ways to send it: `typed` looks communes up and shows the screen again, `commune` chooses one."""

    screen = Screen.COMMUNE
    typed = forms.CharField(
        label=_("Dans quelle commune ?"),
        help_text=_("Son nom ou son code postal. Cela sert à savoir qui peut aider près de là."),
        required=False,
        max_length=_TYPED_LIMIT,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "enterkeyhint": "search"}),
    )
    commune = forms.CharField(required=False, max_length=5, widget=forms.HiddenInput)

    def shown(self) -> dict[str, Any]:
        return {"typed": self.telling.content.commune_typed}

    def clean(self) -> dict[str, Any]:
        """What is chosen must exist."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("commune") and find_commune(cleaned["commune"]) is None:
            raise ValidationError(_("Cette commune n’existe pas. Cherchez-la par son nom ou son code postal."))
        return cleaned

    @property
    def finished(self) -> bool:  # type: ignore[override]
        """False while she is looking for it."""
        return bool(self.cleaned_data["commune"]) or not self.cleaned_data["typed"]

    def told(self) -> Telling:
        chosen, typed = self.cleaned_data["commune"], self.cleaned_data["typed"]
        if chosen:
            told = self.telling.answering(self.screen, commune=chosen, commune_typed="")
            return replace(told, departement="")
        return self.telling.answering(self.screen, commune_typed=typed)

    def withheld(self) -> Telling:
        """The account of somebody who does not want to name the commune."""
        departement = self.telling.departement
        kept = {} if departement else {"commune": ""}
        return self.telling.answering(self.screen, commune_typed="", **kept)

    def matches(self) -> list[Commune]:
        """The communes that what was typed may mean, those of this installation's département first."""
        typed = self.telling.content.commune_typed.strip()
        return search_communes(typed, near_departement=_here()) if typed else []

    def chosen(self) -> Commune | None:
        """The commune so far, where she named it herself."""
        code = self.telling.content.commune
        return find_commune(code) if code and not self.telling.departement else None


class DepartementForm(ScreenForm):
    """The département alone: enough to know who is competent, too little to find anybody."""

    screen = Screen.DEPARTEMENT
    departement = forms.ChoiceField(
        label=_("Dans quel département ?"),
        help_text=_("Sans au moins le département, nous ne pouvons pas savoir qui pourrait vous lire."),
        required=False,
        choices=(),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, telling: Telling) -> None:
        super().__init__(data, telling=telling)
        listed = [(item.code, f"{item.name} ({item.code})") for item in departements()]
        self.fields["departement"].choices = [("", _("Choisir")), *listed]  # type: ignore[attr-defined]

    def shown(self) -> dict[str, Any]:
        return {"departement": self.telling.departement}

    def clean_departement(self) -> str:
        """Raises ValidationError for a département of which no commune is known here."""
        code: str = self.cleaned_data["departement"]
        if code and largest_commune(code) is None:
            raise ValidationError(
                _("Ce département n’est pas encore couvert ici. Vous pouvez appeler le 119 ou le 17.")
            )
        return code

    def told(self) -> Telling:
        code = self.cleaned_data["departement"]
        largest = largest_commune(code) if code else None
        told = self.telling.answering(self.screen, commune=largest.code if largest else "", commune_typed="")
        return replace(told, departement=code)


def _here() -> str:
    row = Instance.objects.first()
    return row.departement_code if row is not None else ""
