"""Following a person: the case, what is written in it, who else may read it, and what she agreed to."""

from maillon.cases.models.agreements import Consent, Share
from maillon.cases.models.cases import Case, Mark, Referred
from maillon.cases.models.ends import Certificate, Transfer
from maillon.cases.models.entries import Entry
from maillon.cases.models.pieces import (
    Action,
    Appointment,
    Contact,
    Correction,
    Document,
    Goal,
    Incident,
    Need,
)

__all__ = [
    "Action",
    "Appointment",
    "Case",
    "Certificate",
    "Consent",
    "Contact",
    "Correction",
    "Document",
    "Entry",
    "Goal",
    "Incident",
    "Mark",
    "Need",
    "Referred",
    "Share",
    "Transfer",
]
