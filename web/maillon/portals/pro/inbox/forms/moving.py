"""Transferring, giving back and closing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from maillon.directory.models import Organisation
from maillon.guidance import rulebook
from maillon.guidance.enums import Ground
from maillon.reports import rules
from maillon.reports.enums import Outcome, ReturnReason


class TargetForm(forms.Form):
    """Whom to transfer to."""

    organisation = forms.ChoiceField(
        label=_("À quelle organisation ?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choisissez une organisation."),
            "invalid_choice": _("Cette organisation ne peut pas recevoir ce signalement. Choisissez-en une autre."),
        },
    )

    def __init__(self, *args: Any, targets: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)
        self.targets = list(targets)
        field.choices = [(str(target.pk), target.name) for target in self.targets]
        field.choice_hints = {str(target.pk): target.get_kind_display() for target in self.targets}  # type: ignore[attr-defined]


class GroundForm(forms.Form):
    """On which ground, among those that the law leaves for this transfer."""

    ground = forms.ChoiceField(
        label=_("Sur quel fondement ?"),
        help_text=_("Seuls les fondements que la loi permet entre ces deux organisations sont proposés."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez le fondement légal du transfert.")},
    )
    confirmed = forms.BooleanField(
        label=_("Je confirme que les conditions de ce fondement sont réunies"),
        error_messages={"required": _("Cochez la case pour confirmer que les conditions sont réunies.")},
    )

    def __init__(self, *args: Any, grounds: Iterable[Ground], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        terms = rulebook.load().grounds
        offered = [terms[ground] for ground in sorted(grounds)]
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(item.ground.value, translated(item.name)) for item in offered]
        field.choice_hints = {item.ground.value: translated(item.terms) for item in offered}  # type: ignore[attr-defined]


class ReturnForm(forms.Form):
    """Why the transfer is given back."""

    reason = forms.ChoiceField(
        label=_("Pourquoi le rendez-vous ?"),
        help_text=_("L’organisation qui vous l’a transféré en sera prévenue. Vous ne pourrez plus l’ouvrir."),
        choices=ReturnReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une raison.")},
    )


class CloseForm(forms.Form):
    """How it ended, from the closed list of this age class."""

    outcome = forms.ChoiceField(
        label=_("Comment cela s’est-il terminé ?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une issue.")},
    )
    verify_on = forms.DateField(
        label=_("À vérifier le"),
        help_text=_("Seulement si l’exploitation a pris fin : le jour où vous vérifierez qu’elle n’a pas repris."),
        required=False,
        error_messages={"invalid": _("Écrivez la date comme ceci : 31/12/2026.")},
    )

    def __init__(self, *args: Any, minor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["outcome"]
        assert isinstance(field, forms.ChoiceField)
        possible = rules.outcomes(minor=minor)
        field.choices = [(outcome.value, outcome.label) for outcome in Outcome if outcome in possible]

    def clean(self) -> dict[str, Any]:
        """A date goes with an end of the exploitation, and with nothing else."""
        given = super().clean() or {}
        ended = given.get("outcome") == Outcome.ENDED
        if ended and "verify_on" in given and given["verify_on"] is None:
            self.add_error("verify_on", _("Indiquez le jour où vous vérifierez que l’exploitation n’a pas repris."))
        if given.get("outcome") and not ended:
            given["verify_on"] = None
        return given
