"""Which services fit, in which order, and why: what matching found, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from maillon.accounts.models import Membership
from maillon.directory import selectors as directory
from maillon.directory.rules.matching import Match
from maillon.directory.rules.wanted import Wanted
from maillon.directory.sentences import sentence
from maillon.portals.pro.referrals.answers import Answers
from maillon.portals.pro.referrals.candidates import Candidate, candidates
from maillon.referrals.selectors import answers_by_service
from maillon.territories.models import Commune

_SHOWN = 20


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
    wanted = Wanted(
        needs=frozenset(answers.needs),
        at=at,
        minor=answers.minor,
        traits=frozenset(answers.traits),
        languages=frozenset(answers.languages),
    )
    matches = directory.match(wanted, commune=commune, answers=partial(answers_by_service, at=at), limit=_SHOWN)
    found = _in_words(matches, membership, minor=bool(answers.minor))
    return sorted(found, key=lambda one: not one.can_be_chosen)


def _in_words(matches: Sequence[Match], membership: Membership, *, minor: bool) -> list[Ranked]:
    known = candidates([str(match.candidate.id) for match in matches], membership, minor=minor)
    return [
        Ranked(
            known[str(match.candidate.id)],
            match.eligible,
            tuple(sentence(reason) for reason in match.reasons_for),
            tuple(sentence(reason) for reason in match.reasons_against),
        )
        for match in matches
        if str(match.candidate.id) in known
    ]
