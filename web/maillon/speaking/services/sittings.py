"""Sittings that are over."""

from datetime import datetime

from maillon.speaking.models import Sitting


def forget_sittings(*, at: datetime) -> None:
    """Deletes those whose half hour has passed. Nobody could open them any more; now nobody can keep them either."""
    Sitting.objects.filter(expires_at__lte=at).delete()
