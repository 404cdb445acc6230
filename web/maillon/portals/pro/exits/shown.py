"""What stands on the page of a path or a request, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from maillon.exits import rules
from maillon.exits.enums import ApprovalState, PaperKind, PathState, RequestKind, RequestState
from maillon.exits.models import Approval, Path, Request
from maillon.exits.rules import Alert
from maillon.exits.services import asked_of

TONES: Mapping[str, str] = {
    PathState.ASKING: "progress",
    PathState.GRANTED: "attention",
    PathState.RUNNING: "progress",
    PathState.ENDED: "done",
    RequestState.PREPARING: "attention",
    RequestState.SUBMITTED: "info",
    RequestState.OPINION: "info",
    RequestState.GRANTED: "done",
    ApprovalState.ASKED: "info",
    ApprovalState.MISSING: "attention",
    ApprovalState.COMPLETE: "info",
    ApprovalState.TACIT: "done",
}


def tone(state: str) -> str:
    """The colour of a state; the word stands beside it."""
    return TONES.get(state, "neutral")


@dataclass(frozen=True)
class PaperLine:
    """One piece of a file: whether it is written, and when."""

    kind: PaperKind
    written_on: date | None


@dataclass(frozen=True)
class RequestLine:
    """A request in a list."""

    request: Request
    kind: str | Promise
    label: str | Promise
    tone: str


def request_line(request: Request) -> RequestLine:
    """A request with its words."""
    state = RequestState(request.state)
    return RequestLine(request, RequestKind(request.kind).label, state.label, tone(state))


def paper_lines(request: Request) -> list[PaperLine]:
    """Every piece that the file is made of, in order."""
    written = {paper.kind: paper.written_at for paper in request.papers.all()}
    return [
        PaperLine(kind, localdate(written[kind]) if kind in written else None)
        for kind in rules.papers_of(RequestKind(request.kind))
    ]


def end_words(path: Path, on: date) -> str | Promise:
    """What is to be thought of before what was granted ends; nothing while that is far, or no longer matters."""
    if path.until_on is None or path.state not in {PathState.GRANTED, PathState.RUNNING}:
        return ""
    words: Mapping[Alert, str | Promise] = {
        Alert.NONE: "",
        Alert.FIRST: _("La fin approche. Parlez-en avec elle : renouveler, ou terminer."),
        Alert.SECOND: _("La fin est proche. Si elle veut continuer, demandez le renouvellement maintenant."),
        Alert.OVER: _("Ce qui était accordé est passé. Demandez un renouvellement avec elle, ou terminez le parcours."),
    }
    return words[rules.path_alert(path.until_on, on)]


@dataclass(frozen=True)
class ApprovalLine:
    """An approval in a list, with the days that count."""

    approval: Approval
    label: str | Promise
    tone: str
    complete_on: date | None
    silent_on: date | None
    can: Mapping[str, bool]


def approval_line(approval: Approval, can: Mapping[str, bool]) -> ApprovalLine:
    """An approval with what the rules say of it."""
    waits = approval.state in rules.WAITING_APPROVALS
    return ApprovalLine(
        approval,
        ApprovalState(approval.state).label,
        tone(approval.state),
        rules.complete_on(asked_of(approval)) if waits else None,
        rules.approved_by_silence_on(asked_of(approval)) if waits else None,
        can,
    )
