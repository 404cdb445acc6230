"""The history of a transmission in words: who did what, when and why, out of the journal."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from maillon.accounts.models import Member
from maillon.directory.models import Organisation
from maillon.guidance import rulebook
from maillon.guidance.enums import Ground
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports.enums import MuteReason, OpeningReason, Outcome, RefusalReason, ReturnReason
from maillon.reports.models import Transmission
from maillon.reports.selectors import HISTORY_LIMIT, history

_ICONS: Mapping[str, str] = {
    Action.TRANSMITTED: "send",
    Action.OPENED: "eye",
    Action.ACKNOWLEDGED: "check",
    Action.ASSIGNED: "person",
    Action.STEP_DONE: "list",
    Action.NOTE_WRITTEN: "edit",
    Action.MESSAGE_SENT: "message",
    Action.TRANSFERRED: "transfer",
    Action.RETURNED: "arrow-back",
    Action.CLOSED: "check-circle",
    Action.REMINDED: "bell",
    Action.ESCALATED: "alert",
    Action.LETTER_MADE: "document",
    Action.RELEASED: "check",
    Action.RESTORED: "refresh",
    Action.MUTED: "bell",
    Action.UNMUTED: "bell",
    Action.ERASURE_ASKED: "person",
    Action.ERASURE_DECIDED: "check",
    Action.CONSENT_WITHDRAWN: "person",
}
_READ: Mapping[str, str | Promise] = {
    "report": gettext_lazy("ouverture du signalement"),
    "messages": gettext_lazy("lecture des échanges"),
    "notes": gettext_lazy("lecture des notes internes"),
}


def timeline(transmission: Transmission) -> list[dict[str, Any]]:
    """The latest entries for the `timeline` component, newest first. Three queries, whatever the number."""
    lines = list(history(transmission)[:HISTORY_LIMIT])
    members = _names(Member, (line.member_id for line in lines))
    organisations = _names(Organisation, (line.organisation_id for line in lines))
    return [
        {
            "at": line.at,
            "title": _title(line),
            "icon": _ICONS.get(line.action, "history"),
            "who": _who(line, transmission.recipient_id, members, organisations),
            "text": _why(line),
        }
        for line in lines
    ]


def _names(model: type[Member] | type[Organisation], keys: Iterable[UUID | None]) -> dict[UUID, str]:
    wanted = {key for key in keys if key is not None}
    return dict(model.objects.filter(pk__in=wanted).values_list("pk", "name"))


def _who(line: Line, ours: UUID, members: Mapping[UUID, str], organisations: Mapping[UUID, str]) -> str:
    if line.details.get("by") == "code":
        return _("Personne sans compte")
    if line.organisation_id is None:
        return _("Maillon, automatiquement")
    if line.organisation_id == ours and line.member_id is not None:
        return members.get(line.member_id, "")
    # Of other organisations, the name of the organisation is enough.
    return organisations.get(line.organisation_id, "")


def _title(line: Line) -> str:
    words = _READ.get(line.details.get("part", "")) if line.action == Action.OPENED else None
    return str(words or Action(line.action).label)


def _why(line: Line) -> str:
    for choices in (OpeningReason, ReturnReason, Outcome, MuteReason, RefusalReason):
        if line.reason in choices.values:
            return str(choices(line.reason).label)
    terms = rulebook.load().grounds.get(line.reason)
    if terms is not None and line.reason in set(Ground):
        return _(terms.name)
    return ""
