"""What is known of a report without opening it, in words: coded facts, dates and places."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from maillon.base.dates import date_format
from maillon.guidance import rulebook
from maillon.guidance.enums import AgeClass, Answer, Ground, OffenceKnown, PlaceKind, Wish
from maillon.reports.models import Report, Transmission

# Facts whose value is a code of a closed list, and facts that only count when they are so.
_CODED: Mapping[str, type[StrEnum]] = {
    "place": PlaceKind,
    "offence": OffenceKnown,
    "wish": Wish,
    "can_protect_herself": Answer,
    "foreign_victim": Answer,
}
_FLAGS = ("danger", "grave", "couple_violence", "mortal_danger", "online_public")
# Asked of adults alone: shown for nobody else.
_ADULTS_ONLY = frozenset({"wish", "couple_violence", "mortal_danger"})
_NOTHING_SAID = frozenset({Wish.NOT_ASKED.value, Answer.UNKNOWN.value, OffenceKnown.NONE.value})


def clear_facts(transmission: Transmission) -> list[tuple[str, str]]:
    """Labels with their values, for a definition list. Needs report, commune, organisation and sender loaded."""
    report = transmission.report
    return [
        (_("Commune"), report.commune.label),
        (_("Moment"), report.get_observed_display()),
        (_("Âge de la personne"), age_words(report.facts)),
        *_coded(report.facts),
        *_signs(report.signs),
        *([(_("Trafic de drogue"), _("un lien a été remarqué"))] if report.drug_link else []),
        *_reporter(report),
        (_("Comment c’est su"), report.get_origin_display()),
        *_way(transmission),
    ]


def age_words(facts: Mapping[str, Any]) -> str:
    """The age class, with a word of doubt where the reporter was not sure."""
    words = _(rulebook.load().word(AgeClass(facts["age"])))
    return words if facts.get("age_is_sure") or facts["age"] == AgeClass.DOUBTFUL else _("%s (sans certitude)") % words


def _coded(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    book, adult = rulebook.load(), facts.get("age") == AgeClass.ADULT
    for name in _FLAGS:
        if facts.get(name) and (adult or name not in _ADULTS_ONLY):
            yield _(book.words["fact"][name]), _(book.words["yes_no"]["true"])
    for name, kind in _CODED.items():
        value = facts.get(name)
        if value and value not in _NOTHING_SAID and (adult or name not in _ADULTS_ONLY):
            yield _(book.words["fact"][name]), _(book.word(kind(value)))


def _signs(codes: list[str]) -> Iterator[tuple[str, str]]:
    known = rulebook.load().signs
    texts = [_(known[code].text) for code in codes if code in known]
    if texts:
        yield _("Signes remarqués"), "\n".join(texts)


def reporter_words(report: Report) -> str:
    """Who reported, in words: an organisation, or somebody without an account."""
    return _("Personne sans compte") if report.organisation is None else report.organisation.name


def _reporter(report: Report) -> Iterator[tuple[str, str]]:
    yield _("Signalé par"), reporter_words(report)
    if report.language:
        yield _("Langue de la personne"), language_words(report.language)


def language_words(code: str) -> str:
    """The name of a language in the reader's own; the code where no name is known."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def _way(transmission: Transmission) -> Iterator[tuple[str, str]]:
    if transmission.parent_id is not None and transmission.parent is not None:
        yield _("Transféré par"), transmission.parent.recipient.name
    yield _("Arrivé le"), date_format(localtime(transmission.sent_at), "DATETIME_FORMAT")
    terms = rulebook.load().grounds.get(Ground(transmission.ground))
    if terms is not None:
        yield _("Fondement"), _(terms.name)
