"""Where: a commune looked for by name or postal code, and chosen from the matches."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maillon.portals.pro.referrals.answers import Answers
from maillon.portals.pro.referrals.forms.base import StepForm
from maillon.territories.models import Commune
from maillon.territories.selectors import commune as find_commune
from maillon.territories.selectors import search_communes

_TYPED_LIMIT = 60


class CommuneForm(StepForm):
    """Two ways to send it: `typed` looks communes up and shows the screen again, `commune` chooses one."""

    typed = forms.CharField(
        label=_("Dans quelle commune lui faut-il de l’aide ?"),
        help_text=_("Son nom ou son code postal. Là où elle est, ou là où elle veut aller."),
        max_length=_TYPED_LIMIT,
        error_messages={"required": _("Écrivez le nom ou le code postal de la commune, puis choisissez-la.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "enterkeyhint": "search"}),
    )
    commune = forms.CharField(required=False, max_length=5, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["typed"].required = not self.data.get("commune")

    def shown(self) -> dict[str, Any]:
        return {"typed": self.so_far.commune_typed}

    def clean_commune(self) -> str:
        """What is chosen must exist."""
        chosen = str(self.cleaned_data["commune"])
        if chosen and find_commune(chosen) is None:
            raise ValidationError(_("Cette commune n’existe pas. Cherchez-la par son nom ou son code postal."))
        return chosen

    @property
    def finished(self) -> bool:  # type: ignore[override]
        """Whether a commune was chosen."""
        return bool(self.cleaned_data["commune"])

    def answers(self) -> Answers:
        if self.finished:
            return self.so_far.changed(commune=self.cleaned_data["commune"], commune_typed="")
        return self.so_far.changed(commune_typed=self.cleaned_data["typed"])

    def matches(self) -> list[Commune]:
        """The communes that what was typed may mean, those of the member's département first."""
        typed = self.so_far.commune_typed
        near = self.writing.membership.organisation.departement_id
        return search_communes(typed[:_TYPED_LIMIT], near_departement=near) if typed.strip() else []

    def chosen(self) -> Commune | None:
        """The commune so far."""
        return find_commune(self.so_far.commune) if self.so_far.commune else None
