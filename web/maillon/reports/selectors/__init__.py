"""Everything that reads reports, by clear fields only; opening what is sealed is a service. Callers use these names."""

from maillon.reports.selectors.held import held, open_requests, requests_about, set_aside
from maillon.reports.selectors.history import HISTORY_LIMIT, history
from maillon.reports.selectors.inbox import InboxFilter, counts, inbox_keys, inbox_rows, received
from maillon.reports.selectors.own import drafts_of, report, sent_by
from maillon.reports.selectors.received import steps_of, transfer_targets, transfers_of, transmission
from maillon.reports.selectors.silences import unanswered_counts

__all__ = [
    "HISTORY_LIMIT",
    "InboxFilter",
    "counts",
    "drafts_of",
    "held",
    "history",
    "inbox_keys",
    "inbox_rows",
    "open_requests",
    "received",
    "report",
    "requests_about",
    "sent_by",
    "set_aside",
    "steps_of",
    "transfer_targets",
    "transfers_of",
    "transmission",
    "unanswered_counts",
]
