"""E-mails that say only that something waits: no number, no place, no name, no subject that tells."""

from uuid import UUID

from maillon.accounts.enums import Role
from maillon.accounts.models import Member, Membership
from maillon.directory.notices import send, to_organisation

__all__ = ["to_leads", "to_member", "to_organisation"]


def to_leads(organisation_id: UUID) -> None:
    """Writes to each current lead of the organisation."""
    leads = Membership.objects.filter(organisation_id=organisation_id, role=Role.LEAD, ended_at=None)
    send(leads.filter(member__is_active=True).values_list("member__email", flat=True))


def to_member(member_id: UUID) -> None:
    """Writes to one member."""
    send(Member.objects.filter(pk=member_id, is_active=True).values_list("email", flat=True))
