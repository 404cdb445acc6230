"""What the journal knows of a transmission, as its recipient may see it."""

from django.db.models import Q, QuerySet

from maillon.journal.models import Line
from maillon.reports.models import Transmission

HISTORY_LIMIT = 200


def history(transmission: Transmission) -> QuerySet[Line]:
    """Who did what with it, newest first: the recipient's own acts, and what came to it from others.

    What another recipient of the same report did stays with that one.
    """
    ours = Q(organisation_id=transmission.recipient_id) | Q(recipient_organisation_id=transmission.recipient_id)
    # A transfer is recorded at the one it came from, a return at the one that went on.
    kin = [transmission.id, *transmission.transfers.values_list("pk", flat=True)]
    if transmission.parent_id is not None:
        kin.append(transmission.parent_id)
    about = Q(subject_kind="transmission", subject_id__in=kin) | Q(
        subject_kind="report", subject_id=transmission.report_id
    )
    return Line.objects.filter(ours & about).order_by("-at", "-position")
