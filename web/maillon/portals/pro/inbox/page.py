"""A transmission's page: put together for showing it, and for showing it again with what went wrong."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from maillon.accounts.http import MemberRequest
from maillon.accounts.models import Membership
from maillon.accounts.selectors import members_of
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.directory.enums import OrganisationKind
from maillon.guidance import rulebook
from maillon.guidance.enums import AgeClass, OffenceKnown
from maillon.portals.pro.inbox.facts import clear_facts
from maillon.portals.pro.inbox.forms.handling import AssignForm, OpenForm
from maillon.portals.pro.inbox.forms.person import MuteForm
from maillon.portals.pro.inbox.history import timeline
from maillon.portals.pro.inbox.openings import reason_for
from maillon.protection import selectors as protection
from maillon.protection.rights import may_assess
from maillon.reports import selectors
from maillon.reports.deadlines import deadlines
from maillon.reports.enums import Direction
from maillon.reports.letters import LetterKind, letters_for
from maillon.reports.models import GuidedStep, Transmission
from maillon.reports.proposals import statuses_of
from maillon.reports.rights import Ability, on_transmission
from maillon.reports.rules import OPEN_STATES

# What the address says was just done, and the words for it.
_DONE_WORDS: dict[str, str | Promise] = {
    "reception": _("La réception est confirmée. La personne qui a signalé en est prévenue."),
    "prise": _("Le signalement est pris en charge."),
    "attribution": _("L’attribution est enregistrée."),
    "demarche": _("La démarche est notée."),
    "reprise": _("Le signalement est repris : il est de nouveau chez vous."),
    "transfert": _("Le signalement est scellé pour l’autre organisation et transféré."),
    "retour": _("Le signalement est rendu. Vous ne pouvez plus l’ouvrir."),
    "cloture": _("Le signalement est clos. La personne qui a signalé en est prévenue."),
    "retabli": _("Le signalement est rétabli. Les délais courent à partir de maintenant."),
    "muet": _("Les notifications de cet échange sont coupées. Les messages restent lisibles."),
    "notifie": _("Les notifications de cet échange sont rétablies."),
    "efface": _("C’est effacé. La personne le verra quand elle reviendra."),
    "garde": _("Votre réponse est enregistrée. La personne la lira quand elle reviendra."),
    "verification": _("La fin de l’exploitation est vérifiée."),
}

_LETTER_NAMES: dict[LetterKind, str | Promise] = {
    LetterKind.ARTICLE_40: _("Avis au procureur (article 40)"),
    LetterKind.INFORMATION_PREOCCUPANTE: _("Information préoccupante à la CRIP"),
    LetterKind.SIGNALEMENT: _("Signalement au procureur"),
}


@dataclass(frozen=True)
class Tab:
    """One of the four sides of a transmission."""

    href: str
    label: str | Promise
    icon: str
    here: bool
    count: int = 0


def tabs(request: MemberRequest, transmission: Transmission, here: str) -> list[Tab]:
    """The ways to the page and, once a reason for opening was given, to what is sealed."""
    names = [("", "transmission", _("Fiche"), "list")]
    if Ability.READ_CONTENT in on_transmission(request.membership, transmission) and reason_for(
        request, transmission.id
    ):
        names += [
            ("content", "transmission_content", _("Contenu"), "eye"),
            ("messages", "transmission_messages", _("Échanges"), "message"),
            ("notes", "transmission_notes", _("Notes internes"), "edit"),
        ]
    unread = transmission.messages.filter(direction=Direction.TO_RECIPIENT, read_at=None).count()
    return [
        Tab(
            href=reverse(f"pro:{name}", args=[transmission.id]),
            label=label,
            icon=icon,
            here=key == here,
            count=unread if key == "messages" else 0,
        )
        for key, name, label, icon in names
    ]


@dataclass(frozen=True)
class StepLine:
    """One guided step in words; `text` is empty when today's rules no longer have it."""

    step: GuidedStep
    text: str


def page_of(
    request: MemberRequest,
    transmission: Transmission,
    *,
    done: str = "",
    opening: OpenForm | None = None,
    muting: MuteForm | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """The page. With a refusal or a form that was not filled in, it says so and answers 409 or 422."""
    at, abilities = clock.now(), on_transmission(request.membership, transmission)
    context = {
        "transmission": transmission,
        "now": at,
        "tabs": tabs(request, transmission, ""),
        "can": {ability.value: True for ability in abilities},
        "done": _DONE_WORDS.get(done, ""),
        "refusal": refusal.message if refusal else "",
        "deadlines": deadlines(transmission),
        "facts": clear_facts(transmission),
        "opening": opening or (None if reason_for(request, transmission.id) else OpenForm()),
        "history": timeline(transmission),
        "requests": list(selectors.requests_about(transmission)) if transmission.report.without_account else [],
        "muting": muting or (MuteForm() if Ability.MUTE in abilities else None),
        **_work(request.membership, transmission, abilities, at),
        **_assessing(request.membership, transmission),
    }
    status = 409 if refusal else 422 if opening is not None or muting is not None else 200
    return render(request, "pro/inbox/transmission.html", context, status=status)


def _work(
    membership: Membership, transmission: Transmission, abilities: frozenset[Ability], at: datetime
) -> dict[str, Any]:
    transfers = list(selectors.transfers_of(transmission))
    return {
        "transfers": transfers,
        "elsewhere": any(item.state in OPEN_STATES for item in transfers),
        "steps": _steps(transmission),
        "assigning": _assigning(membership, transmission) if Ability.ASSIGN in abilities else None,
        "letters": _letters(membership, transmission) if Ability.PRINT_LETTER in abilities else [],
        "verifiable": transmission.verify_on is not None and transmission.verify_on <= timezone.localdate(at),
    }


def readers(membership: Membership) -> list[Membership]:
    """Those of the organisation who can be given a report."""
    return [item for item in members_of(membership.organisation) if item.role_enum.reads]


def _assigning(membership: Membership, transmission: Transmission) -> AssignForm:
    return AssignForm(readers=readers(membership), initial={"to": str(transmission.assigned_to_id or "")})


def _assessing(membership: Membership, transmission: Transmission) -> dict[str, Any]:
    """Where a council assesses a minor's report: its assessment, or where one is started."""
    key = protection.assessment_of(transmission) if may_assess(membership) else None
    started = key is not None and protection.assessment_for(key, membership) is not None
    if not started and not protection.assessable(membership, transmission):
        return {}
    href = reverse("pro:assessment_from_report", args=[transmission.id])
    return {"assess_href": href, "assessment_id": key}


def _steps(transmission: Transmission) -> list[StepLine]:
    rows = rulebook.load().rows
    return [
        StepLine(step, translated(rows[step.code].what) if step.code in rows else "")
        for step in selectors.steps_of(transmission)
    ]


def _letters(membership: Membership, transmission: Transmission) -> list[tuple[LetterKind, str | Promise]]:
    facts = transmission.report.facts
    kinds = letters_for(
        kind=OrganisationKind(membership.organisation.kind),
        statuses=statuses_of(membership),
        age=AgeClass(facts["age"]),
        offence=OffenceKnown(facts["offence"]),
    )
    return [(kind, _LETTER_NAMES[kind]) for kind in kinds]
