"""Everything that changes or opens a case. Callers use these names.

Beside them: `cases.content` (what to hand over), `cases.rights`, `cases.selectors`, `cases.rules`, `cases.wording` (the
text of a consent), `cases.plain` (her timeline in plain words), `cases.htcds` (the export), `cases.hooks` (what keeps a
case open, for upper apps).
"""

from maillon.cases.services.agreeing import give_consent, withdraw_consent
from maillon.cases.services.correcting import ask_correction, decide_correction
from maillon.cases.services.ending import attach_referral, close, hold, lift, reopen
from maillon.cases.services.exporting import export_htcds
from maillon.cases.services.filing import add_document
from maillon.cases.services.handing import end_replacement, hand_over, name_replacement
from maillon.cases.services.opening import open_case, rename
from maillon.cases.services.planning import appoint, finish_action, plan_action, record_contact, settle_appointment
from maillon.cases.services.reading import (
    PAGE,
    read_case,
    read_document,
    read_names,
    read_shared,
    read_shared_document,
)
from maillon.cases.services.retention import Erasure, erase_asked, erase_expired, remind
from maillon.cases.services.sharing import end_expired_shares, share, unshare
from maillon.cases.services.transferring import read_offer, receive_transfer, refuse_transfer, transfer
from maillon.cases.services.writing import (
    assess,
    end_goal,
    record_violence,
    review,
    set_goal,
    write_note,
    write_piece,
)

__all__ = [
    "PAGE",
    "Erasure",
    "add_document",
    "appoint",
    "ask_correction",
    "assess",
    "attach_referral",
    "close",
    "decide_correction",
    "end_expired_shares",
    "end_goal",
    "end_replacement",
    "erase_asked",
    "erase_expired",
    "export_htcds",
    "finish_action",
    "give_consent",
    "hand_over",
    "hold",
    "lift",
    "name_replacement",
    "open_case",
    "plan_action",
    "read_case",
    "read_document",
    "read_names",
    "read_offer",
    "read_shared",
    "read_shared_document",
    "receive_transfer",
    "record_contact",
    "record_violence",
    "refuse_transfer",
    "remind",
    "rename",
    "reopen",
    "review",
    "set_goal",
    "settle_appointment",
    "share",
    "transfer",
    "unshare",
    "withdraw_consent",
    "write_note",
    "write_piece",
]
