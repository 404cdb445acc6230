"""Why somebody has opened a transmission, for as long as she is signed in."""

from maillon.portals.components.reasons import Reasons
from maillon.reports.enums import OpeningReason

_REASONS = Reasons("openings", OpeningReason)
give_reason, forget_reason, reason_for = _REASONS.give, _REASONS.forget, _REASONS.given
