"""A draft's answers in words, screen by screen, to be read again before sending."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from maillon.base.dates import date_format
from maillon.base.languages import DOOR_LANGUAGES
from maillon.directory.enums import Need
from maillon.directory.sentences import languages_in_words
from maillon.portals.pro.referrals.answers import Agreement, Answers
from maillon.portals.pro.referrals.drafting import Writing
from maillon.portals.pro.referrals.forms.choosing import QUESTIONS
from maillon.portals.pro.referrals.forms.ticking import LimitsForm
from maillon.portals.pro.referrals.path import StepName, Stop
from maillon.portals.pro.referrals.screens import SCREENS
from maillon.referrals.enums import How, PartKind
from maillon.territories.selectors import commune as find_commune


@dataclass(frozen=True)
class Line:
    """One screen's answer. `values` are plain texts; `missing` when nothing can be sent without it."""

    stop: Stop
    label: str | Promise
    values: tuple[str, ...]
    missing: bool

    @property
    def answered(self) -> bool:
        """Whether the question has been answered, be it by nothing."""
        return not self.missing


def summary(writing: Writing) -> list[Line]:
    """Every screen of the path, in order. The services' own screens are named after them."""
    return [line_of(writing, stop) for stop in writing.steps]


def line_of(writing: Writing, stop: Stop) -> Line:
    """One screen's answer."""
    answered = stop.slug in writing.answers.answered
    values = tuple(_values(writing, stop)) if answered else ()
    return Line(stop, _label(writing, stop), values, missing=not answered)


def _label(writing: Writing, stop: Stop) -> str | Promise:
    label = SCREENS[stop.name].label
    if stop.name is StepName.WORDS:
        return PartKind(stop.about).label
    if stop.about in writing.services:
        values = {"service": writing.services[stop.about].service.name, "what": label}
        return _("%(service)s – %(what)s") % values
    return label


def _values(writing: Writing, stop: Stop) -> list[str]:
    if stop.name in QUESTIONS:
        form = QUESTIONS[stop.name](writing=writing, stop=stop)
        return [str(choice.label) for choice in form.choices if choice.value == form.given()]
    return _WRITTEN[stop.name](writing, stop)


def _needs(writing: Writing, _stop: Stop) -> list[str]:
    return [str(Need(need).label) for need in writing.answers.needs]


def _commune(writing: Writing, _stop: Stop) -> list[str]:
    found = find_commune(writing.answers.commune)
    return [found.label] if found else []


def _limits(writing: Writing, stop: Stop) -> list[str]:
    return [
        str(label) for value, label in LimitsForm(writing=writing, stop=stop).choices() if value in _traits(writing)
    ]


def _traits(writing: Writing) -> tuple[str, ...]:
    return writing.answers.traits


def _languages(writing: Writing, _stop: Stop) -> list[str]:
    return [languages_in_words(writing.answers.languages)] if writing.answers.languages else []


def _services(writing: Writing, _stop: Stop) -> list[str]:
    return [f"{place}. {candidate.service.name}" for place, candidate in enumerate(writing.services.values(), 1)]


def _agreement(answers: Answers, stop: Stop) -> Agreement:
    return answers.agreement(stop.about) or Agreement(service=stop.about)


def _parts(writing: Writing, stop: Stop) -> list[str]:
    return [str(PartKind(part).label) for part in _agreement(writing.answers, stop).parts]


def _agreed(writing: Writing, stop: Stop) -> list[str]:
    agreed = _agreement(writing.answers, stop)
    day = date_format(localtime(datetime.fromisoformat(agreed.given_at)), "DATE_FORMAT")
    values = {"how": How(agreed.how).label, "day": day, "language": dict(DOOR_LANGUAGES).get(agreed.language, "")}
    return [_("Donné %(how)s, le %(day)s (%(language)s)") % values]


_WRITTEN: Mapping[StepName, Callable[[Writing, Stop], list[str]]] = {
    StepName.NEEDS: _needs,
    StepName.COMMUNE: _commune,
    StepName.LIMITS: _limits,
    StepName.LANGUAGE: _languages,
    StepName.SERVICES: _services,
    StepName.ADDRESS: lambda writing, stop: [_agreement(writing.answers, stop).email],
    StepName.PARTS: _parts,
    StepName.AGREEMENT: _agreed,
    StepName.WORDS: lambda writing, stop: [writing.answers.texts.get(stop.about, "")],
    StepName.KEEP: lambda _writing, _stop: [_("Huit mots, notés par elle")],
}
