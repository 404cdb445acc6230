"""Where: a commune looked for by name or postal code, and chosen from the matches."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from maillon.portals.components.communes import CommuneAsked, communes_like, typed_commune
from maillon.portals.pro.referrals.answers import Answers
from maillon.portals.pro.referrals.forms.base import StepForm
from maillon.territories.models import Commune
from maillon.territories.selectors import commune as find_commune


class CommuneForm(CommuneAsked, StepForm):
    """Where she needs help."""

    field_order = ("typed", "commune")
    typed = typed_commune(
        _("Dans quelle commune lui faut-il de l’aide ?"),
        _("Son nom ou son code postal. Là où elle est, ou là où elle veut aller."),
    )

    def shown(self) -> dict[str, Any]:
        return {"typed": self.so_far.commune_typed}

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
        near = self.writing.membership.organisation.departement_id
        return communes_like(self.so_far.commune_typed, near=near)

    def chosen(self) -> Commune | None:
        """The commune so far."""
        return find_commune(self.so_far.commune) if self.so_far.commune else None
