"""The one e-mail of this app: a link for a service without an account. It says that something waits, and no more."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)

# Served by the public door (portals/public/answering).
PATH = "/repondre/{token}/"
_NOWHERE = "django.core.mail.backends.dummy.EmailBackend"


def address_of(token: str) -> str:
    """Where a link leads."""
    return settings.PUBLIC_ORIGIN + PATH.format(token=token)


def send_link(email: str, token: str) -> bool:
    """Mails the address of a link. Says neither who writes nor why.

    False where the mail server did not take it, and in a demonstration, whose mails go nowhere.
    """
    body = _(
        "Une demande vous attend.\n\nPour la lire : {address}\n\n"
        "Huit chiffres vous seront demandés : la personne qui vous écrit vous les dit de vive voix. "
        "Ne répondez pas à ce message."
    )
    try:
        EmailMessage(_("Maillon"), body.format(address=address_of(token)), to=[email]).send()
    except (OSError, SMTPException):
        # Without the error's text, which quotes the address.
        logger.warning("a link could not be mailed")
        return False
    return settings.EMAIL_BACKEND != _NOWHERE
