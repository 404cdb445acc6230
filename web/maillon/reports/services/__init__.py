"""Everything that writes reports. One module per concern; callers use these names."""

from maillon.reports.services.arrivals import Arrived, Standing, receive
from maillon.reports.services.conversation import (
    OpenedWords,
    ask_more,
    read_messages,
    read_notes,
    write_message,
    write_note,
)
from maillon.reports.services.drafts import discard_draft, open_draft, save_draft
from maillon.reports.services.handling import acknowledge, assign, close, mark_step, take, verify
from maillon.reports.services.opening import OpenedReport, open_own_report, open_transmission
from maillon.reports.services.retention import erase_expired
from maillon.reports.services.silence import watch_silence
from maillon.reports.services.submission import submit
from maillon.reports.services.transfers import grounds_for, return_transfer, take_back, transfer

__all__ = [
    "Arrived",
    "OpenedReport",
    "OpenedWords",
    "Standing",
    "acknowledge",
    "ask_more",
    "assign",
    "close",
    "discard_draft",
    "erase_expired",
    "grounds_for",
    "mark_step",
    "open_draft",
    "open_own_report",
    "open_transmission",
    "read_messages",
    "read_notes",
    "receive",
    "return_transfer",
    "save_draft",
    "submit",
    "take",
    "take_back",
    "transfer",
    "verify",
    "watch_silence",
    "write_message",
    "write_note",
]
