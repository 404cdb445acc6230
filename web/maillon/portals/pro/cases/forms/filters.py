"""Which cases are listed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.cases.enums import EntryKind

_MINE, _CLOSED = ("mine", _("Les miens, en cours")), ("closed", _("Clos ou transférés"))
_OF_LEADS = [("all", _("Toute l’équipe, en cours")), ("orphans", _("Sans personne pour les suivre"))]


class FilterForm(forms.Form):
    """Sent by GET. Only a code stands in the address."""

    show = forms.ChoiceField(label=_("Montrer"), required=False)

    def __init__(self, *args: Any, leads: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["show"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [_MINE, *(_OF_LEADS if leads else []), _CLOSED]

    def wanted(self) -> str:
        """The code asked for; what is not understood is one's own."""
        return str(self.cleaned_data.get("show") or "mine") if self.is_valid() else "mine"


class KindForm(forms.Form):
    """Which kinds of entries a timeline shows. Sent by GET."""

    kind = forms.ChoiceField(
        label=_("Montrer"),
        choices=[("", _("Tout")), *EntryKind.choices],
        required=False,
    )

    def kinds(self) -> set[EntryKind] | None:
        """The kinds asked for; None for all."""
        code = self.cleaned_data.get("kind") if self.is_valid() else ""
        return {EntryKind(code)} if code else None
