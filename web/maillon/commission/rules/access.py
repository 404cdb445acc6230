"""Who attends which meeting, who deliberates, and who may open a file. The one answer to section 9.3's columns."""

from dataclasses import dataclass

from maillon.commission.enums import Kind, Rank, State
from maillon.commission.facts import Quality


def may_attend(quality: Quality, kind: Kind) -> bool:
    """Whether a seat of this quality belongs to a meeting of this kind.

    Who was added in December 2025 for child protection does not attend meetings on individual files.
    """
    return {Kind.INDIVIDUAL: quality.individual, Kind.POLICY: quality.policy, Kind.MINORS: quality.minors}[kind]


def may_hold(quality: Quality, held_as: Rank) -> bool:
    """Whether a seat of this quality may be held in this way: a qualified person has no substitute (CRPA R133-3)."""
    return held_as is Rank.TITULAR or quality.substitutable


def presents(*, member_organisation: object, author_organisation: object | None) -> bool:
    """Whether somebody is of the association that made the request: she presents it and never deliberates on it."""
    return author_organisation is not None and member_organisation == author_organisation


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a member stands to one point of a meeting, at this moment."""

    kind: Kind
    state: State
    entitled: bool
    present: bool
    recused: bool


def may_open_file(standing: Standing) -> bool:
    """Whether a file may be opened: while the meeting is open, by who is there, may sit there and deliberates on it.

    Policy meetings have no files.
    """
    return (
        standing.kind is not Kind.POLICY
        and standing.state is State.OPEN
        and standing.entitled
        and standing.present
        and not standing.recused
    )


def may_deliberate(standing: Standing) -> bool:
    """Whether her voice counts on this point now."""
    return standing.state is State.OPEN and standing.entitled and standing.present and not standing.recused
