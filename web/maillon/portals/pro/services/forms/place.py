"""Where a service receives people: one row per place."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maillon.directory.models import Place
from maillon.directory.services import PlaceDetails
from maillon.portals.components.hours import from_french
from maillon.portals.pro.services.forms.territory import read_communes
from maillon.portals.pro.services.words import hours_words

_MOST = 12


class PlaceForm(forms.Form):
    """A public address. Left empty, there is no such place."""

    commune = forms.CharField(label=_("Commune"), max_length=80, required=False)
    name = forms.CharField(
        label=_("Nom du lieu"), max_length=200, required=False, help_text=_("Celui que l’on lit sur la façade.")
    )
    address = forms.CharField(label=_("Adresse"), max_length=300, required=False)
    hours = forms.CharField(
        label=_("Horaires de ce lieu"),
        max_length=500,
        required=False,
        help_text=_("Seulement s’ils diffèrent de ceux du service."),
    )
    # Where the place was put on the map; kept as it came while its commune stays.
    known = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, home: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.home = home

    def clean_commune(self) -> str:
        """The code of the one commune."""
        typed = self.cleaned_data["commune"]
        found = read_communes(typed, self.home) if typed else []
        if len(found) > 1:
            raise ValidationError(_("Une seule commune par lieu."))
        return found[0].code if found else ""

    def clean_hours(self) -> str:
        """In OpenStreetMap's syntax."""
        return read_hours(self.cleaned_data["hours"])

    def clean(self) -> dict[str, Any]:
        """A place is somewhere."""
        told = self.cleaned_data
        if (told.get("name") or told.get("address") or told.get("hours")) and not self.data.get(
            self.add_prefix("commune")
        ):
            self.add_error("commune", _("Indiquez la commune de ce lieu, ou videz ses autres cases."))
        return told

    def details(self) -> PlaceDetails | None:
        """The place; None where nothing was written."""
        told = self.cleaned_data
        if not told.get("commune"):
            return None
        longitude, latitude = _position(told["known"], told["commune"])
        return PlaceDetails(
            commune=told["commune"],
            name=told["name"],
            address=told["address"],
            hours=told["hours"],
            longitude=longitude,
            latitude=latitude,
        )


def read_hours(typed: str) -> str:
    """Hours in OpenStreetMap's syntax. ValidationError says how to write them."""
    if not typed:
        return ""
    try:
        return from_french(typed)
    except ValueError as error:
        raise ValidationError(
            _("Ces horaires ne se lisent pas. Exemple : lundi-vendredi 9h-12h, 14h-17h ; jours fériés fermé")
        ) from error


def _position(known: str, commune: str) -> tuple[float | None, float | None]:
    code, *numbers = known.split(" ")
    if code != commune or len(numbers) != 2:
        return None, None
    try:
        return float(numbers[0]), float(numbers[1])
    except ValueError:
        return None, None


_PlaceForms = forms.formset_factory(PlaceForm, extra=1, max_num=_MOST)


def place_forms(data: Any, *, home: str, places: list[Place]) -> "forms.BaseFormSet[PlaceForm]":
    """The rows of the places there are, and an empty one."""
    initial = [
        {
            "commune": f"{place.commune.name} ({place.commune_id})",
            "name": place.name,
            "address": place.address,
            "hours": hours_words(place.hours) if place.hours else "",
            "known": f"{place.commune_id} {place.longitude} {place.latitude}" if place.longitude is not None else "",
        }
        for place in places
    ]
    return _PlaceForms(data, prefix="places", initial=initial, form_kwargs={"home": home})
