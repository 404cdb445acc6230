"""Who offers a new service."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.accounts.models import Membership
from maillon.accounts.rights import asker
from maillon.directory.models import Provider
from maillon.directory.selectors import provider_choices
from maillon.directory.services import ProviderDetails


class ProviderForm(forms.Form):
    """One that is in the directory, or the name of a new one; a lead's own organisation goes without saying."""

    provider = forms.ModelChoiceField(
        label=_("Organisme"), queryset=Provider.objects.none(), required=False, empty_label=_("Un autre, ci-dessous")
    )
    new_provider = forms.CharField(label=_("Nom d’un nouvel organisme"), max_length=200, required=False)

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asking = asker(membership)
        self.organisation = None if asking.keeps else membership.organisation
        choice = self.fields["provider"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = provider_choices(None if asking.keeps else asking.organisation_id)
        if self.organisation is not None:
            del self.fields["new_provider"]
            choice.empty_label = None
            if choice.queryset.count() < 2:
                del self.fields["provider"]

    def clean(self) -> dict[str, Any]:
        """One or the other."""
        told = self.cleaned_data
        if "new_provider" in self.fields and bool(told.get("provider")) == bool(told.get("new_provider")):
            self.add_error("provider", _("Choisissez un organisme, ou écrivez le nom d’un nouveau : l’un des deux."))
        return told

    def chosen(self) -> Provider | ProviderDetails:
        """The provider that there is, or what a new one is to be."""
        told = self.cleaned_data
        if told.get("provider"):
            return told["provider"]  # type: ignore[no-any-return]
        if self.organisation is not None:
            own = provider_choices(self.organisation.pk).first()
            return own or ProviderDetails(name=self.organisation.name, organisation_id=self.organisation.pk)
        return ProviderDetails(name=told["new_provider"])
