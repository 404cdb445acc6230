"""Passing a sealed report on to another organisation, and having it back."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.base.states import IllegalTransition
from maillon.base.tasks import defer
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.guidance.enums import Addressee, AgeClass, Ground, OffenceKnown, ReporterStatus
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.reports import rules
from maillon.reports.enums import Move, ReturnReason, State
from maillon.reports.models import Transmission
from maillon.reports.proposals import may_receive_traces, statuses_in
from maillon.reports.refusals import AlreadyThere, Erased, NoGround, Unreachable
from maillon.reports.rights import Ability
from maillon.reports.services.locking import locked, move, must_not_be_elsewhere
from maillon.reports.services.sending import answer_by
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem
from maillon.vault.selectors import has_key


def grounds_for(transmission: Transmission, recipient: Organisation) -> frozenset[Ground]:
    """The grounds on which this transmission may go on to `recipient`. A consent that was taken back is none."""
    grounds = rules.transfer_grounds(
        sender=OrganisationKind(transmission.recipient.kind),
        recipient=OrganisationKind(recipient.kind),
        age=AgeClass(transmission.report.facts["age"]),
        offence=OffenceKnown(transmission.report.facts["offence"]),
        bound=ReporterStatus.SECRECY_BOUND in statuses_in(transmission.recipient),
    )
    return grounds - {Ground.CONSENT} if transmission.withdrawn_at else grounds


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
                acknowledge_by=_delay(transmission, at),
                withdrawn_at=transmission.withdrawn_at,
                answer_by=_answer_by(transmission, recipient, at),
            )
    except IntegrityError:
        raise AlreadyThere from None


def _delay(transmission: Transmission, at: datetime) -> datetime:
    facts = transmission.report.facts
    return rules.acknowledge_by(at, danger=bool(facts.get("danger")), minor=rules.is_minor(transmission.report.facts))


def _answer_by(transmission: Transmission, recipient: Organisation, at: datetime) -> date | None:
    # Only the council's assessment of a minor's situation has a date in law (CASF D226-2-4).
    if recipient.kind != OrganisationKind.COUNCIL or not rules.is_minor(transmission.report.facts):
        return None
    return answer_by(Addressee.CRIP, timezone.localdate(at))


def _grant(transmission: Transmission, onward: Transmission, by: Membership, keyring: Keyring, at: datetime) -> None:
    report = transmission.report

    def grant(item: SealedItem) -> None:
        vault.grant_to(
            item=item,
            organisation_id=onward.recipient_id,
            keyring=keyring,
            through_organisation_id=transmission.recipient_id,
            by=by,
            at=at,
        )

    if report.account is None:
        raise Erased
    grant(report.account)
    optional: list[SealedItem] = []
    if rules.identity_moves(Ground(onward.ground), minor=rules.is_minor(transmission.report.facts)):
        optional += [report.identity] if report.identity else []
        # How to reach whoever spoke is as much hers as her name.
        optional += [report.contact] if report.contact else []
    if report.traces and may_receive_traces(onward.recipient):
        optional.append(report.traces)
    for item in optional:
        try:
            grant(item)
        except CannotOpen:
            # The sender was never given this part, so it can't pass it on.
            continue


@transaction.atomic
def return_transfer(*, transmission_id: UUID, reason: ReturnReason, by: Membership, at: datetime) -> Transmission:
    """Gives a transferred report back to who transferred it, with the reason; their side takes it up again.

    The organisation's keys to the report are destroyed: what it gave up, it can't open any more.
    """
    transmission = locked(transmission_id, by, Ability.RETURN)
    move(transmission, Move.RETURN)
    transmission.return_reason = reason
    transmission.save(update_fields=["state", "return_reason"])
    parent = transmission.parent
    assert parent is not None  # the right to return exists for transfers alone
    if parent.state != State.TRANSFERRED:
        # The person had it erased there: there is nobody to give it back to.
        raise IllegalTransition
    _hand_back(parent, at)
    vault.withdraw(items=transmission.report.sealed_parts(), organisation_id=transmission.recipient_id)
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


def _hand_back(parent: Transmission, at: datetime) -> None:
    # From here on nobody has it in hand, so the clock of silence runs again, at who transferred it.
    parent.handed_back_at, parent.take_up_by = at, _delay(parent, at)
    parent.reminded_at = parent.escalated_at = parent.counted_at = None
    parent.save(update_fields=["handed_back_at", "take_up_by", "reminded_at", "escalated_at", "counted_at"])


@transaction.atomic
def take_back(*, transmission_id: UUID, by: Membership, at: datetime) -> Transmission:
    """Takes a transferred report in hand again, once the other organisation has returned or closed it.

    Raises StillElsewhere before that, NotAllowed or IllegalTransition.
    """
    transmission = locked(transmission_id, by, Ability.TAKE_BACK)
    must_not_be_elsewhere(transmission)
    move(transmission, Move.TAKE_BACK)
    transmission.handed_back_at = transmission.take_up_by = None
    transmission.save(update_fields=["state", "handed_back_at", "take_up_by"])
    record(
        by=by,
        at=at,
        action=Action.ASSIGNED,
        subject_kind="transmission",
        subject_id=transmission.id,
        details={"taken_back": True},
    )
    return transmission
