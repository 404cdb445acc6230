"""Leaving an organisation: access ends at once, for good."""

from datetime import datetime

from django.db import transaction

from maillon.accounts import selectors
from maillon.accounts.enums import Role
from maillon.accounts.events import MembershipEnded
from maillon.accounts.models import Membership
from maillon.accounts.refusals import LastAdministrator, LastLead, NotAllowed
from maillon.accounts.rights import Ability, abilities
from maillon.accounts.services.devices import end_devices_of
from maillon.accounts.services.locking import lock_administrators, lock_organisation
from maillon.accounts.services.signing_out import revoke_sessions
from maillon.accounts.services.withdrawing import revoke_invitations_of, take_keys_back
from maillon.base.events import publish
from maillon.journal.enums import Action
from maillon.journal.services import record


def end_membership(*, membership: Membership, by: Membership, at: datetime) -> bool:
    """Ends a membership: signs the member out, takes her keys back, renews the organisation's key, tells the journal.

    Returns False when nobody is left who can read: the organisation can't be written to until a reader joins.
    Raises NotAllowed, LastAdministrator, or LastLead unless an administrator does it.
    """
    with transaction.atomic():
        lock_organisation(membership.organisation_id)
        _check(membership, by)
        Membership.objects.filter(pk=membership.pk).update(ended_at=at)
        membership.ended_at = at
        revoke_invitations_of(membership=membership, at=at)
        revoke_sessions(membership.member)
        end_devices_of(membership=membership, at=at)
        reachable = take_keys_back(membership=membership, by=by, at=at)
        publish(_event(membership, by, at))
        record(
            by=by,
            at=at,
            action=Action.MEMBER_LEFT,
            subject_kind="membership",
            subject_id=membership.pk,
            details={"role": membership.role, "reachable": reachable},
        )
    return reachable


def _check(membership: Membership, by: Membership) -> None:
    # Two who act on one another at once: the second one finds what the first has left her.
    for seen in (membership, by):
        seen.refresh_from_db(fields=["role", "ended_at"])
    if Ability.END not in abilities(by, membership):
        raise NotAllowed
    if membership.role == Role.ADMINISTRATOR and len(lock_administrators()) == 1:
        raise LastAdministrator
    if membership.role == Role.LEAD and by.role != Role.ADMINISTRATOR:
        others = selectors.leads_of(membership.organisation_id).exclude(pk=membership.pk)
        if not others.exists():
            raise LastLead


def _event(membership: Membership, by: Membership, at: datetime) -> MembershipEnded:
    return MembershipEnded(
        membership_id=membership.pk,
        member_id=membership.member_id,
        organisation_id=membership.organisation_id,
        by_membership_id=by.pk,
        at=at,
    )
