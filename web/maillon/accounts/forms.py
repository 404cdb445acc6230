"""What several rooms ask for. Pasting is welcome everywhere: password managers paste."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.accounts.rules import PASSPHRASE_LONGEST


class PassphraseField(forms.CharField):
    """A passphrase, kept to the last space."""

    def __init__(self, *, autocomplete: str, **kwargs: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
        super().__init__(strip=False, max_length=PASSPHRASE_LONGEST, widget=widget, **kwargs)


class OneTimeCodeForm(forms.Form):
    """The six digits of the authenticator app."""

    code = forms.CharField(
        label=_("Code à 6 chiffres"),
        help_text=_("Ouvrez l’application d’authentification de votre téléphone et recopiez le code de Maillon."),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class NewPassphraseForm(forms.Form):
    """A new passphrase, typed twice. Whether it is strong enough is the accounts' affair."""

    new_passphrase = PassphraseField(
        label=_("Phrase de passe"),
        help_text=_(
            "Au moins 12 caractères : quatre mots sans lien entre eux, faciles à retenir pour vous seul. "
            "Personne ne peut la retrouver à votre place."
        ),
        autocomplete="new-password",
    )
    repeated = PassphraseField(label=_("La même, une seconde fois"), autocomplete="new-password")

    def clean(self) -> dict[str, Any]:
        """Raises an error at the second field when the two differ."""
        both = super().clean() or self.cleaned_data
        if "repeated" in both and both.get("new_passphrase") != both["repeated"]:
            self.add_error("repeated", _("Les deux phrases de passe ne sont pas les mêmes."))
        return both
