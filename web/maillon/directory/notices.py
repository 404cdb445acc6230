"""E-mails that say only that something waits: no number, no place, no name, no subject that tells."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from maillon.directory.models import Organisation


def to_organisation(organisation_id: UUID) -> None:
    """Writes to the organisation's notice address, if it has one."""
    organisation = Organisation.objects.filter(pk=organisation_id, is_active=True).exclude(notice_email="").first()
    if organisation is not None:
        send([organisation.notice_email])


def send(addresses: Iterable[str]) -> None:
    """Writes the one notice there is to each address."""
    body = _("Quelque chose vous attend dans Maillon.\n\nPour le lire, connectez-vous : {address}\n\nNe répondez pas.")
    for address in addresses:
        # One message each: nobody learns who else is told.
        EmailMessage(_("Maillon"), body.format(address=settings.PRO_ORIGIN), to=[address]).send()
