"""What one service is to be told, by which address, and the words themselves."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.portals.pro.referrals.answers import Agreement, Answers
from maillon.portals.pro.referrals.candidates import Candidate
from maillon.portals.pro.referrals.forms.base import StepForm
from maillon.referrals.enums import PartKind

_LONGEST = 2000

HINTS: Mapping[PartKind, str | Promise] = {
    PartKind.SITUATION: _(
        "Ce qu’il faut savoir pour l’aider, et rien de plus. Ni nom ni numéro : ils ont leur propre place."
    ),
    PartKind.NEEDS: _("Ce qu’elle attend de ce service, avec ses mots à elle si possible."),
    PartKind.IDENTITY: _("Le nom sous lequel elle veut être appelée suffit."),
    PartKind.CONTACT: _("Par quel moyen, à quelles heures, et ce qu’il ne faut surtout pas faire."),
    PartKind.CHILDREN: _("Leur âge, où ils sont, ce qu’il leur faut."),
    PartKind.HEALTH: _("Seulement ce que le service doit savoir pour l’accueillir."),
}


class OfService(StepForm):
    """A screen about one of the chosen services."""

    @property
    def candidate(self) -> Candidate:
        """The service."""
        return self.writing.services[self.stop.about]

    @property
    def agreement(self) -> Agreement:
        """What is agreed for it so far."""
        found = self.so_far.agreement(self.stop.about)
        assert found is not None  # a screen about a service stands on the path only while the service is in line
        return found


class AddressForm(OfService):
    """Where the link of a service without an account goes."""

    email = forms.EmailField(
        label=_("À quelle adresse envoyer le lien ?"),
        help_text=_(
            "Ce service n’a pas de compte. Il reçoit un lien sans aucun contenu, et ne lit rien sans les huit chiffres "
            "que vous lui direz de vive voix."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Écrivez l’adresse de messagerie du service."),
            "invalid": _("Vérifiez l’adresse : elle doit ressembler à nom@service.fr."),
        },
    )

    def shown(self) -> dict[str, Any]:
        return {"email": self.agreement.email or self.candidate.email}

    def answers(self) -> Answers:
        return self.so_far.with_agreement(replace(self.agreement, email=self.cleaned_data["email"]))


class PartsField(forms.MultipleChoiceField):
    """The parts to tick. Cleans to a tuple in their order."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=PartKind.choices,
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "required": _("Cochez au moins une case, ou retirez ce service."),
                "invalid_choice": _("Une case cochée n’est plus proposée. Vérifiez la liste."),
            },
            **kwargs,
        )
        self.choice_hints = {kind.value: text for kind, text in HINTS.items()}

    def clean(self, value: Any) -> tuple[str, ...]:
        """The parts. Raises ValidationError when nothing would say what is asked for."""
        ticked = set(super().clean(value))
        if not ticked & {PartKind.SITUATION, PartKind.NEEDS}:
            raise ValidationError(
                _("Cochez au moins la situation ou les besoins : sans eux, personne ne peut répondre.")
            )
        return tuple(kind.value for kind in PartKind if kind in ticked)


class PartsForm(OfService):
    """Which parts this service is to be told."""

    parts = PartsField(
        help_text=_("Chaque case compte : ce qui n’est pas coché ici ne lui parvient pas, même si un autre le reçoit.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = _("Que peut savoir %(service)s ?") % {"service": self.candidate.service.name}
        self.fields["parts"].label = asked

    def shown(self) -> dict[str, Any]:
        return {"parts": list(self.agreement.parts)}

    def answers(self) -> Answers:
        return self.so_far.with_agreement(self.agreement.telling(self.cleaned_data["parts"]))


class WordsForm(StepForm):
    """One part in words."""

    text = forms.CharField(
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 7, "autocomplete": "off", "spellcheck": "true"}),
        error_messages={
            "required": _("Écrivez cette partie, ou revenez en arrière et décochez-la pour chaque service."),
            "max_length": _("C’est trop long : gardez 2000 caractères au plus."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = PartKind(self.stop.about)
        self.fields["text"].label, self.fields["text"].help_text = str(kind.label), str(HINTS[kind])

    def shown(self) -> dict[str, Any]:
        return {"text": self.so_far.texts.get(self.stop.about, "")}

    def told(self) -> list[Candidate]:
        """The services that would read it."""
        keys = [one.service for one in self.so_far.line if self.stop.about in one.parts]
        return [self.writing.services[key] for key in keys if key in self.writing.services]

    def answers(self) -> Answers:
        return self.so_far.changed(texts={**self.so_far.texts, self.stop.about: self.cleaned_data["text"]})
