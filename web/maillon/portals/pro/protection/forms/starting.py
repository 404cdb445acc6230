"""Starting an assessment."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.base.ids import new_id
from maillon.portals.pro.protection.forms.fields import choice, day, words
from maillon.protection.content import NewAssessment
from maillon.protection.enums import Age
from maillon.reports.models import Transmission


class StartForm(forms.Form):
    """An information préoccupante that came by another way than a report of Maillon."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    received_on = day(_("Quand l’information a-t-elle été reçue ?"), _("Le délai de la loi court à partir de ce jour."))
    age = choice(_("Quel âge a l’enfant ?"), Age.choices, _("En cas de doute, la protection des mineurs s’applique."))
    child = words(
        _("De qui s’agit-il ?"),
        _(
            "Ce qu’il faut pour retrouver l’enfant : nom, âge, lieu de vie. Scellé pour votre organisation. Personne "
            "d’autre n’y est nommé : pas d’auteur présumé."
        ),
        required=True,
    )
    copied_on = day(
        _("Le procureur a-t-il déjà été saisi directement ? Quand ?"),
        _("Si vous avez reçu la copie d’un signalement direct. Sinon, laissez vide."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = new_id

    def new(self, transmission_id: UUID | None = None) -> NewAssessment:
        """What was asked for."""
        cleaned = self.cleaned_data
        return NewAssessment(
            key=cleaned["key"],
            age=Age(cleaned["age"]),
            child=cleaned["child"],
            transmission_id=transmission_id,
            received_on=cleaned.get("received_on"),
            copied_on=cleaned["copied_on"],
        )


class FromReportForm(StartForm):
    """The same for a report that was received: its day of reception and commune are known."""

    def __init__(self, *args: Any, transmission: Transmission, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["received_on"]
        age = transmission.report.facts.get("age", "")
        self.fields["age"].initial = age if age in Age.values else Age.DOUBTFUL
