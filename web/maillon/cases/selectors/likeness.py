"""Whether a case that is about to be opened looks like one that there is, inside one organisation. Opens nothing."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from maillon.cases import marks
from maillon.cases.enums import Likeness
from maillon.cases.models import Case, Mark
from maillon.cases.rules.duplicates import reasons


@dataclass(frozen=True)
class Lookalike:
    """A case that may be the same person's, and why. Who may not see it is told whom to ask: `case.responsible`."""

    case: Case
    reasons: tuple[Likeness, ...]


def likely_same(
    *,
    organisation_id: UUID,
    pseudonym: str,
    commune_code: str | None,
    language: str,
    exclude: UUID | None = None,
) -> list[Lookalike]:
    """Cases of this organisation that look like it, the ones with most in common first. Two queries."""
    digests = marks.digests(pseudonym, organisation_id=organisation_id)
    found: dict[UUID, set[Likeness]] = defaultdict(set)
    same = Mark.objects.filter(organisation_id=organisation_id, digest__in=list(digests.values()))
    for case_id, likeness in same.values_list("case_id", "likeness"):
        found[case_id].add(Likeness(likeness))
    cases = Case.objects.filter(pk__in=found.keys() - {exclude}, erased_at=None)
    alike = [
        Lookalike(
            case,
            reasons(
                found[case.pk],
                same_commune=commune_code is not None and case.commune_id == commune_code,
                same_language=case.language == language,
            ),
        )
        for case in cases.select_related("responsible__member")
    ]
    return sorted((one for one in alike if one.reasons), key=lambda one: (-len(one.reasons), one.case.number))
