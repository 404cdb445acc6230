"""Passing a sealed report on to another organisation, and having it back."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.base.tasks import defer
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.guidance.enums import Addressee, AgeClass, Ground, OffenceKnown
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.reports import rules
from maillon.reports.enums import Move, ReturnReason
from maillon.reports.models import Transmission
from maillon.reports.proposals import may_hold_traces
from maillon.reports.refusals import AlreadyThere, NoGround, Unreachable
from maillon.reports.rights import Ability
from maillon.reports.services.locking import locked, move
from maillon.reports.services.submission import answer_by
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem
from maillon.vault.selectors import has_key


def grounds_for(transmission: Transmission, recipient: Organisation) -> frozenset[Ground]:
    """The grounds on which this transmission may go on to `recipient`."""
    return rules.transfer_grounds(
        sender=OrganisationKind(transmission.recipient.kind),
        recipient=OrganisationKind(recipient.kind),
        age=AgeClass(transmission.report.facts["age"]),
        offence=OffenceKnown(transmission.report.facts["offence"]),
    )


@transaction.atomic
def transfer(
    *, transmission_id: UUID, recipient: Organisation, ground: Ground, by: Membership, keyring: Keyring, at: datetime
) -> Transmission:
    """Seals the report to `recipient` too and hands it over; returns the new transmission.

    The identity goes along only where the ground lets it, the traces only to who may hold offence data.
    Raises NoGround, AlreadyThere, Unreachable, IllegalTransition, NotAllowed, or CannotOpen without the key.
    """
    transmission = locked(transmission_id, by, Ability.TRANSFER)
    if ground not in grounds_for(transmission, recipient):
        raise NoGround
    if not has_key({recipient.id}):
        raise Unreachable
    move(transmission, Move.TRANSFER)
    transmission.save(update_fields=["state"])
    onward = _onward(transmission, recipient, ground, by, at)
    _grant(transmission, onward, by, keyring, at)
    defer("reports.notify_organisation", organisation_id=str(recipient.id))
    record(
        by=by,
        at=at,
        action=Action.TRANSFERRED,
        subject_kind="transmission",
        subject_id=transmission.id,
        recipient_organisation_id=recipient.id,
        reason=ground,
    )
    return onward


def _onward(
    transmission: Transmission, recipient: Organisation, ground: Ground, by: Membership, at: datetime
) -> Transmission:
    facts = transmission.report.facts
    addressee = Addressee.CRIP if recipient.kind == OrganisationKind.COUNCIL else Addressee.ASSOCIATION
    try:
        with transaction.atomic():
            return Transmission.objects.create(
                id=new_id(),
                report=transmission.report,
                recipient=recipient,
                parent=transmission,
                sender=by,
                ground=ground,
                sent_at=at,
                acknowledge_by=rules.acknowledge_by(
                    at, danger=bool(facts.get("danger")), minor=facts.get("age") != AgeClass.ADULT
                ),
                answer_by=answer_by(addressee, timezone.localdate(at)),
            )
    except IntegrityError:
        raise AlreadyThere from None


def _grant(transmission: Transmission, onward: Transmission, by: Membership, keyring: Keyring, at: datetime) -> None:
    report, minor = transmission.report, transmission.report.facts.get("age") != AgeClass.ADULT

    def grant(item: SealedItem) -> None:
        vault.grant_to(
            item=item,
            organisation_id=onward.recipient_id,
            keyring=keyring,
            through_organisation_id=transmission.recipient_id,
            by=by,
            at=at,
        )

    grant(report.account)
    optional: list[SealedItem] = []
    if report.identity and rules.identity_moves(Ground(onward.ground), minor=minor):
        optional.append(report.identity)
    if report.traces and may_hold_traces(onward.recipient, timezone.localdate(at)):
        optional.append(report.traces)
    for item in optional:
        try:
            grant(item)
        except CannotOpen:
            # The sender was never given this part, so it can't pass it on.
            continue


@transaction.atomic
def return_transfer(*, transmission_id: UUID, reason: ReturnReason, by: Membership, at: datetime) -> Transmission:
    """Gives a transferred report back to who transferred it, with the reason; their side takes it up again."""
    transmission = locked(transmission_id, by, Ability.RETURN)
    move(transmission, Move.RETURN)
    transmission.return_reason = reason
    transmission.save(update_fields=["state", "return_reason"])
    parent = transmission.parent
    assert parent is not None  # the right to return exists for transfers alone
    defer("reports.notify_organisation", organisation_id=str(parent.recipient_id))
    record(
        by=by,
        at=at,
        action=Action.RETURNED,
        subject_kind="transmission",
        subject_id=transmission.id,
        recipient_organisation_id=parent.recipient_id,
        reason=reason,
    )
    return transmission


@transaction.atomic
def take_back(*, transmission_id: UUID, by: Membership, at: datetime) -> Transmission:
    """Takes a transferred report in hand again, after a return or a change of mind."""
    transmission = locked(transmission_id, by, Ability.TAKE_BACK)
    move(transmission, Move.TAKE_BACK)
    transmission.save(update_fields=["state"])
    record(by=by, at=at, action=Action.ASSIGNED, subject_kind="transmission", subject_id=transmission.id)
    return transmission
