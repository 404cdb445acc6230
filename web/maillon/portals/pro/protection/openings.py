"""Why somebody has opened an assessment or a sheet, for as long as she is signed in."""

from maillon.portals.components.reasons import Reasons
from maillon.protection.enums import Reading

_REASONS = Reasons("protection_openings", Reading)
give_reason, reason_for = _REASONS.give, _REASONS.given
