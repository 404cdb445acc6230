"""Why somebody has opened a referral or a step, for as long as she is signed in."""

from maillon.portals.components.reasons import Reasons
from maillon.referrals.enums import Reading

_REASONS = Reasons("referral_openings", Reading)
give_reason, reason_for = _REASONS.give, _REASONS.given
