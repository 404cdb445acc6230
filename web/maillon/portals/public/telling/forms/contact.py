"""Whether and how she may be contacted: never, unless she says so."""

from dataclasses import asdict, replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.portals.public.telling.forms.base import ScreenForm, area
from maillon.portals.public.telling.path import Screen
from maillon.speaking.content import ContactWish, Telling
from maillon.speaking.enums import ContactChannel

_NO_MEMORY = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}


def _line(label: Any, hint: Any, limit: int) -> forms.CharField:
    widget = forms.TextInput(attrs=_NO_MEMORY)
    return forms.CharField(label=label, help_text=hint, required=False, max_length=limit, widget=widget)


class ContactForm(ScreenForm):
    """Never by default. Everything else is asked only to keep her safe while somebody tries."""

    screen = Screen.CONTACT
    may_contact = forms.ChoiceField(
        label=_("Peut-on vous contacter ?"),
        help_text=_("Sans contact, vous lirez les réponses ici, avec votre code. Cela suffit."),
        required=False,
        choices=[("no", _("Non, jamais")), ("yes", _("Oui, de cette façon seulement"))],
        widget=forms.RadioSelect,
    )
    channel = forms.ChoiceField(
        label=_("Comment ?"), required=False, choices=ContactChannel.choices, widget=forms.RadioSelect
    )
    value = _line(_("Numéro ou adresse"), _("Seulement si personne d’autre ne peut y lire ou y répondre."), 120)
    hours = _line(_("Quand est-ce sans risque ?"), _("Par exemple : en semaine, de 10 h à midi."), 120)
    code_word = _line(
        _("Un mot convenu"),
        _("La personne qui appelle le dira en premier. Sans ce mot, ne répondez pas."),
        40,
    )
    neutral = forms.CharField(
        label=_("Si quelqu’un d’autre répond, que dire ?"),
        help_text=_("Par exemple : « C’est le secrétariat du dentiste. » Sinon, on raccroche sans rien dire."),
        required=False,
        max_length=200,
        widget=area(2),
    )

    def shown(self) -> dict[str, Any]:
        contact = self.telling.contact
        return {**asdict(contact), "may_contact": "yes" if contact.may_contact else "no"}

    def clean(self) -> dict[str, Any]:
        """A yes needs a way, and somewhere to reach her."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("may_contact") == "yes":
            if not cleaned.get("channel"):
                self.add_error("channel", _("Choisissez une façon, ou répondez « Non, jamais » plus haut."))
            if not cleaned.get("value") and "value" not in self.errors:
                self.add_error("value", _("Écrivez un numéro ou une adresse, ou répondez « Non, jamais » plus haut."))
        return cleaned

    def told(self) -> Telling:
        return replace(self.telling.answering(self.screen), contact=self._wish())

    def _wish(self) -> ContactWish:
        if self.cleaned_data["may_contact"] != "yes":
            return ContactWish()
        names = ("channel", "value", "hours", "code_word", "neutral")
        return ContactWish(may_contact=True, **{name: self.cleaned_data[name] for name in names})
