"""Sealing what is told, and putting a service in line with the agreement it rests on."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.referrals.enums import Basis, How, PartKind, Sealed, StepState
from maillon.referrals.models import Consent, Part, Referral, Step
from maillon.referrals.services.checking import Addressed
from maillon.referrals.wording import wording
from maillon.vault import services as vault
from maillon.vault.selectors import has_key
from maillon.vault.services import SealRequest


def seal_parts(referral: Referral, texts: Mapping[PartKind, str], services: Sequence[Addressed], at: datetime) -> None:
    """Seals each part that somebody is to be told: one item each, with a key for whoever may open that part alone.

    Planned services get theirs now: the job that passes a referral on holds no key.
    """
    wanted = [kind for kind in PartKind if any(kind in service.wanted.parts for service in services)]
    # Whoever refers may belong to an organisation where nobody reads yet; then she alone follows it.
    own = has_key({referral.organisation_id})
    requests = [_request(referral, kind, texts[kind], [*own, *_told(kind, services)]) for kind in wanted]
    items = vault.seal_many(requests, at=at)
    Part.objects.bulk_create(
        Part(referral=referral, kind=kind, item=item) for kind, item in zip(wanted, items, strict=True)
    )


def _told(kind: PartKind, services: Sequence[Addressed]) -> list[UUID]:
    return [service.recipient.pk for service in services if service.recipient and kind in service.wanted.parts]


def _request(referral: Referral, kind: PartKind, text: str, organisations: Sequence[UUID]) -> SealRequest:
    return SealRequest(
        plaintext=text.strip().encode(),
        kind=Sealed(f"referral.{kind}"),
        subject_id=referral.pk,
        organisations=organisations,
        members=[referral.author.member_id],
        codes=[referral.code_key.owner_id] if referral.code_key else (),
    )


def plan(referral: Referral, service: Addressed, position: int, by: Membership | None, at: datetime) -> Step:
    """A step in line, with the record of what she agreed to where she was asked."""
    step = Step.objects.create(
        id=new_id(),
        referral=referral,
        service=service.service,
        recipient=service.recipient,
        contact_email=service.contact_email,
        position=position,
        state=StepState.PLANNED,
        ground=service.ground,
        parts=[kind.value for kind in PartKind.in_order(service.wanted.parts)],
        planned_at=at,
    )
    if referral.basis == Basis.CONSENT:
        record_consent(step, service, by)
    return step


def record_consent(step: Step, service: Addressed, by: Membership | None) -> Consent:
    """How, when and in which words she agreed; `by` is None where she did it with her code."""
    wanted = service.wanted
    assert wanted.how is not None  # checked before anything was sealed
    assert wanted.given_at is not None
    return Consent.objects.create(
        id=new_id(),
        referral_id=step.referral_id,
        step=step,
        service=service.service,
        parts=step.parts,
        how=wanted.how,
        language=wanted.language,
        wording=wording(service.service, wanted.parts, language=wanted.language),
        given_at=wanted.given_at,
        recorded_by=None if wanted.how is How.BY_CODE else by,
    )
