"""What the worker does for the accounts."""

from datetime import UTC, datetime

from maillon.accounts.services import forget_stale
from maillon.base.tasks import periodic


@periodic("accounts.forget_stale", cron="*/10 * * * *")
def forget_stale_accounts_data(timestamp: int) -> None:
    """Every ten minutes: sessions that are over, old invitations, old failed sign-ins."""
    forget_stale(at=datetime.fromtimestamp(timestamp, tz=UTC))
