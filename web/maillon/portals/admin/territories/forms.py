"""Who is competent in a commune, and how sure that is."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maillon.base.enums import Confidence
from maillon.territories.enums import JurisdictionKind
from maillon.territories.models import Commune, Competence, Jurisdiction
from maillon.territories.selectors import covered_departements, jurisdictions

CONFIDENCES = [
    (Confidence.VERIFIED.value, _("Lu dans un texte officiel, ou confirmé par le service")),
    (Confidence.SECONDARY.value, _("Lu dans une source secondaire")),
    (Confidence.UNCONFIRMED.value, _("À confirmer")),
]


class CompetenceForm(forms.Form):
    """Corrects or confirms one commune, for one kind of service. A date to come is refused: nobody checks tomorrow."""

    jurisdiction = forms.ModelChoiceField(
        label=_("Service compétent"), queryset=Jurisdiction.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    confidence = forms.ChoiceField(label=_("Certitude"), choices=CONFIDENCES, widget=forms.RadioSelect)
    source = forms.CharField(
        label=_("Source"), max_length=200, help_text=_("Un texte officiel, ou le service qui l’a confirmé. Sans nom.")
    )
    checked_on = forms.DateField(label=_("Vérifié le"))

    def __init__(self, *args: Any, commune: Commune, kind: JurisdictionKind, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        field = self.fields["jurisdiction"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = jurisdictions(commune.departement_id, kind)

    def clean_checked_on(self) -> dt.date:
        """Refuses the future."""
        checked: dt.date = self.cleaned_data["checked_on"]
        if checked > self.today:
            raise ValidationError(_("Cette date est à venir. Indiquez le jour où la source a été lue."))
        return checked


def stands(competence: Competence | None, today: dt.date) -> dict[str, Any]:
    """What the form shows first: the present answer, to be checked today."""
    if competence is None:
        return {"checked_on": today}
    return {
        "jurisdiction": competence.jurisdiction_id,
        "confidence": competence.confidence,
        "source": competence.source,
        "checked_on": today,
    }


class CompetenceFilter(forms.Form):
    """Narrows the list. What can't be understood narrows nothing."""

    departement = forms.ChoiceField(label=_("Département"), required=False)
    text = forms.CharField(label=_("Commune"), required=False, max_length=80)
    to_confirm = forms.BooleanField(label=_("Seulement ce qui est à confirmer"), required=False)

    def __init__(self, *args: Any, home: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.home = home
        field = self.fields["departement"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(found.code, str(found)) for found in covered_departements()]

    def chosen(self) -> dict[str, Any]:
        """Arguments for `territories.selectors.competences`; without a département, the administrator's own."""
        self.is_valid()
        told = self.cleaned_data
        return {
            "departement": told.get("departement") or self.home,
            "text": told.get("text", ""),
            "to_confirm": bool(told.get("to_confirm")),
        }
