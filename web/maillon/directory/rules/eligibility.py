"""Whether a service may take somebody, as far as it says so. Three answers: yes, no, and “it has to be asked”."""

from dataclasses import dataclass

from maillon.directory.rules.reasons import Reason, ReasonCode
from maillon.directory.rules.wanted import Candidate, Wanted

_ADULT_FROM = 18
_OLDEST = 200


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether it is ruled out; if not, how many questions only the service can answer."""

    is_ruled_out: bool
    open_questions: int
    pros: tuple[Reason, ...]
    cons: tuple[Reason, ...]


def eligibility(candidate: Candidate, wanted: Wanted) -> Eligibility:
    """What its needs, ages and publics say. Conditions in words are named, and rule nothing out: no rule reads them."""
    parts = [_needs(candidate, wanted), _age(candidate, wanted), _traits(candidate, wanted), _conditions(candidate)]
    return Eligibility(
        any(part.is_ruled_out for part in parts),
        sum(part.open_questions for part in parts),
        tuple(reason for part in parts for reason in part.pros),
        tuple(reason for part in parts for reason in part.cons),
    )


def covered(candidate: Candidate, wanted: Wanted) -> int:
    """How many of the needs it covers."""
    return len(candidate.needs & wanted.needs)


def _needs(candidate: Candidate, wanted: Wanted) -> Eligibility:
    here, missing = sorted(candidate.needs & wanted.needs), tuple(sorted(wanted.needs - candidate.needs))
    covers = Reason(ReasonCode.COVERS, tuple(here), len(here), len(wanted.needs))
    return Eligibility(
        bool(wanted.needs) and not here,
        0,
        (covers,) if here else (),
        (Reason(ReasonCode.MISSES, missing),) if missing else (),
    )


def _age(candidate: Candidate, wanted: Wanted) -> Eligibility:
    told = ages_told(wanted)
    if told is None:
        return Eligibility(is_ruled_out=False, open_questions=0, pros=(), cons=())
    youngest, oldest = candidate.min_age, candidate.max_age
    if youngest is None and oldest is None:
        return Eligibility(is_ruled_out=False, open_questions=1, pros=(), cons=(Reason(ReasonCode.AGE_UNKNOWN),))
    first, last = youngest or 0, _OLDEST if oldest is None else oldest
    if told[1] < first or last < told[0]:
        outside = Reason(ReasonCode.AGE_OUTSIDE, (), youngest, oldest)
        return Eligibility(is_ruled_out=True, open_questions=0, pros=(), cons=(outside,))
    if first <= told[0] and told[1] <= last:
        return Eligibility(is_ruled_out=False, open_questions=0, pros=(Reason(ReasonCode.AGE_FITS),), cons=())
    to_check = Reason(ReasonCode.AGE_TO_CHECK, (), youngest, oldest)
    return Eligibility(is_ruled_out=False, open_questions=1, pros=(), cons=(to_check,))


def ages_told(wanted: Wanted) -> tuple[int, int] | None:
    if wanted.age is not None:
        return wanted.age, wanted.age
    if wanted.minor is None:
        return None
    return (0, _ADULT_FROM - 1) if wanted.minor else (_ADULT_FROM, _OLDEST)


def _traits(candidate: Candidate, wanted: Wanted) -> Eligibility:
    refused = tuple(sorted(wanted.traits & candidate.excludes))
    welcome = tuple(sorted(wanted.traits & candidate.welcomes))
    unsaid = tuple(sorted(wanted.traits - candidate.excludes - candidate.welcomes))
    cons = ((ReasonCode.EXCLUDES, refused), (ReasonCode.WELCOME_UNKNOWN, unsaid))
    return Eligibility(
        bool(refused),
        len(unsaid),
        (Reason(ReasonCode.WELCOMES, welcome),) if welcome else (),
        tuple(Reason(code, terms) for code, terms in cons if terms),
    )


def _conditions(candidate: Candidate) -> Eligibility:
    cons = (Reason(ReasonCode.CONDITIONS),) if candidate.has_conditions else ()
    return Eligibility(is_ruled_out=False, open_questions=0, pros=(), cons=cons)
