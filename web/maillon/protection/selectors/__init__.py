"""Reads what child protection holds. Nothing here opens anything."""

from maillon.protection.selectors.lists import (
    assessable,
    assessment_for,
    assessment_of,
    assessments_of,
    due_counts,
    history,
    sheet_for,
    sheets_of,
)

__all__ = [
    "assessable",
    "assessment_for",
    "assessment_of",
    "assessments_of",
    "due_counts",
    "history",
    "sheet_for",
    "sheets_of",
]
