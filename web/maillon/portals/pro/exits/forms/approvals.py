"""The questions about an association's approval."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.directory.models import Organisation
from maillon.portals.pro.exits.forms import fields
from maillon.territories.models import Departement


class AskForm(forms.Form):
    """To whom, for where, since when."""

    prefecture = fields.choice(_("La préfecture du siège de l’association"), ())
    departements = forms.MultipleChoiceField(
        label=_("Pour quels départements ?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Cochez au moins un département.")},
    )
    asked_on = fields.day(_("Demande reçue par la préfecture le"), _("Le délai court de ce jour."))

    def __init__(
        self, *args: Any, prefectures: Iterable[Organisation], departements: Iterable[Departement], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        prefecture, where = self.fields["prefecture"], self.fields["departements"]
        assert isinstance(prefecture, forms.ChoiceField)
        assert isinstance(where, forms.MultipleChoiceField)
        prefecture.choices = [(str(one.pk), one.name) for one in prefectures]
        where.choices = [(one.pk, f"{one.pk} {one.name}") for one in departements]

    @property
    def prefecture_id(self) -> UUID:
        """The one that was chosen."""
        return UUID(self.cleaned_data["prefecture"])


class DayForm(forms.Form):
    """One day."""

    day = fields.day(_("Quel jour ?"))


class GrantForm(forms.Form):
    """Granted, and from when."""

    day = fields.day(_("Décision du"))
    from_on = fields.day(_("À partir du"), _("Sans autre date : le jour de la décision."), required=False)
