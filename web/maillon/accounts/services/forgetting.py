"""What the accounts do not keep."""

from datetime import datetime

from axes.models import AccessAttempt
from django.db import transaction

from maillon.accounts import rules
from maillon.accounts.models import Device, Invitation, Session


def forget_stale(*, at: datetime) -> None:
    """Deletes ended sessions, invitations over for a month, failed sign-ins (which hold addresses) over a day.

    And devices that have been silent for so long that no browser has their cookie any more.
    """
    with transaction.atomic():
        Session.objects.filter(expires_at__lte=at).delete()
        Invitation.objects.filter(expires_at__lte=at - rules.INVITATION_KEPT).delete()
        Device.objects.filter(seen_at__lte=at - rules.DEVICE_KEPT).delete()
        AccessAttempt.objects.filter(attempt_time__lte=at - rules.ATTEMPTS_KEPT).delete()
