"""Why somebody has opened a file, or a right to stay, for as long as she is signed in."""

from maillon.exits.enums import Reading
from maillon.portals.components.reasons import Reasons

_REASONS = Reasons("exit_openings", Reading)
give_reason, reason_for = _REASONS.give, _REASONS.given
