"""Another role in the same organisation: what it adds waits for the key, what it takes away goes at once."""

from datetime import datetime

from django.db import transaction

from maillon.accounts import selectors
from maillon.accounts.enums import Role
from maillon.accounts.events import ReadingEnded
from maillon.accounts.models import Membership
from maillon.accounts.refusals import LastAdministrator, LastHolder, LastLead, NotAllowed
from maillon.accounts.rights import roles_to_give
from maillon.accounts.services.devices import end_devices_of
from maillon.accounts.services.keys import ensure_key
from maillon.accounts.services.locking import lock_administrators, lock_organisation
from maillon.accounts.services.signing_out import revoke_sessions
from maillon.accounts.services.withdrawing import revoke_invitations_of, take_keys_back
from maillon.base.events import publish
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.vault import selectors as vault_selectors


def change_role(*, membership: Membership, role: Role, by: Membership, at: datetime) -> None:
    """Gives a member another role, signs her out everywhere, and tells the journal.

    Who begins to read waits for the key like any new reader. Who no longer reads loses it, and it is renewed for the
    others; what she had in hand goes back. Who no longer invites loses her open invitations.
    Raises NotAllowed, LastLead, LastAdministrator, or LastHolder when nobody else could open what was sent.
    """
    with transaction.atomic():
        lock_organisation(membership.organisation_id)
        _check(membership, role, by)
        before = membership.role_enum
        membership.role = role
        membership.save(update_fields=["role"])
        revoke_sessions(membership.member)
        if not role.reports:
            end_devices_of(membership=membership, at=at)
        if before in {Role.LEAD, Role.ADMINISTRATOR}:
            revoke_invitations_of(membership=membership, at=at)
        _fit_keys(membership, before, by, at)
        record(
            by=by,
            at=at,
            action=Action.ROLE_CHANGED,
            subject_kind="membership",
            subject_id=membership.pk,
            details={"before": before.value, "after": role.value},
        )


def _check(membership: Membership, role: Role, by: Membership) -> None:
    # Two who act on one another at once: the second one finds what the first has left her.
    for seen in (membership, by):
        seen.refresh_from_db(fields=["role", "ended_at"])
    if role not in roles_to_give(by, membership):
        raise NotAllowed
    if membership.role == Role.LEAD and _is_last_lead(membership):
        raise LastLead
    if membership.role == Role.ADMINISTRATOR and len(lock_administrators()) == 1:
        raise LastAdministrator
    if membership.role_enum.reads and not role.reads and _is_only_holder(membership):
        raise LastHolder


def _is_last_lead(membership: Membership) -> bool:
    return not selectors.leads_of(membership.organisation_id).exclude(pk=membership.pk).exists()


def _is_only_holder(membership: Membership) -> bool:
    return vault_selectors.holders(membership.organisation_id) == {membership.member_id}


def _fit_keys(membership: Membership, before: Role, by: Membership, at: datetime) -> None:
    if membership.role_enum.reads:
        # Only where there is none: otherwise a lead hands it over, once the safety number has been compared.
        ensure_key(membership=membership, at=at)
    elif before.reads:
        take_keys_back(membership=membership, by=by, at=at)
        publish(
            ReadingEnded(
                membership_id=membership.pk,
                organisation_id=membership.organisation_id,
                by_membership_id=by.pk,
                at=at,
            )
        )
