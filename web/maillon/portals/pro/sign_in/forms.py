"""What is typed to come in. Pasting is welcome everywhere: password managers paste."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.accounts.forms import NewPassphraseForm, PassphraseField
from maillon.accounts.models import Membership
from maillon.vault.refusals import WrongPassphrase


class SignInForm(forms.Form):
    """The first step."""

    username = forms.EmailField(
        label=_("Adresse e-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"})
    )
    passphrase = PassphraseField(label=_("Phrase de passe"), autocomplete="current-password")
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def refuse(self) -> None:
        """Says that the two do not fit, in the words that an unknown address gets as well."""
        self.add_error(None, WrongPassphrase.message)


class RecoveryCodeForm(forms.Form):
    """One code of the printed list."""

    code = forms.CharField(
        label=_("Code de secours"),
        help_text=_("Un code de votre liste imprimée, par exemple 7K3F-9Q2M-41TD-W8ZR. Chaque code sert une fois."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class InvitationCodeForm(forms.Form):
    """The code that somebody told by voice or on paper."""

    code = forms.CharField(
        label=_("Code d’invitation"),
        help_text=_("Les 20 caractères que la personne qui vous invite vous a donnés. Les tirets sont facultatifs."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class JoinForm(NewPassphraseForm):
    """The second step of joining: the invitation's code comes along."""

    code = forms.CharField(widget=forms.HiddenInput)


class MembershipForm(forms.Form):
    """In whose name to act."""

    membership = forms.ChoiceField(label=_("Pour quelle organisation agissez-vous ?"), widget=forms.RadioSelect)

    def __init__(self, memberships: list[Membership], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["membership"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(item.pk), f"{item.organisation.name} – {item.role_enum.label}") for item in memberships]
        field.initial = str(memberships[0].pk) if len(memberships) == 1 else None
