"""What the person sees and says with her code; beside taking back, which is in `withdrawing`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from maillon.referrals.content import OpenedParts
from maillon.referrals.models import Consent, Referral, Step
from maillon.referrals.rights import Ability
from maillon.vault.keyrings import Keyring


@dataclass(frozen=True)
class Followed:
    """One step as its person sees it, with what she may do."""

    step: Step
    consent: Consent | None
    may: frozenset[Ability]


@dataclass(frozen=True)
class OwnReferral:
    """A referral as its person sees it: what is told of her, and each service in line. `told` is empty once erased."""

    referral: Referral
    told: OpenedParts
    steps: Sequence[Followed]


def follow_by_code(*, keyring: Keyring) -> list[OwnReferral]:
    """Every referral of a code, newest first, with what is told opened. Not journalled: see `vault.open_for_code`.

    Raises CannotOpen for a keyring that is no code's.
    """
    raise NotImplementedError


def said_met_by_person(*, step_id: UUID, met: bool, keyring: Keyring, at: datetime) -> Step:
    """She says whether contact was made; of the moment the day alone is kept.

    Yes makes of ACCEPTED a MET: she closes the loop herself. No leaves the state, and reminds the service and who
    refers. Raises NotAllowed.
    """
    raise NotImplementedError
