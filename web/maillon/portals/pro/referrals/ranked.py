"""Which services fit, in which order, and why: what matching found, or somebody looked for by name, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from maillon.accounts.models import Membership
from maillon.directory import selectors as directory
from maillon.directory.rules.matching import Match
from maillon.directory.rules.wanted import Wanted
from maillon.directory.sentences import sentence
from maillon.portals.pro.referrals.answers import Answers
from maillon.portals.pro.referrals.candidates import Candidate, candidates
from maillon.referrals.selectors import answers_by_service
from maillon.territories.models import Commune

_SHOWN, _ELSEWHERE = 20, 5


@dataclass(frozen=True)
class Ranked:
    """A service with what speaks for it and against it. `eligible` is False for what the service itself rules out."""

    candidate: Candidate
    eligible: bool
    pros: tuple[str, ...]
    cons: tuple[str, ...]

    @property
    def can_be_chosen(self) -> bool:
        """Whether it can be put in line."""
        return self.eligible and not self.candidate.obstacle


def ranked(answers: Answers, membership: Membership, commune: Commune, *, at: datetime) -> list[Ranked]:
    """The services for these answers: those that can be chosen first, each group in the order of matching."""
    known = partial(answers_by_service, at=at)
    matches = directory.match(_wanted(answers, at), commune=commune, answers=known, limit=_SHOWN)
    return _in_words(matches, membership, minor=bool(answers.minor))


def named(text: str, answers: Answers, membership: Membership, commune: Commune, *, at: datetime) -> list[Ranked]:
    """The services with these words, judged in the same way.

    Where none of them acts in the commune, some that act elsewhere; they can't be chosen, and say why.
    """
    known, minor = partial(answers_by_service, at=at), bool(answers.minor)
    matches = directory.match_named(text, _wanted(answers, at), commune=commune, answers=known, limit=_SHOWN)
    return _in_words(matches, membership, minor=minor) if matches else _elsewhere(text, membership, at, minor=minor)


def _elsewhere(text: str, membership: Membership, at: datetime, *, minor: bool) -> list[Ranked]:
    found = directory.search(text, on=localdate(at)).values_list("pk", flat=True)[:_ELSEWHERE]
    why = (str(_("D’après sa fiche, n’intervient pas dans cette commune")),)
    services = candidates([str(key) for key in found], membership, minor=minor)
    return [Ranked(candidate, eligible=False, pros=(), cons=why) for candidate in services.values()]


def _wanted(answers: Answers, at: datetime) -> Wanted:
    return Wanted(
        needs=frozenset(answers.needs),
        at=at,
        minor=answers.minor,
        traits=frozenset(answers.traits),
        languages=frozenset(answers.languages),
    )


def _in_words(matches: Sequence[Match], membership: Membership, *, minor: bool) -> list[Ranked]:
    known = candidates([str(match.candidate.id) for match in matches], membership, minor=minor)
    found = [
        Ranked(
            known[str(match.candidate.id)],
            match.eligible,
            tuple(sentence(reason) for reason in match.reasons_for),
            tuple(sentence(reason) for reason in match.reasons_against),
        )
        for match in matches
        if str(match.candidate.id) in known
    ]
    return sorted(found, key=lambda one: not one.can_be_chosen)
