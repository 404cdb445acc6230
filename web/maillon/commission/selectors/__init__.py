"""Reads commissions, meetings and who sits where. `rights` say what somebody may do."""

from maillon.commission.selectors.figures import follow_up, policy_year_of
from maillon.commission.selectors.places import Place, mandate_of, mandates_on, place_at, seats_of
from maillon.commission.selectors.sessions import (
    commission_for,
    commission_of,
    item_for,
    proxies_of,
    ready_requests,
    session_for,
    sessions_for,
)
from maillon.commission.selectors.table import Table, table_of

__all__ = [
    "Place",
    "Table",
    "commission_for",
    "commission_of",
    "follow_up",
    "item_for",
    "mandate_of",
    "mandates_on",
    "place_at",
    "policy_year_of",
    "proxies_of",
    "ready_requests",
    "seats_of",
    "session_for",
    "sessions_for",
    "table_of",
]
