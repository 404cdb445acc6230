"""What an administrator says about a member."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.accounts.enums import Role
from maillon.directory.models import Organisation


class MemberFilter(forms.Form):
    """Narrows the list by a part of a name."""

    text = forms.CharField(label=_("Nom ou organisation"), required=False, max_length=80)


class OrganisationField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An organisation by its name."""

    def label_from_instance(self, obj: Organisation) -> str:
        """What the list shows."""
        return obj.name


class RoleForm(forms.Form):
    """One of the roles that the administration gives, each with what it permits."""

    role = forms.ChoiceField(label=_("Rôle"), widget=forms.RadioSelect)

    def __init__(self, roles: list[Role], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        # Here, not in the class: a label is translated for whoever is reading.
        field.choices = [(role.value, role.label.capitalize()) for role in roles]
        field.choice_hints = {  # type: ignore[attr-defined]
            Role.LEAD.value: _("Lit, traite, invite ses collègues, remet la clé."),
            Role.ADMINISTRATOR.value: _("Règle l’instance. Ne peut ouvrir aucun signalement."),
        }


class InviteForm(RoleForm):
    """Opens an organisation's door: its leads invite the others."""

    organisation = OrganisationField(label=_("Organisation"), queryset=Organisation.objects.none())
    name = forms.CharField(label=_("Prénom et nom"), max_length=120)
    email = forms.EmailField(
        label=_("Adresse e-mail professionnelle"),
        help_text=_("Elle servira à se connecter. Maillon n’y envoie pas le code d’invitation."),
    )
    field_order = ("organisation", "name", "email", "role")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__([Role.LEAD, Role.ADMINISTRATOR], *args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, OrganisationField)
        field.queryset = Organisation.objects.filter(is_active=True).order_by("name")


class SureForm(forms.Form):
    """A second thought before something that can't be undone. Nothing to fill in; carries the refusal, if any."""
