"""What the conditions of the AFIS ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.exits.enums import Said, Stay
from maillon.exits.rules import Situation
from maillon.portals.pro.exits.forms import fields


class AidForm(forms.Form):
    """The four conditions of CASF R121-12-13-1, and the children."""

    age = forms.IntegerField(
        label=_("Son âge"),
        min_value=0,
        max_value=120,
        error_messages={"required": _("Indiquez son âge."), "invalid": _("Écrivez un nombre.")},
    )
    stay = fields.choice(_("Son droit au séjour et au travail"), Stay.choices)
    income_below = fields.choice(
        _("Le mois passé, les ressources du foyer sont-elles sous le montant forfaitaire du RSA pour une personne ?"),
        Said.choices,
        _("Ce montant change : vérifiez-le le jour même."),
    )
    rsa_or_ada = fields.choice(_("Perçoit-elle le RSA ou l’ADA, ou peut-elle y prétendre ?"), Said.choices)
    children = forms.IntegerField(
        label=_("Combien d’enfants à sa charge ?"),
        min_value=0,
        max_value=20,
        initial=0,
        error_messages={"required": _("Indiquez un nombre, ou 0."), "invalid": _("Écrivez un nombre.")},
    )

    def situation(self) -> Situation:
        """What was answered."""
        given = self.cleaned_data
        return Situation(
            age=given["age"],
            stay=Stay(given["stay"]),
            income_below=Said(given["income_below"]),
            rsa_or_ada=Said(given["rsa_or_ada"]),
            children=given["children"],
        )
