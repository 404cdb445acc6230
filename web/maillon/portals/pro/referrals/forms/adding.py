"""A further service for a referral that is under way: what it is told, then her agreement."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.portals.pro.referrals.forms.agreeing import AgreedFields, today
from maillon.portals.pro.referrals.forms.telling import PartsField
from maillon.referrals.enums import PartKind


class FurtherPartsForm(forms.Form):
    """Of what was written, what this service is told too; and its address where it has no account."""

    parts = PartsField(label=_("Que peut-il savoir, de ce qui est déjà écrit ?"))
    email = forms.EmailField(
        label=_("À quelle adresse envoyer le lien ?"),
        help_text=_("Ce service n’a pas de compte. Les huit chiffres se disent de vive voix."),
        error_messages={
            "required": _("Écrivez l’adresse de messagerie du service."),
            "invalid": _("Vérifiez l’adresse : elle doit ressembler à nom@service.fr."),
        },
    )

    def __init__(self, *args: Any, written: Iterable[PartKind], takes_part: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["parts"]
        assert isinstance(field, PartsField)
        field.choices = [(kind.value, kind.label) for kind in written]
        if takes_part:
            del self.fields["email"]


class FurtherAgreementForm(AgreedFields):
    """Her agreement to exactly that."""

    def __init__(self, data: Mapping[str, Any] | None, *, language: str) -> None:
        super().__init__(data, initial={"language": language, "given_on": today()})
