"""Destroying the keys of services that gave something up, or that she took it back from."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from maillon.referrals.enums import LinkEnd, StepState
from maillon.referrals.models import Link, Part, Referral, Step
from maillon.vault import services as vault

_WHY = {StepState.WITHDRAWN: LinkEnd.REVOKED, StepState.SILENT: LinkEnd.EXPIRED}


def shut(referral: Referral, gone: Collection[Step], steps: Sequence[Step], at: datetime) -> None:
    """Takes from the services of `gone` every key that no other step of theirs still rests on.

    Who refers keeps hers: where she refers to her own organisation, that can go on reading.
    """
    for step in gone:
        if step.recipient_id is None:
            end_links(step, at)
    # In one order, so that two acts that take from the same organisations never wait for one another in a ring.
    for key in sorted({step.recipient_id for step in gone if step.recipient_id is not None}):
        if key != referral.organisation_id:
            _take_from(referral, key, steps)


def _take_from(referral: Referral, organisation_id: UUID, steps: Sequence[Step]) -> None:
    still = {
        kind
        for step in steps
        if step.recipient_id == organisation_id and step.shut_at is None and step.state != StepState.ASKED
        for kind in step.parts
    }
    taken = Part.objects.filter(referral=referral).exclude(kind__in=still).select_related("item")
    vault.withdraw(items=[part.item for part in taken], organisation_id=organisation_id)


def end_links(step: Step, at: datetime) -> None:
    """Ends the living link of a step, for the reason that its state gives."""
    for link in step.links.select_related("key_pair").filter(ended_at=None):
        end(link, _WHY.get(StepState(step.state), LinkEnd.ANSWERED), at)


def end(link: Link, why: LinkEnd, at: datetime) -> None:
    """The link opens nothing from now on: its pair and every key sealed to that are destroyed."""
    pair = link.key_pair
    link.key_pair, link.end, link.ended_at = None, why, at
    link.save(update_fields=["key_pair", "end", "ended_at"])
    if pair is not None:
        vault.forget_link(key_pair=pair)
