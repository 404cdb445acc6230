"""Convocation, quorum, proxies, majority, who is kept from what, and until when. Pure: time is passed in."""

from maillon.commission.rules.access import Standing, may_attend, may_deliberate, may_hold, may_open_file, presents
from maillon.commission.rules.convocation import in_time, latest_day
from maillon.commission.rules.lifetimes import FILES_LIFE, POLICY_LIFE, files_shut
from maillon.commission.rules.majority import Count, Result, agrees, result
from maillon.commission.rules.policy import PolicyYear, missed_last_year, policy_year
from maillon.commission.rules.proxies import may_give, standing
from maillon.commission.rules.quorum import Quorum, quorum
from maillon.commission.rules.states import AHEAD, CHANGEABLE, FINAL, HELD, MEETING

__all__ = [
    "AHEAD",
    "CHANGEABLE",
    "FILES_LIFE",
    "FINAL",
    "HELD",
    "MEETING",
    "POLICY_LIFE",
    "Count",
    "PolicyYear",
    "Quorum",
    "Result",
    "Standing",
    "agrees",
    "files_shut",
    "in_time",
    "latest_day",
    "may_attend",
    "may_deliberate",
    "may_give",
    "may_hold",
    "may_open_file",
    "missed_last_year",
    "policy_year",
    "presents",
    "quorum",
    "result",
    "standing",
]
