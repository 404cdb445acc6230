"""The questions of a path: with which préfecture, how it was explained, how she agreed, when it began or ended."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.cases.enums import How as AgreedHow
from maillon.directory.models import Organisation
from maillon.exits.enums import EndReason, How, Reading
from maillon.portals.pro.exits.forms import fields


class StartForm(forms.Form):
    """With which préfecture."""

    prefecture = fields.choice(_("Quelle préfecture décide ?"), ())

    def __init__(self, *args: Any, prefectures: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["prefecture"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.pk), one.name) for one in prefectures]

    @property
    def prefecture_id(self) -> UUID:
        """The one that was chosen."""
        return UUID(self.cleaned_data["prefecture"])


class ExplainForm(forms.Form):
    """How, when and in which language it was explained."""

    how = fields.choice(_("Comment l’avez-vous expliqué ?"), How.choices)
    language = fields.language()
    explained_on = fields.day(_("Quel jour ?"), usually_today=True)


class AgreeForm(forms.Form):
    """How, when and in which language she agreed."""

    how = fields.choice(_("Comment a-t-elle donné son accord ?"), AgreedHow.choices)
    language = fields.language()
    agreed_on = fields.day(_("Quel jour ?"), usually_today=True)


class BeginForm(forms.Form):
    """When she was told."""

    told_on = fields.day(
        _("Quel jour l’a-t-elle su ?"), _("De vive voix, par le moyen sûr qu’elle a choisi."), usually_today=True
    )


class EndForm(forms.Form):
    """Why and when it ended."""

    reason = fields.choice(_("Comment se termine-t-il ?"), ())
    ended_on = fields.day(_("Quel jour ?"))

    def __init__(self, *args: Any, reasons: Iterable[EndReason], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reason"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(reason.value, reason.label) for reason in reasons]


class OpenForm(forms.Form):
    """Why it is opened; stands in the journal beside each opening (LIL art. 101)."""

    reason = fields.choice(
        _("Pourquoi ouvrez-vous ce dossier ?"),
        Reading.choices,
        _("Votre nom, l’heure et cette raison sont inscrits au journal, que personne ne peut modifier."),
    )

    def __init__(self, *args: Any, prefecture: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = {Reading.INSTRUCTING, Reading.DECIDING} if prefecture else {Reading.PREPARING}
        field = self.fields["reason"]
        assert isinstance(field, forms.ChoiceField)
        shared = {Reading.PRINTING, Reading.JUDICIAL}
        field.choices = [(reason.value, reason.label) for reason in Reading if reason in mine | shared]
