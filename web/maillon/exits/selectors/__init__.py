"""Reads exit paths, requests and approvals. Nothing here opens anything."""

from maillon.exits.selectors.approvals import approvals_of, approvals_received, is_approved
from maillon.exits.selectors.lists import (
    granted_periods,
    living_consent,
    open_path_of,
    path_of,
    paths_of,
    prefectures,
    request_of,
    requests_received,
    requests_waiting,
    sealed_of,
)

__all__ = [
    "approvals_of",
    "approvals_received",
    "granted_periods",
    "is_approved",
    "living_consent",
    "open_path_of",
    "path_of",
    "paths_of",
    "prefectures",
    "request_of",
    "requests_received",
    "requests_waiting",
    "sealed_of",
]
