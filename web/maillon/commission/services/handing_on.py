"""The opinions of a meeting go to who decides (CRPA R133-13): from its closing on they stand with the request."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.commission.models import Opinion
from maillon.exits import enums as exit_enums
from maillon.exits import services as exits
from maillon.exits.enums import RequestState


def hand_on(opinions: Iterable[Opinion], *, by: Membership, at: datetime) -> None:
    """Notes each with its request; one that was taken back meanwhile needs none any more."""
    for opinion in opinions:
        request = opinion.item.request
        if request is not None and request.state == RequestState.SUBMITTED:
            exits.note_opinion(
                request_id=request.pk,
                opinion=exit_enums.Opinion(opinion.sense),
                given_on=timezone.localdate(opinion.given_at),
                opinion_id=opinion.pk,
                by=by,
                at=at,
            )
