"""What can happen to a transmission, by when, and on which grounds it may move on. Pure: time is passed in."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import Any

from maillon.base.states import Transition, TransitionTable
from maillon.directory.enums import OrganisationKind
from maillon.guidance.enums import AgeClass, Ground, OffenceKnown
from maillon.guidance.records import months_later
from maillon.reports.enums import Move, Outcome, Sorting, State

TRANSMISSION: TransitionTable[State, Move] = TransitionTable(
    [
        Transition(Move.OPEN, frozenset({State.SENT}), State.OPENED),
        Transition(Move.ACKNOWLEDGE, frozenset({State.OPENED}), State.ACKNOWLEDGED),
        Transition(Move.TAKE, frozenset({State.ACKNOWLEDGED}), State.IN_HAND),
        Transition(Move.TRANSFER, frozenset({State.ACKNOWLEDGED, State.IN_HAND}), State.TRANSFERRED),
        Transition(Move.RETURN, frozenset({State.OPENED, State.ACKNOWLEDGED, State.IN_HAND}), State.RETURNED),
        Transition(Move.TAKE_BACK, frozenset({State.TRANSFERRED}), State.IN_HAND),
        Transition(Move.CLOSE, frozenset({State.ACKNOWLEDGED, State.IN_HAND, State.TRANSFERRED}), State.CLOSED),
    ]
)
# Triage of what somebody without an account sent. Setting aside is the one end that can be undone.
SORTING: TransitionTable[State, Sorting] = TransitionTable(
    [
        Transition(Sorting.SET_ASIDE, frozenset({State.SENT, State.OPENED}), State.CLOSED),
        Transition(Sorting.RESTORE, frozenset({State.CLOSED}), State.SENT),
    ]
)
FINAL = frozenset({State.CLOSED, State.RETURNED})
OPEN_STATES = frozenset(State) - FINAL
# Where somebody is expected to say that the report is there.
UNANSWERED = frozenset({State.SENT, State.OPENED})

# Our own service levels, not the law's: the law says "sans délai" where it says anything (CPP 40, CASF L226-2-1).
_ACKNOWLEDGE_WITHIN = {"danger": timedelta(hours=4), "minor": timedelta(hours=24), "adult": timedelta(hours=72)}


class Silence(IntEnum):
    """How far silence has gone: nobody told, recipients reminded, their lead told, the préfecture counts it."""

    NONE = 0
    REMIND = 1
    LEAD = 2
    COUNT = 3


def acknowledge_by(sent_at: datetime, *, danger: bool, minor: bool) -> datetime:
    """Until when the recipient is expected to say that it has the report: 4 h, 24 h or 72 h after sending."""
    key = "danger" if danger else "minor" if minor else "adult"
    return sent_at + _ACKNOWLEDGE_WITHIN[key]


def silence(*, sent_at: datetime, acknowledge_by: datetime, now: datetime) -> Silence:
    """How loudly an unacknowledged transmission is to be recalled: at the delay, at twice it, at four times it."""
    delay = acknowledge_by - sent_at
    if now < acknowledge_by:
        return Silence.NONE
    if now < sent_at + 2 * delay:
        return Silence.REMIND
    if now < sent_at + 4 * delay:
        return Silence.LEAD
    return Silence.COUNT


# How long something may stand « à trier » before the lead is told; as long as danger may wait, where danger was said.
_SORT_WITHIN = timedelta(hours=24)


def sort_by(held_at: datetime, *, danger: bool) -> datetime:
    """Until when what is held back is expected to be sorted: our own service level, not the law's."""
    return held_at + (_ACKNOWLEDGE_WITHIN["danger"] if danger else _SORT_WITHIN)


def request_answer_by(asked_on: date) -> date:
    """The last day for answering a request of the person about her data: one month (RGPD art. 12 § 3)."""
    return months_later(asked_on, 1)


def is_minor(facts: Mapping[str, Any]) -> bool:
    """Whether the coded facts speak of a minor, or of somebody who may be one: doubt counts as minority (R-2)."""
    return facts.get("age") != AgeClass.ADULT


def outcomes(*, minor: bool) -> frozenset[Outcome]:
    """The ways in which a transmission may be closed. A minor's wish never closes anything (loi 2002-305 art. 13)."""
    # Triage and erasure give these, and nobody chooses them.
    given = {Outcome.ABUSE, Outcome.ERASED}
    only_adults = {Outcome.DECLINED}
    only_minors = {Outcome.CHILD_PROTECTION}
    return frozenset(Outcome) - given - (only_adults if minor else only_minors)


def earliest_verification(closed_on: date) -> date:
    """The first day on which an ended exploitation can be verified: not the day it was said to have ended."""
    return closed_on + timedelta(days=1)


_OFFICIALS = frozenset(
    {
        OrganisationKind.GENDARMERIE,
        OrganisationKind.POLICE,
        OrganisationKind.PROSECUTOR,
        OrganisationKind.FIRE_RESCUE,
        OrganisationKind.PREFECTURE,
        OrganisationKind.COUNCIL,
    }
)
AUTHORITIES = frozenset({OrganisationKind.GENDARMERIE, OrganisationKind.POLICE, OrganisationKind.PROSECUTOR})


def transfer_grounds(
    *, sender: OrganisationKind, recipient: OrganisationKind, age: AgeClass, offence: OffenceKnown, bound: bool
) -> frozenset[Ground]:
    """The grounds on which `sender` may pass a sealed report on to `recipient`; empty when there is none.

    `bound` says whether the sender is held to professional secrecy. Adults: her consent, a judicial request, or
    CPP 40 from a public official to the prosecutor about a crime or délit (never the purchase contravention of
    CP 611-1). Minors: CASF L226-2-1 to the council, L226-4 from it to the prosecutor, CP 434-3 for whoever is not
    bound and CP 226-14 1° for whoever is, L226-2-2 among those bound by secrecy in child protection, CPP 40; a
    minor's consent is not asked.
    """
    minor = age is not AgeClass.ADULT
    grounds = {Ground.JUDICIAL_REQUEST} if recipient in AUTHORITIES else set()
    if _article_40(sender, recipient, minor=minor, offence=offence):
        grounds.add(Ground.CPP_40)
    if not minor:
        return frozenset(grounds | {Ground.CONSENT})
    return frozenset(grounds | _child_protection(sender, recipient, bound=bound))


def _article_40(sender: OrganisationKind, recipient: OrganisationKind, *, minor: bool, offence: OffenceKnown) -> bool:
    if sender not in _OFFICIALS or recipient is not OrganisationKind.PROSECUTOR:
        return False
    return offence is OffenceKnown.CRIME_OR_DELIT or (minor and offence is OffenceKnown.PURCHASE)


_CHILD_PROTECTION = frozenset({OrganisationKind.COUNCIL, OrganisationKind.HEALTH, OrganisationKind.ASSOCIATION})


def _child_protection(sender: OrganisationKind, recipient: OrganisationKind, *, bound: bool) -> set[Ground]:
    if recipient is OrganisationKind.COUNCIL:
        return {Ground.CASF_L226_2_1}
    if recipient is OrganisationKind.PROSECUTOR and sender is OrganisationKind.COUNCIL:
        return {Ground.CASF_L226_4}
    if recipient in AUTHORITIES:
        return {Ground.CP_226_14_1 if bound else Ground.CP_434_3}
    return {Ground.CASF_L226_2_2} if bound and {sender, recipient} <= _CHILD_PROTECTION else set()


def identity_moves(ground: Ground, *, minor: bool) -> bool:
    """Whether the person's identity may go along on this ground. An adult's never does without her agreement, save
    on a judicial request or in the terms of CP 226-14."""
    if minor:
        return ground is not Ground.NO_PERSONAL_DATA
    return ground in {Ground.CONSENT, Ground.JUDICIAL_REQUEST, Ground.CP_226_14_1, Ground.CP_226_14_3}


# Drafts: our own choice. Sent content: two years after the last contact, as CNIL recommends for child protection
# (délibération du 20 janvier 2022) and for help to persons in difficulty (délibération 2021-028).
DRAFT_LIFE = timedelta(days=30)
CONTENT_LIFE = timedelta(days=2 * 365)


def draft_is_over(*, updated_at: datetime, now: datetime) -> bool:
    """Whether a draft that nobody touched since `updated_at` is to be destroyed."""
    return now - updated_at >= DRAFT_LIFE


def content_is_over(*, contacts: Iterable[datetime], now: datetime) -> bool:
    """Whether the content of a report that has ended everywhere is to be destroyed; `contacts` are its dated events."""
    return now - max(contacts) >= CONTENT_LIFE
