"""Where: a commune looked for by name or postal code, and chosen from the matches."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from maillon.portals.components.communes import CommuneAsked, communes_like, typed_commune
from maillon.portals.pro.report.forms.base import StepForm
from maillon.territories.models import Commune
from maillon.territories.selectors import commune as find_commune


class CommuneForm(CommuneAsked, StepForm):
    """Where it happens."""

    field_order = ("typed", "commune")
    typed = typed_commune(_("Dans quelle commune ?"), _("Son nom ou son code postal."), autofocus=True)

    def shown(self) -> dict[str, Any]:
        return {"typed": self.writing.content.commune_typed}

    @property
    def finished(self) -> bool:  # type: ignore[override]
        """Whether a commune was chosen."""
        return bool(self.cleaned_data["commune"])

    def answers(self) -> dict[str, Any]:
        if self.finished:
            return {"commune": self.cleaned_data["commune"], "commune_typed": ""}
        return {"commune_typed": self.cleaned_data["typed"]}

    def matches(self) -> list[Commune]:
        """The communes that what was typed may mean, those of the reporter's département first."""
        typed = self.writing.content.commune_typed
        return communes_like(typed, near=self.writing.reporter.membership.organisation.departement_id)

    def chosen(self) -> Commune | None:
        """The commune of the report so far."""
        code = self.writing.content.commune
        return find_commune(code) if code else None
