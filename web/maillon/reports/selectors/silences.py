"""What the préfecture learns of silence: how many, at whom, and nothing else."""

from django.db.models import Count, Q

from maillon.reports.enums import State
from maillon.reports.models import Transmission
from maillon.reports.rules import UNANSWERED


def unanswered_counts(departement_code: str) -> dict[str, int]:
    """How many transmissions each organisation of the département has left unanswered past the last delay.

    Counts alone: no report, no place, no date.
    """
    still = Q(state__in=UNANSWERED) | Q(state=State.TRANSFERRED, take_up_by__isnull=False)
    waiting = Transmission.objects.filter(still, counted_at__isnull=False, recipient__departement_id=departement_code)
    rows = waiting.values("recipient__name").annotate(total=Count("pk")).order_by("recipient__name")
    return {row["recipient__name"]: row["total"] for row in rows}
