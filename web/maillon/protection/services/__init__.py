"""Everything that changes or opens what child protection holds. Callers use these names.

The council that assesses: `start`, `assign`, `set_due`, `write`, `record_act`, `say_parents`, `end`, `open_assessment`,
`place_hold`, `lift_hold`; `write_sheet`, `submit_sheet`, `withdraw_sheet`.
The secretariat and the commission: `open_sheet`, `show_sheet`, `open_shown_sheet`, `hide_sheet`.
Worker: `watch_due`, `erase_expired`.
Beside them: `protection.content` (what to hand over), `protection.rights`, `protection.selectors`, `protection.rules`,
`protection.facts` (what the law says, with its source).
"""

from maillon.protection.services.keeping import Kept, erase_expired, lift_hold, place_hold
from maillon.protection.services.leading import assign, end, set_due
from maillon.protection.services.meeting import hide_sheet, open_shown_sheet, show_sheet
from maillon.protection.services.reading import open_assessment
from maillon.protection.services.sheets import (
    open_sheet,
    secretariat,
    submit_sheet,
    withdraw_sheet,
    write_sheet,
)
from maillon.protection.services.starting import received_day, start
from maillon.protection.services.watching import watch_due
from maillon.protection.services.writing import record_act, say_parents, write

__all__ = [
    "Kept",
    "assign",
    "end",
    "erase_expired",
    "hide_sheet",
    "lift_hold",
    "open_assessment",
    "open_sheet",
    "open_shown_sheet",
    "place_hold",
    "received_day",
    "record_act",
    "say_parents",
    "secretariat",
    "set_due",
    "show_sheet",
    "start",
    "submit_sheet",
    "watch_due",
    "withdraw_sheet",
    "write",
    "write_sheet",
]
