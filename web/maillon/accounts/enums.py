"""Closed lists of the accounts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a member does in an organisation. A lead does what a recipient does, who does what a reporter does."""

    REPORTER = "reporter", _("signale")
    RECIPIENT = "recipient", _("reçoit et traite")
    LEAD = "lead", _("responsable")
    ADMINISTRATOR = "administrator", _("administre l’instance")

    @property
    def reports(self) -> bool:
        """May write and send reports."""
        return self in {Role.REPORTER, Role.RECIPIENT, Role.LEAD}

    @property
    def reads(self) -> bool:
        """May hold the organisation's key and open what was sealed to it."""
        return self in {Role.RECIPIENT, Role.LEAD}
