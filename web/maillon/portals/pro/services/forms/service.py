"""Every fact of a service, as whoever keeps it writes it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maillon.base.enums import Confidence
from maillon.base.languages import DOOR_LANGUAGES
from maillon.directory.enums import Cost, Need, Trait, ZoneKind
from maillon.directory.models import Service
from maillon.directory.services import PlaceDetails, ServiceDetails
from maillon.portals.pro.services.forms.place import read_hours
from maillon.portals.pro.services.forms.territory import (
    read_communes,
    read_departements,
    region_choices,
    write_communes,
    zone_of,
)
from maillon.portals.pro.services.words import CONFIDENCES, hours_words, language_words
from maillon.territories.models import Commune
from maillon.territories.regions import region_made_of

_UNKNOWN = [("", _("Non indiqué"))]
_NO_REGION = [("", _("Aucune : voir les départements"))]
# The languages of the public door, without their variants, and others that services name.
_LANGUAGES = [
    *dict.fromkeys(code.split("-", 1)[0] for code, _name in DOOR_LANGUAGES),
    "ru",
    "uk",
    "it",
    "de",
    "fsl",
]
_TICKS = forms.CheckboxSelectMultiple
_OLDEST = 120


def _words(label: Any, *, limit: int, hint: Any = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=limit, required=False, widget=forms.Textarea(attrs={"rows": rows})
    )


def _age(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=_OLDEST, required=False)


class ServiceForm(forms.Form):
    """What is left empty is unknown. Whether it all holds together is asked of the directory."""

    name = forms.CharField(label=_("Nom du service"), max_length=200)
    summary = _words(_("En deux phrases"), limit=1000, hint=_("Ce que le service fait, avec des mots simples."))
    needs = forms.MultipleChoiceField(label=_("Aide proposée"), choices=Need.choices, widget=_TICKS)
    min_age = _age(_("Âge minimal"))
    max_age = _age(_("Âge maximal"))
    welcomes = forms.MultipleChoiceField(
        label=_("Accueille"),
        choices=Trait.choices,
        widget=_TICKS,
        required=False,
        help_text=_("Seulement ce que le service dit lui-même."),
    )
    excludes = forms.MultipleChoiceField(
        label=_("N’accueille pas"), choices=Trait.choices, widget=_TICKS, required=False
    )
    languages = forms.MultipleChoiceField(label=_("Langues parlées"), widget=_TICKS, required=False)
    eligibility = _words(_("Conditions"), limit=2000, hint=_("Ce qu’il faut pour être reçu, s’il y a des conditions."))
    zone_kind = forms.ChoiceField(label=_("Territoire"), choices=ZoneKind.choices, widget=forms.RadioSelect)
    departements = forms.CharField(
        label=_("Départements"),
        required=False,
        max_length=600,
        help_text=_("Leurs codes ou leurs noms, avec des virgules."),
    )
    region = forms.ChoiceField(
        label=_("Région entière"),
        required=False,
        help_text=_("Tous ses départements. Pour une partie seulement, écrivez les départements ci-dessus."),
    )
    communes = _words(
        _("Communes"), limit=40_000, hint=_("Une par ligne. Un nom suffit ; un code postal aide."), rows=4
    )
    hours = forms.CharField(
        label=_("Horaires"),
        max_length=500,
        required=False,
        help_text=_("Exemple : lundi-vendredi 9h-12h, 14h-17h ; jours fériés fermé. Ou : 24 h/24, 7 j/7."),
    )
    phone = forms.CharField(label=_("Téléphone"), max_length=30, required=False)
    email = forms.EmailField(label=_("Courriel"), required=False)
    website = forms.URLField(label=_("Site"), max_length=500, required=False, assume_scheme="https")
    how = _words(
        _("Comment faire"), limit=2000, hint=_("La marche à suivre : qui appelle, quoi dire, quel rendez-vous.")
    )
    pro_phone = forms.CharField(
        label=_("Téléphone, professionnels seulement"),
        max_length=30,
        required=False,
        help_text=_("Jamais montré au public, jamais exporté."),
    )
    pro_email = forms.EmailField(label=_("Courriel, professionnels seulement"), required=False)
    cost = forms.ChoiceField(label=_("Coût"), choices=[*_UNKNOWN, *Cost.choices], required=False)
    is_confidential = forms.BooleanField(
        label=_("L’adresse est confidentielle"),
        required=False,
        help_text=_("Un hébergement mis à l’abri, par exemple. Aucun lieu n’est alors gardé nulle part."),
    )
    confidence = forms.ChoiceField(label=_("Certitude"), choices=list(CONFIDENCES.items()), widget=forms.RadioSelect)
    source_url = forms.URLField(label=_("Page d’où cela vient"), max_length=500, required=False, assume_scheme="https")
    # The moment of what was shown, so that nobody's change is overwritten unseen.
    seen = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, home: str, sets_confidence: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.home = home
        languages = self.fields["languages"]
        assert isinstance(languages, forms.MultipleChoiceField)
        spoken = [*_LANGUAGES, *(code for code in self.initial.get("languages", []) if code not in _LANGUAGES)]
        languages.choices = [(code, language_words(code)) for code in spoken]
        region = self.fields["region"]
        assert isinstance(region, forms.ChoiceField)
        region.choices = [*_NO_REGION, *region_choices()]
        if not sets_confidence:
            del self.fields["confidence"]

    def clean_hours(self) -> str:
        """In OpenStreetMap's syntax."""
        return read_hours(self.cleaned_data["hours"])

    def clean_departements(self) -> list[str]:
        """As entries of a zone."""
        return [f"D{code}" for code in read_departements(self.cleaned_data["departements"])]

    def clean_communes(self) -> list[str]:
        """As entries of a zone."""
        return [f"C{commune.code}" for commune in read_communes(self.cleaned_data["communes"], self.home)]

    def clean(self) -> dict[str, Any]:
        """The zone needs what its kind is made of."""
        told = self.cleaned_data
        kind = told.get("zone_kind")
        if kind == ZoneKind.DEPARTEMENT and told.get("departements") == []:
            self.add_error("departements", ValidationError(_("Indiquez au moins un département.")))
        if kind == ZoneKind.REGION and told.get("departements") == [] and not told.get("region"):
            self.add_error("region", ValidationError(_("Choisissez la région, ou écrivez des départements.")))
        if kind == ZoneKind.COMMUNES and told.get("communes") == [] and not told.get("departements"):
            self.add_error("communes", ValidationError(_("Indiquez au moins une commune.")))
        return told

    def details(self, provider_id: Any, places: tuple[PlaceDetails, ...]) -> ServiceDetails:
        """What was said, once valid."""
        told = dict(self.cleaned_data)
        told.pop("seen")
        told["zone_kind"] = ZoneKind(told["zone_kind"])
        told["zone"] = zone_of(
            told["zone_kind"],
            communes=told.pop("communes"),
            departements=told.pop("departements"),
            region=told.pop("region"),
        )
        for name, closed in (("needs", Need), ("welcomes", Trait), ("excludes", Trait)):
            told[name] = tuple(closed(value) for value in told[name])
        told["languages"] = tuple(told["languages"])
        told["cost"] = Cost(told["cost"]) if told["cost"] else None
        told["confidence"] = Confidence(told.get("confidence", Confidence.VERIFIED))
        return ServiceDetails(provider_id=provider_id, places=places, **told)


def stands(service: Service) -> dict[str, Any]:
    """What the form shows of a service."""
    taken_over = [name for name in ServiceForm.base_fields if hasattr(service, name)]
    communes = Commune.objects.filter(code__in=[entry[1:] for entry in service.zone if entry.startswith("C")])
    whole = [entry[1:] for entry in service.zone if entry.startswith("D")]
    region = region_made_of(whole) if service.zone_kind == ZoneKind.REGION else None
    return {name: getattr(service, name) for name in taken_over} | {
        "region": region or "",
        "departements": "" if region else ", ".join(whole),
        "communes": write_communes(communes.order_by("search_key", "code")),
        "hours": hours_words(service.hours) if service.hours else "",
        "seen": service.changed_at.isoformat(),
    }
