"""Seats, and who is named to them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.accounts.models import Membership
from maillon.accounts.selectors import current_memberships, member_with_email
from maillon.commission.enums import Rank
from maillon.commission.facts import qualities

_DAY = _("Écrivez la date comme ceci : 31/12/2026.")


class SeatForm(forms.Form):
    """A quality of the law."""

    quality = forms.ChoiceField(
        label=_("En quelle qualité ?"),
        help_text=_("La liste vient des textes. Celle des membres est à relire : voyez le guide."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["quality"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(quality.code, quality.label) for quality in qualities().values()]


class NameForm(forms.Form):
    """Somebody who has an account, by the address that she gave; where she acts for several, for which."""

    email = forms.EmailField(
        label=_("Adresse professionnelle du membre"),
        help_text=_("Celle de son compte dans Maillon."),
        error_messages={"required": _("Écrivez son adresse."), "invalid": _("Cette adresse n’est pas complète.")},
    )
    organisation = forms.ChoiceField(label=_("Au nom de quelle organisation ?"), required=False)
    held_as = forms.ChoiceField(
        label=_("À quel titre ?"), choices=Rank.choices, widget=forms.RadioSelect, initial=Rank.TITULAR
    )
    starts_on = forms.DateField(
        label=_("Depuis quel jour ?"), error_messages={"required": _("Indiquez le jour."), "invalid": _DAY}
    )
    ends_on = forms.DateField(
        label=_("Jusqu’à quel jour ?"),
        help_text=_("Ce jour compris. Laissez vide si la fin n’est pas connue."),
        required=False,
        error_messages={"invalid": _DAY},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._found = self._memberships()
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.organisation_id), one.organisation.name) for one in self._found]
        if len(self._found) < 2:
            del self.fields["organisation"]

    def _memberships(self) -> list[Membership]:
        email = self.data.get("email", "") if self.is_bound else ""
        member = member_with_email(email) if email else None
        return [one for one in current_memberships(member) if one.role_enum.reports] if member else []

    def clean(self) -> dict[str, Any]:
        """Finds the membership, or says that there is none."""
        cleaned: dict[str, Any] = super().clean() or {}
        chosen = cleaned.get("organisation")
        found = [one for one in self._found if not chosen or str(one.organisation_id) == chosen]
        if cleaned.get("email") and not found:
            self.add_error("email", _("Personne n’a de compte à cette adresse."))
        elif len(found) > 1:
            self.add_error("organisation", _("Choisissez l’organisation au nom de laquelle elle siège."))
        elif found:
            cleaned["membership"] = found[0]
        return cleaned


class EndForm(forms.Form):
    """The last day."""

    ends_on = forms.DateField(
        label=_("Dernier jour du mandat"),
        help_text=_("Ce jour compris."),
        error_messages={"required": _("Indiquez le jour."), "invalid": _DAY},
    )
