"""Everything has an end: content goes two years after the last contact, the journal keeps the proof."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.base.locking import locked_row
from maillon.referrals import rules
from maillon.referrals.models import Draft, Referral, Step
from maillon.referrals.services.act import Act
from maillon.referrals.services.destroying import destroy_content
from maillon.referrals.services.drafts import destroy
from maillon.referrals.services.locking import locked_referral
from maillon.speaking import services as speaking

_BATCH = 200
_MOMENTS = (
    "planned_at",
    "proposed_at",
    "seen_at",
    "answered_at",
    "heard_at",
    "appointment_at",
    "met_at",
    "person_said_at",
    "ended_at",
)


@dataclass(frozen=True)
class Erasure:
    """How many drafts, contents of referrals, and codes that led to nothing else, were destroyed."""

    drafts: int
    referrals: int
    codes: int


def erase_expired(*, at: datetime) -> Erasure:
    """Destroys forgotten drafts, the sealed content of referrals two years after their last contact, and codes that
    were made for a referral, a month after that.

    Each in a transaction of its own. Coded facts, dates and states stay, for the figures.
    """
    drafts = Draft.objects.filter(updated_at__lte=at - rules.DRAFT_LIFE).values_list("pk", flat=True)
    old = Referral.objects.filter(erased_at=None, created_at__lte=at - rules.CONTENT_LIFE).values_list("pk", flat=True)
    erased = Referral.objects.filter(erased_at__lte=at - rules.CODE_LIFE, code_key__isnull=False)
    codes = erased.order_by("pk").values_list("pk", flat=True)
    return Erasure(
        drafts=sum(_erase_draft(key, at) for key in drafts.iterator(_BATCH)),
        referrals=sum(_erase(key, at) for key in old.iterator(_BATCH)),
        codes=sum(_let_go_of_code(key) for key in codes.iterator(_BATCH)),
    )


@transaction.atomic
def _erase_draft(key: UUID, at: datetime) -> bool:
    over = Draft.objects.filter(pk=key, updated_at__lte=at - rules.DRAFT_LIFE)
    draft = locked_row(over.select_related("item"), no_key=False)
    if draft is not None:
        destroy(draft)
    return draft is not None


@transaction.atomic
def _erase(key: UUID, at: datetime) -> bool:
    referral = locked_referral(key)
    if referral is None or referral.erased_at is not None:
        return False
    act = Act(referral, None, at)
    contacts = [referral.created_at, *(moment for step in act.steps for moment in _moments(step))]
    if not rules.content_is_over(contacts=contacts, now=at):
        return False
    destroy_content(act)
    return True


def _moments(step: Step) -> list[datetime]:
    moments = [getattr(step, name) for name in _MOMENTS]
    return [moment for moment in moments if moment is not None]


@transaction.atomic
def _let_go_of_code(key: UUID) -> bool:
    referral = locked_referral(key)
    if referral is None or referral.code_key is None:
        return False
    pair = referral.code_key
    referral.code_key = None
    referral.save(update_fields=["code_key"])
    # The last of its referrals takes the code along, unless a report is told under it.
    return not Referral.objects.filter(code_key=pair).exists() and speaking.take_code_back(key_pair=pair)
