"""The screens where one writes: an account in one's own words, who the person is, and online traces."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maillon.portals.pro.report.forms.base import StepForm
from maillon.portals.pro.report.identifying import Hint, identifying_hints
from maillon.reports.content import Trace, TraceKind

NARRATIVE_LIMIT = 1500
IDENTITY_LIMIT = 400
TRACE_LIMIT = 300
TRACES_OF_A_KIND = 10


def _area(rows: int, **attributes: str) -> forms.Textarea:
    # A phone must not put the names that it knows into the text, nor learn any.
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off", "spellcheck": "true", **attributes})


class WordsForm(StepForm):
    """A few sentences. What might tell who somebody is gets a warning, once, which blocks nothing."""

    narrative = forms.CharField(
        label=_("Avec vos mots, en quelques phrases"),
        help_text=_("Ce que vous avez vu et entendu. N’écrivez ni nom, ni numéro, ni adresse."),
        required=False,
        max_length=NARRATIVE_LIMIT,
        widget=_area(7),
    )
    # Set on a page that shows the warning.
    warned = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def shown(self) -> dict[str, Any]:
        return {"narrative": self.writing.content.narrative, "warned": bool(self.hints())}

    def hints(self) -> tuple[Hint, ...]:
        """What the saved text seems to tell of somebody's identity."""
        return identifying_hints(self.writing.content.narrative)

    @property
    def finished(self) -> bool:  # type: ignore[override]
        """False when the text just typed holds something to be warned of that has not been shown yet."""
        return self.cleaned_data["warned"] or not identifying_hints(self.cleaned_data["narrative"])

    def answers(self) -> dict[str, Any]:
        return {"narrative": self.cleaned_data["narrative"]}


class IdentityForm(StepForm):
    """Who the person is, where the rules let that go to somebody."""

    identity = forms.CharField(
        label=_("Qui est la personne, et comment la joindre ?"),
        help_text=_("Seulement ce que vous savez déjà : ne le cherchez pas pour ce signalement."),
        required=False,
        max_length=IDENTITY_LIMIT,
        widget=_area(4),
    )

    def shown(self) -> dict[str, Any]:
        return {"identity": self.writing.content.identity}

    def answers(self) -> dict[str, Any]:
        return {"identity": self.cleaned_data["identity"]}


class LinesField(forms.CharField):
    """One value a line. Cleans to a tuple of lines."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=_area(3, autocapitalize="off", inputmode="text"), **kwargs)

    def clean(self, value: Any) -> tuple[str, ...]:
        """The lines that are not empty. Raises ValidationError for too many or too long ones."""
        lines = tuple(line.strip() for line in str(super().clean(value)).splitlines() if line.strip())
        if len(lines) > TRACES_OF_A_KIND:
            raise ValidationError(_("Gardez dix lignes au plus."))
        if any(len(line) > TRACE_LIMIT for line in lines):
            raise ValidationError(_("Une ligne est trop longue : 300 caractères au plus."))
        return lines


class TracesForm(StepForm):
    """Addresses, numbers and account names, typed in by hand. Nothing of it is ever fetched or made a link."""

    url = LinesField(label=_("Adresses de pages"), help_text=_("Une par ligne. Copiez l’adresse, jamais les images."))
    phone = LinesField(label=_("Numéros de téléphone"), help_text=_("Un par ligne."))
    handle = LinesField(label=_("Noms de compte ou pseudonymes"), help_text=_("Un par ligne."))
    other = LinesField(label=_("Autre identifiant"), help_text=_("Un par ligne."))

    def shown(self) -> dict[str, Any]:
        traces = self.writing.content.traces
        return {kind.value: "\n".join(item.value for item in traces if item.kind is kind) for kind in TraceKind}

    def answers(self) -> dict[str, Any]:
        return {"traces": tuple(Trace(kind, line) for kind in TraceKind for line in self.cleaned_data[kind.value])}
