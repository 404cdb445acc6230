"""Inviting. The code is told by voice or on paper: no link and no e-mail carries it."""

from datetime import datetime

from django.db import transaction

from maillon.accounts import rules, selectors
from maillon.accounts.enums import Role
from maillon.accounts.models import Invitation, Membership
from maillon.accounts.refusals import AlreadyInvited, AlreadyMember, NotAllowed, UnknownInvitation
from maillon.accounts.rights import roles_to_invite
from maillon.accounts.services.codes import new_code
from maillon.accounts.services.locking import lock_organisation
from maillon.base.ids import new_id
from maillon.directory.models import Organisation
from maillon.journal.enums import Action
from maillon.journal.services import record


def invite(
    *, organisation: Organisation, email: str, name: str, role: Role, by: Membership, at: datetime
) -> tuple[Invitation, str]:
    """Makes an invitation and its code, shown once to whoever invites; only the code's digest is kept.

    Raises NotAllowed, AlreadyMember or AlreadyInvited.
    """
    if role not in roles_to_invite(by, organisation):
        raise NotAllowed
    email, code = email.strip().lower(), new_code(rules.INVITATION_CODE_LENGTH)
    with transaction.atomic():
        lock_organisation(organisation.pk)
        _check_new(organisation, email, at)
        invitation = Invitation.objects.create(
            id=new_id(),
            organisation=organisation,
            email=email,
            name=name.strip(),
            role=role,
            secret_digest=rules.digest_of("invitation", code),
            invited_by=by,
            created_at=at,
            expires_at=at + rules.INVITATION_LIFE,
        )
        _record(invitation, by, at, reason="")
    return invitation, rules.grouped(code)


def revoke_invitation(*, invitation: Invitation, by: Membership, at: datetime) -> None:
    """Makes an open invitation worthless. Raises NotAllowed or UnknownInvitation when it is no longer open."""
    if not roles_to_invite(by, invitation.organisation):
        raise NotAllowed
    with transaction.atomic():
        still_open = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
        if not still_open.update(revoked_at=at):
            raise UnknownInvitation
        _record(invitation, by, at, reason="revoked")


def _check_new(organisation: Organisation, email: str, at: datetime) -> None:
    current = Membership.objects.filter(organisation=organisation, ended_at=None)
    if current.filter(member__email=email).exists():
        raise AlreadyMember
    if any(invitation.email == email for invitation in selectors.open_invitations(organisation, at)):
        raise AlreadyInvited


def _record(invitation: Invitation, by: Membership, at: datetime, *, reason: str) -> None:
    record(
        by=by,
        at=at,
        action=Action.MEMBER_INVITED,
        subject_kind="invitation",
        subject_id=invitation.pk,
        recipient_organisation_id=invitation.organisation_id,
        reason=reason,
        details={"role": invitation.role},
    )
