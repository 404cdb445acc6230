"""Screens where one writes: the account itself, and what is known of who is behind it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maillon.portals.public.telling.forms.base import ScreenForm, area
from maillon.portals.public.telling.path import Screen
from maillon.reports.content import Trace, TraceKind
from maillon.speaking.content import Telling

NARRATIVE_LIMIT = 6000
_LINES, _LINE_LIMIT = 10, 300


class WordsForm(ScreenForm):
    """Own words first, as long or as short as she likes."""

    screen = Screen.WORDS
    narrative = forms.CharField(
        label=_("Avec vos mots"),
        help_text=_("Comme cela vient, dans votre langue. Une phrase suffit. Vous pouvez ne pas donner de noms."),
        required=False,
        max_length=NARRATIVE_LIMIT,
        widget=area(10),
    )

    def shown(self) -> dict[str, Any]:
        return {"narrative": self.telling.content.narrative}

    def told(self) -> Telling:
        return self.telling.answering(self.screen, narrative=self.cleaned_data["narrative"])


class WhoForm(ScreenForm):
    """Traces of who is behind it. They are sealed to police, gendarmerie and prosecutors alone (LIL art. 46)."""

    screen = Screen.WHO
    who = forms.CharField(
        label=_("Savez-vous quelque chose de ceux qui font cela ?"),
        help_text=_(
            "Un numéro, un pseudonyme, l’adresse d’une page : un par ligne. Seuls la police, la gendarmerie et le "
            "procureur ont le droit de recevoir ce que vous écrivez ici, et seulement si vous les choisissez plus loin."
        ),
        required=False,
        widget=area(4, autocapitalize="off"),
    )

    def clean_who(self) -> tuple[str, ...]:
        """The lines that are not empty. Raises ValidationError for too many or too long ones."""
        lines = tuple(line.strip() for line in self.cleaned_data["who"].splitlines() if line.strip())
        if len(lines) > _LINES:
            raise ValidationError(_("Gardez dix lignes au plus."))
        if any(len(line) > _LINE_LIMIT for line in lines):
            raise ValidationError(_("Une ligne est trop longue : 300 caractères au plus."))
        return lines

    def shown(self) -> dict[str, Any]:
        return {"who": "\n".join(trace.value for trace in self.telling.content.traces)}

    def told(self) -> Telling:
        traces = tuple(Trace(TraceKind.OTHER, line) for line in self.cleaned_data["who"])
        return self.telling.answering(self.screen, traces=traces)
