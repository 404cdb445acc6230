"""What can happen to an assessment, by when, and for how long it is kept. Pure: days are passed in."""

from maillon.protection.rules.dates import Alert, Alerts, alert, alerts, late_again, latest, may_be_due
from maillon.protection.rules.ending import Ending, Missing, missing
from maillon.protection.rules.lifetimes import LONGEST_HOLD, NOTICE, is_over, may_hold, notice_on, over_on
from maillon.protection.rules.nameless import names_in
from maillon.protection.rules.states import ASSESSMENT, CONTACTS, OPEN_STATES, SHEET

__all__ = [
    "ASSESSMENT",
    "CONTACTS",
    "LONGEST_HOLD",
    "NOTICE",
    "OPEN_STATES",
    "SHEET",
    "Alert",
    "Alerts",
    "Ending",
    "Missing",
    "alert",
    "alerts",
    "is_over",
    "late_again",
    "latest",
    "may_be_due",
    "may_hold",
    "missing",
    "names_in",
    "notice_on",
    "over_on",
]
