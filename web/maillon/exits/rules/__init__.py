"""What the law says of an exit path. Pure: days are passed in, numbers come from the dated facts."""

from maillon.exits.rules.afis import Need, Simulation, Situation, simulate
from maillon.exits.rules.alerts import Alert, approval_alert, path_alert, remind_on
from maillon.exits.rules.approval import Asked, approval_until, approved_by_silence_on, complete_on, may_claim
from maillon.exits.rules.lifetimes import erase_on, warn_on
from maillon.exits.rules.papers import missing, papers_of
from maillon.exits.rules.periods import Period, final_day, is_running, last_day, may_renew, most_periods, next_period
from maillon.exits.rules.remedies import Remedy, remedy
from maillon.exits.rules.residence import is_too_short, reflection_ends, usual_end
from maillon.exits.rules.states import (
    APPROVAL,
    APPROVED,
    DECIDED,
    HANDED_OVER,
    OPEN_PATHS,
    OPEN_REQUESTS,
    PATH,
    REQUEST,
    WAITING_APPROVALS,
    end_reasons,
)

__all__ = [
    "APPROVAL",
    "APPROVED",
    "DECIDED",
    "HANDED_OVER",
    "OPEN_PATHS",
    "OPEN_REQUESTS",
    "PATH",
    "REQUEST",
    "WAITING_APPROVALS",
    "Alert",
    "Asked",
    "Need",
    "Period",
    "Remedy",
    "Simulation",
    "Situation",
    "approval_alert",
    "approval_until",
    "approved_by_silence_on",
    "complete_on",
    "end_reasons",
    "erase_on",
    "final_day",
    "is_running",
    "is_too_short",
    "last_day",
    "may_claim",
    "may_renew",
    "missing",
    "most_periods",
    "next_period",
    "papers_of",
    "path_alert",
    "reflection_ends",
    "remedy",
    "remind_on",
    "simulate",
    "usual_end",
    "warn_on",
]
