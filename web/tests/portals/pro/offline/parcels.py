"""Parcels as a device makes them, for tests that need many. That the device's own open as well: test_sealing."""

from typing import Any
from uuid import UUID

from django.conf import settings
from nacl import bindings

from maillon.accounts.models import Membership
from maillon.reports.content import ReportContent
from maillon.vault import crypto, intake
from maillon.vault.crypto import Context
from maillon.vault.selectors import current_keys

KIND = "report.offline"
CANARY = "canari 71f3 : une chambre louée à plusieurs"
ANSWERED = ("danger", "origine", "age", "gravite", "signes", "commune", "lieu", "moment", "recit")


def written(**answers: Any) -> ReportContent:
    """What the device's form gives."""
    given = {
        "danger": False,
        "origin": "witnessed",
        "age": "minor_15_17",
        "age_is_sure": True,
        "grave": False,
        "commune_typed": "alen",
        "place": "lodging",
        "observed": "today",
        "narrative": CANARY,
        "answered": ANSWERED,
    }
    return ReportContent.from_answers(given | answers)


def parcel_for(author: Membership, place: UUID, text: bytes | None = None, *, bound_to: UUID | None = None) -> bytes:
    """A sealed report of this author's, under the name `place`."""
    context = Context(KIND, bound_to or place)
    envelope, key = crypto.seal_content(text if text is not None else written().to_bytes(), context)
    mine = current_keys(members=[author.member_id])[author.member_id]
    inner = crypto.wrap_key(key, mine.public_key, context) + envelope
    sealed: bytes = bindings.crypto_box_seal(inner, intake.public_half(settings.INTAKE_KEYS[0]))
    return intake.MAGIC + sealed
