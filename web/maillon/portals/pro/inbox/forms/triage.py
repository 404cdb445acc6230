"""Choosing several reports « à trier » at once."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

RELEASE, SET_ASIDE = "release", "set_aside"


class WaveForm(forms.Form):
    """What was ticked, and which button was pressed. `choices` are the keys that stand « à trier »."""

    chosen = forms.MultipleChoiceField(
        label=_("Signalements choisis"),
        error_messages={
            "required": _("Cochez au moins un signalement."),
            "invalid_choice": _("Un signalement choisi n’est plus à trier. Vérifiez la liste."),
        },
    )
    act_name = forms.ChoiceField(choices=[(RELEASE, ""), (SET_ASIDE, "")])

    def __init__(self, data: Any = None, *, choices: Iterable[str]) -> None:
        super().__init__(data)
        field = self.fields["chosen"]
        assert isinstance(field, forms.ChoiceField)
        self._waiting = list(choices)
        field.choices = [(key, key) for key in self._waiting]

    @property
    def act(self) -> str:
        return str(self.cleaned_data["act_name"])

    @property
    def ids(self) -> list[UUID]:
        return [UUID(key) for key in self.cleaned_data["chosen"]]
