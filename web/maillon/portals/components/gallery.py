"""Invented material for the gallery: every component in each of its states."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from maillon.portals.components.icons import ICONS
from maillon.portals.components.map.drawing import Spot
from maillon.reports.enums import State
from maillon.territories.models import Departement


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Nom du lieu"), help_text=_("Celui que l’on lit sur la façade."))
    seen_on = forms.DateField(label=_("Date"), required=False)
    account = forms.CharField(label=_("Ce que vous avez vu"), widget=forms.Textarea(attrs={"rows": 4}))
    age = forms.ChoiceField(
        label=_("Quel âge semble avoir la personne ?"),
        choices=[("minor", _("Moins de 18 ans")), ("doubtful", _("Je ne sais pas")), ("adult", _("Majeure"))],
        widget=forms.RadioSelect,
    )
    signs = forms.MultipleChoiceField(
        label=_("Qu’avez-vous remarqué ?"),
        choices=[("watched", _("Quelqu’un la surveille")), ("phones", _("Plusieurs téléphones"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    place = forms.ChoiceField(
        label=_("Type de lieu"), choices=[("", _("Choisir")), ("hotel", _("Hôtel")), ("street", _("Rue"))]
    )
    agreed = forms.BooleanField(label=_("La personne est d’accord"), help_text=_("Elle l’a dit elle-même."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hints = {"doubtful": _("Le doute compte comme une minorité : elle sera protégée comme telle.")}
        self.fields["age"].choice_hints = hints  # type: ignore[attr-defined]


def material(now: datetime) -> dict[str, Any]:
    """The gallery's context at `now`."""
    hour, day = timedelta(hours=1), timedelta(days=1)
    return {
        "blank": SampleForm(prefix="blank"),
        "form": SampleForm({"wrong-name": "", "wrong-seen_on": "hier", "wrong-account": "Une voiture"}, prefix="wrong"),
        "states": list(State),
        "icons": sorted(ICONS),
        "page_of_many": Paginator(range(200), 10).page(7),
        "now": now,
        "dues": [now + 3 * day, now + 5 * hour, now + timedelta(minutes=20), now - 3 * hour, now - 4 * day],
        "entries": [
            {"at": now - 2 * day, "title": _("Signalement envoyé"), "icon": "send"},
            {"at": now - day, "title": _("Ouvert"), "who": _("Brigade inventée"), "icon": "eye"},
            {"at": now - hour, "title": _("Pris en charge"), "text": _("Un appel est prévu."), "icon": "hand"},
        ],
        "facts": [(_("Commune"), "Flers (61)"), (_("Quand"), _("En ce moment")), (_("Numéro"), "7K3F-9Q2M-4")],
        "rows": [
            ("7K3F-9Q2M-4", "Flers", State.SENT, now + 5 * hour),
            ("2M8T-0HXQ-B", "Vimoutiers", State.CLOSED, None),
        ],
        "orne": Departement(code="61", name="Orne"),
        "spots": [
            Spot(label=str(_("Accueil inventé")), detail="Alençon", href="#cartes", longitude=0.0913, latitude=48.4329),
            Spot(label=str(_("Halte inventée")), detail="Flers", href="#cartes", longitude=-0.5719, latitude=48.7476),
            Spot(label=str(_("Foyer inventé")), detail=str(_("adresse confidentielle")), href="#cartes"),
        ],
        "figures": [
            Spot(label="Alençon", detail="61000", longitude=0.0913, latitude=48.4329, count=48),
            Spot(label="Argentan", detail="61200", longitude=-0.0202, latitude=48.7446, count=12),
        ],
    }
