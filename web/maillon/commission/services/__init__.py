"""Everything that changes the commission, or opens what is sealed of it. Callers use these names.

Secretary: `found`, `open_seat`, `end_seat`, `name`, `end_mandate` (who sits); `plan`, `move`, `add_request`,
`add_sheet`, `add_topic`, `take_off`, `convoke`, `cancel`, `repeat` (before); `open_session`, `arrive`, `leave`,
`lapse`, `close`, `give_opinion` (in session); `look_at_minutes`, `draw_minutes` (after).
Members: `pledge`, `open_file`, `open_sheet`, `dissent`. Both: `give_proxy`, `take_proxy_back`, `recuse`,
`read_minutes`. Worker: `shut_forgotten`, `erase_expired`.
"""

from maillon.commission.services.minutes import draw_minutes, look_at_minutes, read_minutes
from maillon.commission.services.naming import end_mandate, end_seat, found, name, open_seat, pledge
from maillon.commission.services.opining import Advice, dissent, give_opinion
from maillon.commission.services.planning import (
    add_request,
    add_sheet,
    add_topic,
    cancel,
    convoke,
    move,
    plan,
    repeat,
    take_off,
)
from maillon.commission.services.proxies import give_proxy, take_proxy_back
from maillon.commission.services.reading import OpenedFile, OpenedSheet, open_file, open_sheet
from maillon.commission.services.recusing import recuse
from maillon.commission.services.retention import erase_expired
from maillon.commission.services.sitting import Answered, arrive, close, lapse, leave, open_session, shut_forgotten
from maillon.commission.services.writing import brought_by, label_of

__all__ = [
    "Advice",
    "Answered",
    "OpenedFile",
    "OpenedSheet",
    "add_request",
    "add_sheet",
    "add_topic",
    "arrive",
    "brought_by",
    "cancel",
    "close",
    "convoke",
    "dissent",
    "draw_minutes",
    "end_mandate",
    "end_seat",
    "erase_expired",
    "found",
    "give_opinion",
    "give_proxy",
    "label_of",
    "lapse",
    "leave",
    "look_at_minutes",
    "move",
    "name",
    "open_file",
    "open_seat",
    "open_session",
    "open_sheet",
    "plan",
    "pledge",
    "read_minutes",
    "recuse",
    "repeat",
    "shut_forgotten",
    "take_off",
    "take_proxy_back",
]
