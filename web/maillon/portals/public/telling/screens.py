"""The form, the template and the name of each screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.portals.public.telling.forms.base import NoticeForm, ScreenForm
from maillon.portals.public.telling.forms.contact import ContactForm
from maillon.portals.public.telling.forms.places import CommuneForm, DepartementForm
from maillon.portals.public.telling.forms.tapped import AgeForm, DangerForm, WhenForm
from maillon.portals.public.telling.forms.ticked import SignsForm, WishesForm
from maillon.portals.public.telling.forms.written import WhoForm, WordsForm
from maillon.portals.public.telling.path import Screen


class UrgentForm(NoticeForm):
    screen = Screen.URGENT


class MinorForm(NoticeForm):
    screen = Screen.MINOR


@dataclass(frozen=True)
class Shown:
    """How a screen is drawn."""

    form: type[ScreenForm]
    template: str
    label: Promise

    @property
    def is_tapped(self) -> bool:
        """Whether it holds nothing that could be lost: one tap answers it, or it asks nothing."""
        return self.template not in {_FIELDS, _COMMUNE}


_FIELDS, _TAPPED = "public/telling/fields.html", "public/telling/tapped.html"
_COMMUNE = "public/telling/commune.html"

SCREENS: Mapping[Screen, Shown] = {
    Screen.DANGER: Shown(DangerForm, _TAPPED, _("Danger")),
    Screen.URGENT: Shown(UrgentForm, "public/telling/urgent.html", _("Appeler")),
    Screen.WORDS: Shown(WordsForm, _FIELDS, _("Vos mots")),
    Screen.AGE: Shown(AgeForm, _TAPPED, _("Âge")),
    Screen.MINOR: Shown(MinorForm, "public/telling/minor.html", _("Moins de 18 ans")),
    Screen.COMMUNE: Shown(CommuneForm, _COMMUNE, _("Commune")),
    Screen.DEPARTEMENT: Shown(DepartementForm, _FIELDS, _("Département")),
    Screen.WHEN: Shown(WhenForm, _TAPPED, _("Moment")),
    Screen.WISHES: Shown(WishesForm, _FIELDS, _("Ce que vous aimeriez")),
    Screen.SIGNS: Shown(SignsForm, _FIELDS, _("Des phrases")),
    Screen.WHO: Shown(WhoForm, _FIELDS, _("Qui fait cela")),
    Screen.CONTACT: Shown(ContactForm, _FIELDS, _("Contact")),
}
