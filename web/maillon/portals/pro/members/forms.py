"""What a lead says about a member."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.accounts.enums import Role


class RoleForm(forms.Form):
    """One of some roles, each with what it permits."""

    role = forms.ChoiceField(label=_("Rôle"), widget=forms.RadioSelect)

    def __init__(self, roles: list[Role], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        # Here, not in the class: a label is translated for whoever is reading.
        field.choices = [(role.value, role.label.capitalize()) for role in roles]
        hints = {
            Role.REPORTER.value: _("Écrit et suit ses propres signalements, sans lire ceux des autres."),
            Role.RECIPIENT.value: _("Lit ce qui est envoyé à l’organisation, y répond et le traite."),
            Role.LEAD.value: _("Fait tout cela, invite, change les rôles, remet la clé et met fin aux accès."),
        }
        field.choice_hints = hints  # type: ignore[attr-defined]


class InviteForm(RoleForm):
    """Whom to invite, as what."""

    name = forms.CharField(label=_("Prénom et nom"), max_length=120)
    email = forms.EmailField(
        label=_("Adresse e-mail professionnelle"),
        help_text=_("Elle servira à se connecter. Maillon n’y envoie pas le code d’invitation."),
    )
    field_order = ("name", "email", "role")


class CompareForm(forms.Form):
    """The lead's word that the numbers were compared."""

    compared = forms.BooleanField(
        label=_("Nous avons lu ce numéro ensemble, de vive voix, et c’est le même des deux côtés."),
        error_messages={"required": _("Comparez d’abord le numéro de sécurité de vive voix.")},
    )


class SureForm(forms.Form):
    """A second thought before something that can't be undone. Nothing to fill in; carries the refusal, if any."""
