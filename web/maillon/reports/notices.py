"""E-mails that say only that something waits: no number, no place, no name, no subject that tells."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from maillon.accounts.enums import Role
from maillon.accounts.models import Member, Membership
from maillon.directory.models import Organisation


def to_organisation(organisation_id: UUID) -> None:
    """Writes to the organisation's notice address, if it has one."""
    organisation = Organisation.objects.filter(pk=organisation_id, is_active=True).exclude(notice_email="").first()
    if organisation is not None:
        _send([organisation.notice_email])


def to_leads(organisation_id: UUID) -> None:
    """Writes to each current lead of the organisation."""
    leads = Membership.objects.filter(organisation_id=organisation_id, role=Role.LEAD, ended_at=None)
    _send(leads.filter(member__is_active=True).values_list("member__email", flat=True))


def to_member(member_id: UUID) -> None:
    """Writes to one member."""
    _send(Member.objects.filter(pk=member_id, is_active=True).values_list("email", flat=True))


def _send(addresses: Iterable[str]) -> None:
    body = _("Quelque chose vous attend dans Maillon.\n\nPour le lire, connectez-vous : {address}\n\nNe répondez pas.")
    for address in addresses:
        # One message each: nobody learns who else is told.
        EmailMessage(_("Maillon"), body.format(address=settings.PRO_ORIGIN), to=[address]).send()
