"""Accepting an invitation: the first time, with an account, or anew after having left everywhere."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts import passphrases, selectors
from maillon.accounts.models import Invitation, Member, Membership
from maillon.accounts.refusals import AlreadyMember, HasAccount, OtherAccount, UnknownInvitation
from maillon.accounts.services.keys import ensure_key
from maillon.accounts.services.locking import lock_organisation
from maillon.accounts.services.second_factor import forget_second_factor
from maillon.accounts.services.signing_out import revoke_sessions
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.vault import services as vault


def accept_invitation(*, secret: str, passphrase: str, at: datetime) -> Member:
    """Makes the invited member, her key and her membership; the member comes back with her unlocked `keyring`.

    A member who has left every organisation starts again with a new key: what her old one opened stays shut. One who
    acts somewhere must prove who she is first. Raises UnknownInvitation, HasAccount, or what is wrong with the
    passphrase. Not inside a transaction: a key is derived.
    """
    invitation = _known(secret, at)
    passphrases.check(passphrase, email=invitation.email, name=invitation.name)
    _refuse_account_in_use(invitation.email)
    former = Member.objects.filter(email=invitation.email).first()
    member_id = former.pk if former else new_id()
    new_key = vault.make_member_key(member_id=member_id, passphrase=passphrases.normalised(passphrase))
    with transaction.atomic():
        _take(invitation, at)
        member = _renewed(former, at) if former else _created(invitation, new_key.keyring.member_id, at)
        member.keyring = vault.store_member_key(new=new_key, at=at)
        _join(invitation, member, at)
    return member


def join_with_account(*, secret: str, member: Member, at: datetime) -> Membership:
    """Adds a membership to the account of a member who is signed in.

    Raises UnknownInvitation, OtherAccount when somebody else was invited, or AlreadyMember.
    """
    invitation = _known(secret, at)
    if invitation.email != member.email:
        raise OtherAccount
    with transaction.atomic():
        _take(invitation, at)
        return _join(invitation, member, at)


def _known(secret: str, at: datetime) -> Invitation:
    invitation = selectors.invitation_for(secret, at)
    if invitation is None:
        raise UnknownInvitation
    return invitation


def _refuse_account_in_use(email: str) -> None:
    if selectors.has_account_in_use(email):
        raise HasAccount


def _take(invitation: Invitation, at: datetime) -> None:
    # One lock order everywhere: the organisation first. Of two uses at once, one finds the invitation gone.
    lock_organisation(invitation.organisation_id)
    still_open = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None, expires_at__gt=at)
    if not still_open.update(accepted_at=at):
        raise UnknownInvitation


def _created(invitation: Invitation, member_id: UUID, at: datetime) -> Member:
    return Member.objects.create(id=member_id, email=invitation.email, name=invitation.name, created_at=at)


def _renewed(former: Member, at: datetime) -> Member:
    member = Member.objects.select_for_update(of=("self",), no_key=True).get(pk=former.pk)
    _refuse_account_in_use(member.email)
    vault.retire_member_key(member_id=member.pk, at=at)
    forget_second_factor(member)
    revoke_sessions(member)
    Member.objects.filter(pk=member.pk).update(is_active=True)
    member.is_active = True
    return member


def _join(invitation: Invitation, member: Member, at: datetime) -> Membership:
    if Membership.objects.filter(member=member, organisation=invitation.organisation, ended_at=None).exists():
        raise AlreadyMember
    membership = Membership.objects.create(
        id=new_id(), member=member, organisation=invitation.organisation, role=invitation.role, started_at=at
    )
    ensure_key(membership=membership, at=at)
    record(
        by=membership,
        at=at,
        action=Action.MEMBER_JOINED,
        subject_kind="membership",
        subject_id=membership.pk,
        details={"role": membership.role, "invitation": str(invitation.pk)},
    )
    return membership
