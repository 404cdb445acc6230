"""What a member may change about her account."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from maillon.accounts.forms import NewPassphraseForm, OneTimeCodeForm, PassphraseField


class LanguageForm(forms.Form):
    """The language of pages and notices."""

    language = forms.ChoiceField(label=_("Langue"), choices=settings.LANGUAGES)


class ConfirmForm(forms.Form):
    """Asks who is there before something that would help a thief of an open session."""

    passphrase = PassphraseField(label=_("Votre phrase de passe actuelle"), autocomplete="current-password")


class ChangePassphraseForm(ConfirmForm, NewPassphraseForm):
    """The present passphrase, and the new one twice."""

    field_order = ("passphrase", "new_passphrase", "repeated")


class ApplicationForm(ConfirmForm, OneTimeCodeForm):
    """The present passphrase, and the first code of the new app."""

    field_order = ("passphrase", "code")
