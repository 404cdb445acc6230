"""The services to ask, in their order. Each press of a button changes the line and shows the screen again."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maillon.base import clock
from maillon.portals.pro.referrals.answers import Agreement, Answers
from maillon.portals.pro.referrals.candidates import Candidate
from maillon.portals.pro.referrals.forms.base import StepForm
from maillon.portals.pro.referrals.ranked import Ranked, named, ranked
from maillon.territories.models import Commune
from maillon.territories.selectors import commune as find_commune

_GO_ON, _ADD, _DROP, _UP, _SEARCH = "go_on", "add", "drop", "up", "search"
# Beyond this nobody has asked her seriously about each of them.
_LONGEST = 6


class LineForm(StepForm):
    """`act` comes from the button: `add:<key>`, `drop:<key>`, `up:<key>`, `search`, or `go_on`.

    What is looked for belongs to a form of its own, `by-name`, whose first button searches: the key that sends a form
    does so too. What that form has found goes along with it.
    """

    act = forms.CharField(required=False, widget=forms.HiddenInput)
    looked_for = forms.CharField(
        label=_("Chercher un service par son nom"),
        help_text=_("Le début d’un mot suffit, sans accent si vous voulez."),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "form": "by-name", "autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        """What is done, if it can be. Without a button, as a key press sends it, it goes on."""
        cleaned = super().clean() or self.cleaned_data
        name, _colon, key = str(cleaned.get("act") or _GO_ON).partition(":")
        if name == _GO_ON and not self.so_far.line:
            raise ValidationError(_("Choisissez au moins un service dans la liste, puis continuez."))
        if name == _ADD and key not in self._choosable():
            raise ValidationError(_("Ce service ne peut pas être choisi. Choisissez-en un autre dans la liste."))
        if name == _ADD and len(self.so_far.line) >= _LONGEST:
            raise ValidationError(_("Six services au plus : retirez-en un avant d’en ajouter un autre."))
        return {**cleaned, "act": f"{name}:{key}"}

    @property
    def finished(self) -> bool:  # type: ignore[override]
        """Whether the line is as it should be."""
        return str(self.cleaned_data["act"]).startswith(_GO_ON)

    def answers(self) -> Answers:
        name, _colon, key = str(self.cleaned_data["act"]).partition(":")
        return self.so_far.changed(line=tuple(_moved(self.so_far.line, name, key)))

    def _choosable(self) -> set[str]:
        return {one.candidate.key for one in self.listed if one.can_be_chosen}

    @property
    def keeps_typed(self) -> bool:  # type: ignore[override]
        """Whether what was looked for is to be shown with what was found."""
        return str(self.cleaned_data["act"]).startswith(_SEARCH)

    @property
    def sought(self) -> str:
        """What is looked for by name; empty when nothing is."""
        return str(self.data.get("looked_for", "")).strip()[:100]

    @property
    def listed(self) -> list[Ranked]:
        """What is found by name, or else by matching, without what is in line already."""
        commune, about, now = self.commune, (self.so_far, self.writing.membership), clock.now()
        if commune is None:
            return []
        found = named(self.sought, *about, commune, at=now) if self.sought else ranked(*about, commune, at=now)
        chosen = {one.service for one in self.so_far.line}
        return [one for one in found if one.candidate.key not in chosen]

    @property
    def commune(self) -> Commune | None:
        """Where help is wanted."""
        return find_commune(self.so_far.commune) if self.so_far.commune else None

    @property
    def line(self) -> list[Candidate]:
        """The chosen services in their order."""
        known = self.writing.services
        return [known[one.service] for one in self.so_far.line if one.service in known]


def _moved(line: tuple[Agreement, ...], name: str, key: str) -> Iterable[Agreement]:
    if name == _ADD:
        return (*line, Agreement(service=key))
    if name == _DROP:
        return (one for one in line if one.service != key)
    place = next((place for place, one in enumerate(line) if one.service == key), 0)
    if name != _UP or place == 0:
        return line
    return (*line[: place - 1], line[place], line[place - 1], *line[place + 1 :])
