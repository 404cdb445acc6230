"""Fills the standard's fields from an opened case. Pure: what is to be told is passed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from pydantic import BaseModel

from maillon.cases.content import Identity, OpenedCase, OpenedEntry, Reaching, Situation
from maillon.cases.enums import CaseState, ClosingReason, EntryKind
from maillon.cases.htcds.records import VERSION, document_model, fields_of_standard
from maillon.cases.models import Case, Consent, Referred, Transfer
from maillon.directory.enums import OrganisationKind

_KINDS = {OrganisationKind.ASSOCIATION: "NGO", OrganisationKind.HEALTH: "HealthServiceOrganisation"}
# The languages of base.languages as ISO 639-2 (terminology codes) names them.
_LANGUAGES = {
    "fr": "fra",
    "en": "eng",
    "es": "spa",
    "pt": "por",
    "ro": "ron",
    "bg": "bul",
    "sq": "sqi",
    "ar": "ara",
    "zh": "zho",
}


@dataclass(frozen=True)
class Whole:
    """What an export is made of. Needs of the case: organisation and its département, responsible and member, step."""

    case: Case
    opened: OpenedCase
    referred: Sequence[Referred] = ()
    transfers: Sequence[Transfer] = ()
    consents: Sequence[Consent] = ()


def build(whole: Whole, *, on: date) -> BaseModel:
    """The export, validated by the standard's lists. Raises pydantic.ValidationError where something does not fit."""
    data = {
        "standard": VERSION,
        "made_on": on,
        "organization": _organization(whole.case),
        "person": _person(whole),
        "victim": _victim(whole.opened),
        "perpetrator": {},
        "case": _case(whole),
        "referral": _referrals(whole),
        "comment": [{"cco_CaseComment": entry.text} for entry in _standing(whole.opened, EntryKind.NOTE)],
        "event": [],
        "plan": _plans(whole.opened),
        "consent": [_consent(consent) for consent in whole.consents],
        "not_held": {field.name: field.why_not for field in fields_of_standard() if not field.is_held},
    }
    return document_model().model_validate(data)


def _organization(case: Case) -> dict[str, Any]:
    return {
        "org_Name": case.organisation.name,
        "org_ShippingCountry": "FR",
        "org_ShippingState": case.organisation.departement.name,
        "org_Type": _KINDS.get(OrganisationKind(case.organisation.kind)),
    }


def _person(whole: Whole) -> dict[str, Any]:
    identity, reaching, situation = (
        _piece(whole.opened, kind) for kind in (EntryKind.IDENTITY, EntryKind.REACHING, EntryKind.SITUATION)
    )
    found: dict[str, Any] = {"mln_Pseudonym": whole.opened.pseudonym}
    if isinstance(identity, Identity):
        found |= {
            "prs_FirstName": identity.first_name,
            "prs_MiddleName": identity.middle_name,
            "prs_SecondName": identity.last_name,
            "prs_Birthdate": _day(identity.birth_on),
        }
    if isinstance(reaching, Reaching):
        found |= {
            "prs_Email": reaching.email,
            "prs_MobilePhone": reaching.phone,
            "prs_MailingCity": reaching.city,
            "prs_MailingStreet": reaching.street,
            "prs_MailingPostalCode": reaching.postal_code,
        }
    if isinstance(situation, Situation):
        found["prs_NumberOfChildren"] = situation.children
    found["prs_PrimaryLanguage"] = _LANGUAGES.get(whole.case.language.partition("-")[0])
    return _filled(found)


def _victim(opened: OpenedCase) -> dict[str, Any]:
    situation = _piece(opened, EntryKind.SITUATION)
    if not isinstance(situation, Situation):
        return {}
    return _filled(
        {
            "vic_TraffickingStatus": situation.trafficking,
            "vic_AgeWhenTrafficked": situation.age_then,
            "vic_MethodOfRecruitment": list(situation.recruitment),
            "vic_MethodsOfControl": list(situation.control),
            "vic_TypeOfExploitation": list(situation.exploitation),
            "vic_TypeOfSexExploitation": list(situation.sexual_exploitation),
        }
    )


def _case(whole: Whole) -> dict[str, Any]:
    case, ending = whole.case, whole.opened.latest(EntryKind.ENDING)
    reason = str(ClosingReason(case.closing_reason).label) if case.closing_reason else ""
    types = [entry.codes["type"] for entry in _standing(whole.opened, EntryKind.VIOLENCE)]
    return _filled(
        {
            "cas_Status": _status(case),
            "cas_ReasonForCaseClosure": ". ".join(filter(None, (reason, ending.text if ending else ""))),
            "cas_CaseOwner": case.responsible.member.name,
            "mln_CaseNumber": case.number,
            "mln_OpenedOn": timezone.localdate(case.opened_at),
            "mln_ClosedOn": timezone.localdate(case.closed_at) if case.closed_at else None,
            "mln_ViolenceTypes": types,
        }
    )


def _status(case: Case) -> str:
    if case.state == CaseState.OPEN:
        return "Active"
    elsewhere = case.state == CaseState.TRANSFERRED or case.closing_reason == ClosingReason.OTHER_SERVICE
    return "ClosedReferred" if elsewhere else "Closed"


def _referrals(whole: Whole) -> list[dict[str, Any]]:
    incoming = [] if whole.case.step is None else [_incoming(whole.case)]
    steps = [step for tied in whole.referred for step in tied.referral.steps.all() if step.proposed_at is not None]
    outgoing = [_outgoing(step.service.name, timezone.localdate(step.proposed_at)) for step in steps]
    outgoing += [
        _outgoing(transfer.recipient.name, timezone.localdate(transfer.sent_at), "Other")
        for transfer in whole.transfers
    ]
    return incoming + outgoing


def _incoming(case: Case) -> dict[str, Any]:
    assert case.step is not None  # asked before
    return {
        "cas_ReferringOrganisation": case.step.referral.organisation.name,
        "cas_IncomingReferralDate": timezone.localdate(case.step.accepted_at) if case.step.accepted_at else None,
        "cas_ReasonForIncomingReferral": "AdditionalServicesRequired",
    }


def _outgoing(name: str, on: date, reason: str = "AdditionalServicesRequired") -> dict[str, Any]:
    return {
        "cas_ReferredOrganisation": name,
        "cas_OutgoingReferralDate": on,
        "cas_ReasonForOutgoingReferral": reason,
    }


def _plans(opened: OpenedCase) -> list[dict[str, Any]]:
    actions = _standing(opened, EntryKind.ACTION)
    goals = _standing(opened, EntryKind.GOAL)
    plans = [_plan(goal, [one for one in actions if one.codes["goal_id"] == goal.id]) for goal in goals]
    without = [one for one in actions if one.codes["goal_id"] is None]
    return [*plans, *([_plan(None, without)] if without else [])]


def _plan(goal: OpenedEntry | None, actions: Sequence[OpenedEntry]) -> dict[str, Any]:
    days = [action.codes["due_on"] for action in actions if action.codes["due_on"] is not None]
    return _filled(
        {
            "spl_Objectives": goal.text if goal else "",
            "spl_ActionPlan": "\n".join(action.text for action in actions),
            "spl_PlannedEndDate": max(days, default=None),
            "spl_ActualEndDate": goal.codes["ended_on"] if goal else None,
        }
    )


def _consent(consent: Consent) -> dict[str, Any]:
    withdrawn = consent.withdrawn_at
    return {
        "con_Consent": withdrawn is None,
        "mln_Purpose": str(consent.purpose),
        "mln_GivenOn": timezone.localdate(consent.given_at),
        "mln_WithdrawnOn": timezone.localdate(withdrawn) if withdrawn else None,
    }


def _standing(opened: OpenedCase, kind: EntryKind) -> list[OpenedEntry]:
    return [entry for entry in reversed(opened.entries) if entry.kind is kind and not entry.replaced]


def _piece(opened: OpenedCase, kind: EntryKind) -> object:
    entry = opened.latest(kind)
    return entry.piece if entry else None


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _filled(found: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value not in ("", None, [])}
