"""What an administrator may say about an organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.directory.enums import OrganisationKind, Secrecy
from maillon.directory.models import Organisation
from maillon.directory.services import Details
from maillon.territories.models import Departement, Jurisdiction
from maillon.territories.selectors import covered_departements, departements

_ALL = [("", _("Tous"))]


class OrganisationForm(forms.Form):
    """Every fact of an organisation. What a kind makes impossible is refused by the services, in words."""

    name = forms.CharField(label=_("Nom"), max_length=160, help_text=_("Celui que liront ceux qui lui envoient."))
    kind = forms.ChoiceField(label=_("Genre"), choices=OrganisationKind.choices)
    departement = forms.ModelChoiceField(label=_("Département"), queryset=Departement.objects.none())
    jurisdiction = forms.ModelChoiceField(
        label=_("Ressort"),
        queryset=Jurisdiction.objects.none(),
        required=False,
        help_text=_("Pour un parquet, la police, la gendarmerie ou un conseil départemental : le territoire confié."),
    )
    secrecy = forms.ChoiceField(
        label=_("Secret"),
        choices=Secrecy.choices,
        help_text=_("Fixé par le délégué à la protection des données ou le juriste de l’organisation."),
    )
    is_public_service = forms.BooleanField(
        label=_("Service public"),
        required=False,
        help_text=_("Ses membres sont agents publics : l’article 40 du code de procédure pénale les oblige."),
    )
    justice_approved_until = forms.DateField(
        label=_("Agréée par le ministère de la Justice jusqu’au"),
        required=False,
        help_text=_("Association d’aide aux victimes : elle peut détenir des données d’infraction."),
    )
    psp_approved_from = forms.DateField(
        label=_("Agréée par le préfet pour le parcours de sortie depuis le"),
        required=False,
        help_text=_("L’agrément vaut trois ans (CASF, art. R121-12-3) : la fin est calculée."),
    )
    notice_email = forms.EmailField(
        label=_("Adresse des avis"),
        required=False,
        help_text=_("Elle reçoit seulement : « quelque chose attend ». Jamais un contenu."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose("departement").queryset = departements()
        self._choose("jurisdiction").queryset = Jurisdiction.objects.order_by("departement_id", "kind", "name")

    @classmethod
    def showing(cls, organisation: Organisation) -> "OrganisationForm":
        """The form as the organisation stands."""
        return cls(initial={name: getattr(organisation, name) for name in cls.base_fields})

    def details(self) -> Details:
        """What was said, once valid."""
        told = dict(self.cleaned_data)
        told["kind"] = OrganisationKind(told["kind"])
        told["secrecy"] = Secrecy(told["secrecy"])
        return Details(**told)

    def _choose(self, name: str) -> "forms.ModelChoiceField[Any]":
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        return field


class OrganisationFilter(forms.Form):
    """Narrows the list. What can't be understood narrows nothing."""

    text = forms.CharField(label=_("Nom"), required=False, max_length=80)
    kind = forms.ChoiceField(label=_("Genre"), required=False, choices=[*_ALL, *OrganisationKind.choices])
    departement = forms.ChoiceField(label=_("Département"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(found.code, str(found)) for found in covered_departements()]
        field = self.fields["departement"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*_ALL, *choices]

    def chosen(self) -> dict[str, str]:
        """Arguments for `directory.selectors.organisations`."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
