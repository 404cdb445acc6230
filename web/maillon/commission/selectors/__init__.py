"""Reads commissions, meetings and who sits where. `rights` say what somebody may do."""

from maillon.commission.selectors.figures import follow_up, missed_policy, policy_year_of
from maillon.commission.selectors.places import Place, mandate_of, mandates_on, place_at, seats_of
from maillon.commission.selectors.sessions import (
    agenda,
    commission_of,
    convocations,
    meetings_about,
    new_sheets,
    point,
    proxies_of,
    ready_requests,
    ready_sheets,
    seated_mandates,
    session,
    sessions_for_seat,
    sessions_of,
)
from maillon.commission.selectors.table import Table, recused_from, table_of

__all__ = [
    "Place",
    "Table",
    "agenda",
    "commission_of",
    "convocations",
    "follow_up",
    "mandate_of",
    "mandates_on",
    "meetings_about",
    "missed_policy",
    "new_sheets",
    "place_at",
    "point",
    "policy_year_of",
    "proxies_of",
    "ready_requests",
    "ready_sheets",
    "recused_from",
    "seated_mandates",
    "seats_of",
    "session",
    "sessions_for_seat",
    "sessions_of",
    "table_of",
]
