"""The guidance's steps in words for a screen: what, to whom, on which ground, how fast, from which source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from maillon.base.enums import Confidence
from maillon.guidance import rulebook
from maillon.guidance.enums import Addressee, Ground
from maillon.guidance.facts import Step
from maillon.guidance.records import Contact, LegalSource, Row


@dataclass(frozen=True)
class SourceLine:
    """One legal source as it is named beside a step."""

    source: LegalSource
    to_confirm: bool


@dataclass(frozen=True)
class NumberLine:
    """A number or site to show; an expired one is shown as to be checked."""

    contact: Contact
    expired: bool


@dataclass(frozen=True)
class StepLine:
    """A step, ready for its template. All texts are translated."""

    code: str
    urgent: bool
    what: str
    to_whom: str
    duty: str
    delay: str
    channel: str
    ground: str
    terms: str
    avoid: tuple[str, ...]
    tell: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    to_confirm: bool
    numbers: tuple[NumberLine, ...]


def step_line(step: Step | Row, on: date) -> StepLine:
    """One step of an answer, or one row of the rules, as it stands on that day."""
    book = rulebook.load()
    terms = book.grounds[step.ground]
    legal = step.ground is not Ground.NO_PERSONAL_DATA
    return StepLine(
        code=step.code,
        urgent=step.addressee is Addressee.EMERGENCY,
        what=gettext(step.what),
        to_whom=gettext(book.word(step.addressee)),
        duty=gettext(book.word(step.duty)),
        delay=gettext(book.word(step.delay)),
        channel=gettext(book.word(step.channel)),
        ground=gettext(terms.name) if legal else "",
        terms=gettext(terms.terms) if legal else "",
        avoid=tuple(gettext(text) for text in step.avoid),
        tell=tuple(gettext(text) for text in step.tell),
        sources=tuple(_source(code, on) for code in step.sources),
        to_confirm=book.confidence(step.sources, on) is Confidence.UNCONFIRMED,
        numbers=number_lines(step.contacts, on),
    )


def step_lines(steps: Iterable[Step], on: date) -> list[StepLine]:
    """The steps of an answer in their order."""
    return [step_line(step, on) for step in steps]


def known_step(code: str, on: date) -> StepLine | None:
    """A step that an earlier answer named; None when today's rules no longer have it."""
    row = rulebook.load().rows.get(code)
    return step_line(row, on) if row is not None else None


def number_lines(codes: Iterable[str], on: date) -> tuple[NumberLine, ...]:
    """The numbers and sites with these codes."""
    contacts = rulebook.load().contacts
    return tuple(NumberLine(contacts[code], contacts[code].expired_on(on)) for code in codes if code in contacts)


def urgent_numbers(on: date) -> tuple[NumberLine, ...]:
    """The emergency numbers, in the order of the data. They are shown even when they are to be checked again."""
    contacts = rulebook.load().contacts.values()
    return number_lines((contact.code for contact in contacts if contact.emergency), on)


def _source(code: str, on: date) -> SourceLine:
    source = rulebook.load().sources[code]
    return SourceLine(source, source.confidence_on(on) is Confidence.UNCONFIRMED)
