"""Two words of the code, typed to see that they were kept."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maillon.speaking.code import Code
from maillon.speaking.words import number_of

_HALF = 4


class TwoWordsForm(forms.Form):
    """One word of each half; which ones depends on the code, and stays the same for it."""

    first = forms.CharField(required=True, max_length=40)
    second = forms.CharField(required=True, max_length=40)

    def __init__(self, data: Mapping[str, Any] | None = None, *, code: Code) -> None:
        super().__init__(data, auto_id="id_%s")
        self._code = code
        self._places = {"first": code.secret[0] % _HALF, "second": _HALF + code.secret[1] % _HALF}
        for name, place in self._places.items():
            field = self.fields[name]
            field.label = _("Mot numéro %(number)d") % {"number": place + 1}
            field.widget = forms.TextInput(
                attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}
            )
            field.error_messages["required"] = _("Écrivez ce mot, tel que vous l’avez gardé.")

    def clean_first(self) -> str:
        return self._the_word("first")

    def clean_second(self) -> str:
        return self._the_word("second")

    def _the_word(self, name: str) -> str:
        typed: str = self.cleaned_data[name].strip()
        number, wanted = number_of(typed), self._code.words[self._places[name]]
        if number is None or number != number_of(wanted):
            raise ValidationError(_("Ce n’est pas ce mot. Regardez la liste plus haut, et ce que vous avez noté."))
        return typed
