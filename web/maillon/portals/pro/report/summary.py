"""A draft's answers in words, screen by screen, for the review and for comparing two versions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from maillon.guidance.enums import Answer
from maillon.portals.pro.report.drafting import Reporter
from maillon.portals.pro.report.forms.lists import DONE_CHOICES
from maillon.portals.pro.report.forms.questions import QUESTIONS
from maillon.portals.pro.report.path import NEEDED, StepName
from maillon.reports.content import ReportContent
from maillon.territories.selectors import commune as find_commune

LABELS: Mapping[StepName, str | Promise] = {
    StepName.DANGER: _("Danger immédiat"),
    StepName.ORIGIN: _("Comment vous l’avez su"),
    StepName.AGE: _("Âge"),
    StepName.GRAVITY: _("Situation grave, ou parents en cause"),
    StepName.SIGNS: _("Signes remarqués"),
    StepName.COMMUNE: _("Commune"),
    StepName.PLACE: _("Genre de lieu"),
    StepName.WHEN: _("Moment"),
    StepName.WISH: _("Ce qu’elle souhaite"),
    StepName.AGREEMENT: _("Accord pour transmettre son nom"),
    StepName.COUPLE: _("Violences dans le couple"),
    StepName.MORTAL_DANGER: _("Vie en danger immédiat"),
    StepName.PROTECTION: _("En mesure de se protéger"),
    StepName.CONTEXT: _("Autres circonstances"),
    StepName.OFFENCE: _("Infraction apprise"),
    StepName.DONE: _("Déjà fait"),
    StepName.WORDS: _("Récit"),
    StepName.IDENTITY: _("Identité de la personne"),
    StepName.TRACES: _("Traces en ligne"),
}


@dataclass(frozen=True)
class SummaryLine:
    """One screen's answer. `values` are plain texts, never links; empty where nothing was said."""

    step: StepName
    label: str | Promise
    values: tuple[str, ...]
    answered: bool

    @property
    def missing(self) -> bool:
        """Whether nothing can be sent without it."""
        return self.step in NEEDED and not self.answered


def summary(content: ReportContent, reporter: Reporter) -> list[SummaryLine]:
    """Every screen of the path, in order."""
    return [line_of(step, content, reporter) for step in reporter.steps(content)]


def line_of(step: StepName, content: ReportContent, reporter: Reporter) -> SummaryLine:
    """One screen's answer."""
    answered = step in content.answered
    values = _WRITTEN[step](content, reporter) if step in _WRITTEN else _chosen(step, content, answered=answered)
    return SummaryLine(step, LABELS[step], tuple(values), answered)


def said(step: StepName, content: ReportContent, reporter: Reporter) -> SummaryLine:
    """The same for an answer that is not saved."""
    return line_of(step, content.changed(answered=(step.value,)), reporter)


def _chosen(step: StepName, content: ReportContent, *, answered: bool) -> list[str]:
    choice = QUESTIONS[step].chosen(content) if answered else None
    return [str(choice.label)] if choice else []


def _signs(content: ReportContent, reporter: Reporter) -> list[str]:
    return [translated(sign.text) for sign in reporter.signs(content) if sign.code in content.signs]


def _commune(content: ReportContent, _reporter: Reporter) -> list[str]:
    found = find_commune(content.commune) if content.commune else None
    return [found.label] if found else []


def _context(content: ReportContent, _reporter: Reporter) -> list[str]:
    facts = {
        translated("Contenu visible de tous en ligne"): content.online_public,
        translated("Lien avec un trafic de drogue"): content.drug_link,
        translated("Personne venant de l’étranger"): content.foreign_victim is Answer.YES,
    }
    return [words for words, holds in facts.items() if holds]


def _done(content: ReportContent, _reporter: Reporter) -> list[str]:
    return [str(label) for value, label in DONE_CHOICES if value in content.done]


_WRITTEN: Mapping[StepName, Callable[[ReportContent, Reporter], list[str]]] = {
    StepName.SIGNS: _signs,
    StepName.COMMUNE: _commune,
    StepName.CONTEXT: _context,
    StepName.DONE: _done,
    StepName.WORDS: lambda content, _reporter: [content.narrative] if content.narrative else [],
    StepName.IDENTITY: lambda content, _reporter: [content.identity] if content.identity else [],
    StepName.TRACES: lambda content, _reporter: [trace.value for trace in content.traces],
}
