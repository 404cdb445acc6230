"""Which form, template and name make up each screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.portals.pro.referrals.forms.agreeing import AgreementForm, KeepForm
from maillon.portals.pro.referrals.forms.base import StepForm
from maillon.portals.pro.referrals.forms.choosing import QUESTIONS
from maillon.portals.pro.referrals.forms.commune import CommuneForm
from maillon.portals.pro.referrals.forms.line import LineForm
from maillon.portals.pro.referrals.forms.telling import AddressForm, PartsForm, WordsForm
from maillon.portals.pro.referrals.forms.ticking import LanguageForm, LimitsForm, NeedsForm
from maillon.portals.pro.referrals.path import StepName


@dataclass(frozen=True)
class Screen:
    """A question as a page; `label` names it on the way and in the summary."""

    form: type[StepForm]
    template: str
    label: str | Promise


_CHOICE, _TICK = "pro/referrals/choose.html", "pro/referrals/tick.html"

SCREENS: Mapping[StepName, Screen] = {
    StepName.NEEDS: Screen(NeedsForm, _TICK, _("Besoins")),
    StepName.AGE: Screen(QUESTIONS[StepName.AGE], _CHOICE, _("Âge")),
    StepName.COMMUNE: Screen(CommuneForm, "pro/referrals/commune.html", _("Commune")),
    StepName.LIMITS: Screen(LimitsForm, _TICK, _("À prendre en compte")),
    StepName.LANGUAGE: Screen(LanguageForm, _TICK, _("Langues")),
    StepName.URGENT: Screen(QUESTIONS[StepName.URGENT], _CHOICE, _("Délai")),
    StepName.SERVICES: Screen(LineForm, "pro/referrals/services.html", _("Services, dans l’ordre")),
    StepName.PARENTS: Screen(QUESTIONS[StepName.PARENTS], _CHOICE, _("Parents")),
    StepName.ADDRESS: Screen(AddressForm, "pro/referrals/address.html", _("Adresse du service")),
    StepName.PARTS: Screen(PartsForm, "pro/referrals/parts.html", _("Ce qu’il reçoit")),
    StepName.AGREEMENT: Screen(AgreementForm, "pro/referrals/agreement.html", _("Accord")),
    StepName.WORDS: Screen(WordsForm, "pro/referrals/words.html", _("Vos mots")),
    StepName.CODE: Screen(QUESTIONS[StepName.CODE], _CHOICE, _("Suivi par la personne")),
    StepName.KEEP: Screen(KeepForm, "pro/referrals/keep.html", _("Son code")),
}
