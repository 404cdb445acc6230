"""Everything that changes or opens an exit path. Callers use these names.

Association: `start`, `explain`, `ask_entry`, `ask_renewal`, `write_paper`, `simulate_aid`, `drop_aid`, `submit`,
`withdraw_request`, `begin`, `end`, `note_permit`, `drop_permit`, `read_permits`; `ask_approval`, `supply_papers`.
Préfecture: `send_back`, `note_opinion`, `grant`, `refuse`, `end`; `claim_papers`, `complete_approval`,
`decide_approval`, `withdraw_approval`. Both: `open_file`, `end_reasons_for`.
Worker: `watch`, `watch_approvals`, `erase_expired`. Handlers: `erase_for_case`, `withdraw_consent`.
Beside them: `exits.content` (what a file is made of), `exits.rights`, `exits.selectors`, `exits.rules`, `exits.facts`,
`exits.wording` (what is explained to her), `exits.documents` (what is printed).
The commission reads `selectors.requests_waiting`, opens what `selectors.sealed_of` gives, and writes `note_opinion`.
"""

from maillon.exits.services.approvals import (
    ask_approval,
    asked_of,
    claim_papers,
    complete_approval,
    decide_approval,
    supply_papers,
    watch_approvals,
    withdraw_approval,
)
from maillon.exits.services.asking import ask_entry, ask_renewal, withdraw_request
from maillon.exits.services.deciding import grant, note_opinion, refuse
from maillon.exits.services.residence import OpenedPermit, drop_permit, note_permit, read_permits
from maillon.exits.services.retention import Erasure, erase_expired, erase_for_case, withdraw_consent
from maillon.exits.services.running import begin, end, end_reasons_for
from maillon.exits.services.starting import explain, start
from maillon.exits.services.submitting import send_back, submit
from maillon.exits.services.watching import watch
from maillon.exits.services.writing import drop_aid, open_file, simulate_aid, write_paper

__all__ = [
    "Erasure",
    "OpenedPermit",
    "ask_approval",
    "ask_entry",
    "ask_renewal",
    "asked_of",
    "begin",
    "claim_papers",
    "complete_approval",
    "decide_approval",
    "drop_aid",
    "drop_permit",
    "end",
    "end_reasons_for",
    "erase_expired",
    "erase_for_case",
    "explain",
    "grant",
    "note_opinion",
    "note_permit",
    "open_file",
    "read_permits",
    "refuse",
    "send_back",
    "simulate_aid",
    "start",
    "submit",
    "supply_papers",
    "watch",
    "watch_approvals",
    "withdraw_approval",
    "withdraw_consent",
    "withdraw_request",
    "write_paper",
]
