"""The screens with several boxes to tick: context, what has been done. Nothing ticked is an answer too."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.guidance.enums import Answer
from maillon.portals.pro.report.forms.base import StepForm
from maillon.reports.enums import Done

_WRONG = {"invalid_choice": _("Une case cochée n’est plus proposée. Vérifiez la liste.")}

DONE_CHOICES: tuple[tuple[str, str | Promise], ...] = tuple(Done.choices)

_ONLINE, _DRUGS, _FOREIGN = "online", "drugs", "foreign"


class ListForm(StepForm):
    """Boxes to tick. The button `none` clears them in one tap."""

    ticked = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple, error_messages=_WRONG)
    # Sent by the button that ticks nothing.
    none = forms.CharField(required=False, widget=forms.HiddenInput)

    title: str | Promise = ""
    hint: str | Promise = ""
    none_label: str | Promise = _("Rien de cela")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["ticked"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.label, field.help_text = str(self.title), str(self.hint)
        field.choices = list(self.choices())

    def choices(self) -> Iterable[tuple[str, str | Promise]]:
        """What can be ticked."""
        raise NotImplementedError

    @property
    def picked(self) -> tuple[str, ...]:
        """What was ticked, in the order of the list; nothing when `none` was pressed."""
        if self.cleaned_data.get("none"):
            return ()
        ticked = set(self.cleaned_data["ticked"])
        return tuple(value for value, _label in self.choices() if value in ticked)


class ContextForm(ListForm):
    """Three small facts that change what is to be done."""

    title = _("Est-ce aussi le cas ?")

    def choices(self) -> Iterable[tuple[str, str | Promise]]:
        """An online side, drugs, and rights of a person from abroad: neither nationality nor papers are asked."""
        return [
            (_ONLINE, _("Une annonce ou un contenu visible de tous en ligne")),
            (_DRUGS, _("Un lien avec un trafic de drogue")),
            (_FOREIGN, _("La personne vient de l’étranger : des droits particuliers peuvent la protéger")),
        ]

    def shown(self) -> dict[str, Any]:
        content = self.writing.content
        given = {
            _ONLINE: content.online_public,
            _DRUGS: content.drug_link,
            _FOREIGN: content.foreign_victim == Answer.YES,
        }
        return {"ticked": [value for value, holds in given.items() if holds]}

    def answers(self) -> dict[str, Any]:
        picked = self.picked
        return {
            "online_public": _ONLINE in picked,
            "drug_link": _DRUGS in picked,
            # An empty box is no "no": whoever was not told does not know.
            "foreign_victim": Answer.YES if _FOREIGN in picked else Answer.UNKNOWN,
        }


class DoneForm(ListForm):
    """What has been done already."""

    title = _("Qu’est-ce qui a déjà été fait ?")
    none_label = _("Rien pour l’instant")

    def choices(self) -> Iterable[tuple[str, str | Promise]]:
        """A closed list: it reaches the recipients in codes."""
        return DONE_CHOICES

    def shown(self) -> dict[str, Any]:
        return {"ticked": self.writing.content.done}

    def answers(self) -> dict[str, Any]:
        return {"done": self.picked}
