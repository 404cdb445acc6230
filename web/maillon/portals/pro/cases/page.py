"""The pages of one case: what stands around each, and what its first page shows once it is open."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.accounts.http import MemberRequest
from maillon.base import clock
from maillon.cases import services
from maillon.cases.content import OpenedCase
from maillon.cases.enums import EntryKind
from maillon.cases.facts import retention
from maillon.cases.models import Action, Case
from maillon.cases.rights import Ability, on_case
from maillon.cases.rules.retention import case_ends_on
from maillon.portals.pro.cases.exit_path import to_exit_path
from maillon.portals.pro.cases.finding import abilities, today
from maillon.portals.pro.cases.forms.opening import OpenForm
from maillon.portals.pro.cases.openings import reason_for, reasons_of
from maillon.portals.pro.cases.shown import Shown, in_words, state_tag
from maillon.portals.pro.cases.words import done_words
from maillon.referrals.enums import ReferralState
from maillon.vault.refusals import CannotOpen

_OVERVIEW = frozenset(
    {
        EntryKind.NEED,
        EntryKind.GOAL,
        EntryKind.ACTION,
        EntryKind.APPOINTMENT,
        EntryKind.SAFETY_PLAN,
        EntryKind.REACHING,
        EntryKind.CORRECTION,
    }
)


@dataclass(frozen=True)
class Tab:
    """One of the pages of a case."""

    name: str
    label: str | Promise
    icon: str
    here: bool


@dataclass(frozen=True)
class GoalLine:
    """What she wants, and what is planned for it; `goal` is None for what serves no goal."""

    goal: Shown | None
    actions: list[Shown] = field(default_factory=list)


def tabs(here: str, *, readable: bool) -> list[Tab]:
    """The ways to the pages of a case. The timeline is there for whoever has opened it."""
    known = [
        ("case", _("Fiche"), "list"),
        ("case_timeline", _("Chronologie"), "history"),
        ("case_agreements", _("Accords et partages"), "people"),
        ("case_rights", _("Ses droits"), "shield"),
    ]
    return [Tab(name, label, icon, name == here) for name, label, icon in known if readable or name != "case_timeline"]


def around(request: MemberRequest, case: Case, here: str) -> dict[str, Any]:
    """What every page of a case shows."""
    label, tone = state_tag(case)
    reason = reason_for(request, case.pk)
    can = abilities(request, case)
    return {
        "case": case,
        "label": label,
        "tone": tone,
        "can": can,
        "now": clock.now(),
        "today": today(),
        "tabs": tabs(here, readable=reason is not None and "read" in can),
        "done": done_words(request.GET.get("fait", "")),
        "ends_on": case_ends_on(case.last_contact_on, retention()) if case.erased_at is None else None,
    }


def case_page(request: MemberRequest, case: Case, *, opening: OpenForm | None = None) -> HttpResponse:
    """The first page: what is in clear and, once a reason was given, needs, goals and what is due."""
    context = around(request, case, "case")
    reason = reason_for(request, case.pk)
    readable = Ability.READ in on_case(request.membership, case, today())
    if readable and reason is None:
        context["opening"] = opening or OpenForm(reasons=reasons_of(request.membership, case, today()))
    elif readable and reason is not None:
        try:
            opened = services.read_case(
                case_id=case.pk,
                by=request.membership,
                keyring=request.keyring,
                at=clock.now(),
                reason=reason,
                kinds=_OVERVIEW,
                limit=None,
            )
        except CannotOpen:
            return render(request, "pro/cases/keyless.html")
        context |= overview(opened)
    context["referred"] = [(tied.referral, ReferralState(tied.referral.state).label) for tied in _referred(case)]
    context["exit"] = to_exit_path(request.membership, case, today())
    status = 422 if opening is not None else 200
    return render(request, "pro/cases/case.html", context, status=status)


def overview(opened: OpenedCase) -> dict[str, Any]:
    """What stands today, for the first page."""
    lines = in_words(entry for entry in opened.entries if not entry.replaced)
    of = _by_kind(lines)
    return {
        "opened": opened,
        "needs": sorted(of[EntryKind.NEED], key=lambda line: line.title),
        "goals": _goals(of),
        "ended_goals": [line for line in of[EntryKind.GOAL] if not line.is_open],
        "appointments": [line for line in reversed(of[EntryKind.APPOINTMENT]) if line.is_open],
        "corrections": [line for line in of[EntryKind.CORRECTION] if line.is_open],
        "safety": next(iter(of[EntryKind.SAFETY_PLAN]), None),
        "reaching": next(iter(of[EntryKind.REACHING]), None),
    }


def _by_kind(lines: Iterable[Shown]) -> dict[EntryKind, list[Shown]]:
    found: dict[EntryKind, list[Shown]] = defaultdict(list)
    for line in lines:
        found[line.entry.kind].append(line)
    return found


def _goals(of: dict[EntryKind, list[Shown]]) -> list[GoalLine]:
    """Open goals with their actions, and last those actions that serve none of them."""
    actions = [line for line in of[EntryKind.ACTION] if line.is_open]
    goal_of: dict[UUID, UUID | None] = dict(
        Action.objects.filter(pk__in=[line.entry.id for line in actions]).values_list("pk", "goal_id")
    )
    lines = [GoalLine(goal) for goal in of[EntryKind.GOAL] if goal.is_open]
    known = {line.goal.entry.id: line for line in lines if line.goal is not None}
    rest = GoalLine(None)
    for action in sorted(actions, key=lambda line: (line.entry.codes["due_on"] is None, line.entry.codes["due_on"])):
        known.get(goal_of.get(action.entry.id) or action.entry.id, rest).actions.append(action)
    return [*lines, *([rest] if rest.actions else [])]


def _referred(case: Case) -> Any:
    return case.referred.select_related("referral").order_by("-referred_at")
