"""What can happen to a case, by whom and for how long. Pure: time is passed in."""

from maillon.cases.rules.entitled import NEVER_SHARED, SHAREABLE, TRANSFERABLE, may_follow, may_receive
from maillon.cases.rules.states import CASE

__all__ = ["CASE", "NEVER_SHARED", "SHAREABLE", "TRANSFERABLE", "may_follow", "may_receive"]
