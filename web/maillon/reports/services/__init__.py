"""Everything that writes reports. One module per concern; callers use these names."""

from maillon.reports.services.arrivals import Arrived, Standing, receive
from maillon.reports.services.consent import withdraw_consent
from maillon.reports.services.conversation import (
    OpenedWords,
    ask_more,
    read_messages,
    read_notes,
    write_message,
    write_note,
)
from maillon.reports.services.drafts import discard_draft, open_draft, save_draft
from maillon.reports.services.erasing import ask_erasure, decide_erasure
from maillon.reports.services.handling import acknowledge, assign, close, mark_step, take, verify
from maillon.reports.services.muting import mute, unmute
from maillon.reports.services.opening import OpenedReport, open_own_report, open_transmission, read_contact
from maillon.reports.services.retention import erase_expired
from maillon.reports.services.silence import watch_silence
from maillon.reports.services.storing import Sender
from maillon.reports.services.submission import submit
from maillon.reports.services.transfers import grounds_for, return_transfer, take_back, transfer
from maillon.reports.services.triage import escalate_held, release, restore, set_aside
from maillon.reports.services.without_account import (
    OwnWords,
    read_without_account,
    send_without_account,
    write_without_account,
)

__all__ = [
    "Arrived",
    "OpenedReport",
    "OpenedWords",
    "OwnWords",
    "Sender",
    "Standing",
    "acknowledge",
    "ask_erasure",
    "ask_more",
    "assign",
    "close",
    "decide_erasure",
    "discard_draft",
    "erase_expired",
    "escalate_held",
    "grounds_for",
    "mark_step",
    "mute",
    "open_draft",
    "open_own_report",
    "open_transmission",
    "read_contact",
    "read_messages",
    "read_notes",
    "read_without_account",
    "receive",
    "release",
    "restore",
    "return_transfer",
    "save_draft",
    "send_without_account",
    "set_aside",
    "submit",
    "take",
    "take_back",
    "transfer",
    "unmute",
    "verify",
    "watch_silence",
    "withdraw_consent",
    "write_message",
    "write_note",
    "write_without_account",
]
