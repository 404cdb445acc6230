"""The filters of the list."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.reports.enums import State
from maillon.reports.selectors import InboxFilter

_SHOWN = [
    ("open", _("En cours")),
    ("late", _("En retard")),
    ("mine", _("Attribués à moi")),
    ("minors", _("Mineurs ou âge douteux")),
    ("to_verify", _("Fin à vérifier")),
    ("all", _("Tous")),
]


class FilterForm(forms.Form):
    """Sent by GET. Only codes stand in the address, and a number or a commune: nothing sealed."""

    show = forms.ChoiceField(label=_("Montrer"), choices=_SHOWN, required=False)
    state = forms.ChoiceField(label=_("État"), choices=[("", _("Tous les états")), *State.choices], required=False)
    text = forms.CharField(label=_("Numéro ou commune"), required=False, max_length=80)

    def wanted(self) -> InboxFilter:
        """The filter asked for; what is not understood filters nothing."""
        given: dict[str, Any] = self.cleaned_data if self.is_valid() else {}
        show, state = given.get("show") or "open", given.get("state")
        return InboxFilter(
            state=State(state) if state else None,
            # Whoever asks for a state or for one report wants to see it, closed or not.
            open_only=show == "open" and not state and not given.get("text"),
            late=show == "late",
            mine=show == "mine",
            minors=show == "minors",
            to_verify=show == "to_verify",
            text=given.get("text") or "",
        )
