"""A right to stay and its days."""

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.exits.content import Residence
from maillon.exits.enums import PermitKind
from maillon.portals.pro.exits.forms import fields


class ResidenceForm(forms.Form):
    """Which one, and when. No number is asked."""

    kind = fields.choice(_("De quoi s’agit-il ?"), PermitKind.choices)
    asked_on = fields.day(_("Demandé le"), required=False)
    receipt_on = fields.day(_("Récépissé du"), required=False)
    from_on = fields.day(_("Valable du"), required=False)
    until_on = fields.day(_("Jusqu’au"), required=False)

    def residence(self) -> Residence:
        """What was written."""
        days = ("asked_on", "receipt_on", "from_on", "until_on")
        written = {name: self.cleaned_data[name].isoformat() for name in days if self.cleaned_data[name]}
        return Residence(kind=self.cleaned_data["kind"], **written)
