"""Telling one end of a transmission that something waits. Whoever has no account is told nothing: she comes back."""

from maillon.base.tasks import defer
from maillon.reports.models import Transmission


def tell_author(transmission: Transmission) -> None:
    """Queues a notice to the member who reported, if a member did."""
    author = transmission.report.author
    if author is not None:
        defer("reports.notify_member", member_id=str(author.member_id))


def tell_recipient(transmission: Transmission) -> None:
    """Queues a notice to the recipient of a message, save where it muted the thread or has yet to sort it."""
    if transmission.muted_at is None and transmission.held_at is None:
        tell_of_request(transmission)


def tell_of_request(transmission: Transmission) -> None:
    """Queues a notice to the recipient of a request about her data: neither muting nor sorting stops the month."""
    defer("reports.notify_organisation", organisation_id=str(transmission.recipient_id))
