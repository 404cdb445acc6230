"""Cases for the matrix: somebody followed by the association, shared with the health service, and one offered."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from maillon.base import clock
from maillon.base.ids import new_id
from maillon.cases import services
from maillon.cases.content import NewCase, NewConsent, NewShare
from maillon.cases.enums import ActionState, DocumentKind, Doer, EntryKind, How, Purpose
from maillon.cases.models import Case, Consent
from tests.cases import pdfs
from tests.reports.factories import House, Orne, Person

_KINDS = frozenset({EntryKind.NOTE, EntryKind.DOCUMENT})


def followed(orne: Orne, health: House) -> dict[str, dict[str, Any]]:
    """Keyword arguments of addresses, by what the matrix calls their objects."""
    worker, at = orne.association.reader, clock.now()
    case, closed, offered, erased = (_case(worker) for _ in range(4))
    consent = _consent(case, worker, health, Purpose.SHARING)
    new = NewShare(
        kinds=_KINDS,
        until=localdate(at) + dt.timedelta(days=30),
        organisation_id=health.organisation.pk,
        consent_id=consent.pk,
    )
    acting = {"by": worker.membership, "at": at}
    share = services.share(case_id=case.pk, new=new, keyring=worker.keyring, **acting)
    agreed = _consent(offered, worker, health, Purpose.TRANSFER)
    offer = services.transfer(case_id=offered.pk, consent_id=agreed.pk, keyring=worker.keyring, **acting)
    services.close(case_id=closed.pk, reason="her_choice", **acting)
    certificate = services.erase_asked(case_id=erased.pk, **acting)
    pieces = _pieces(case, acting)
    return {
        "case": {"case_id": case.pk},
        "closed_case": {"case_id": closed.pk},
        "erased_case": {"case_id": erased.pk, "certificate_id": certificate.pk},
        "case_consent": {"case_id": case.pk, "consent_id": consent.pk},
        "case_share": {"case_id": case.pk, "share_id": share.pk},
        "shared_case": {"share_id": share.pk},
        "offered_case": {"transfer_id": offer.pk},
        "shared_document": {"share_id": share.pk, "entry_id": pieces["case_document"]["entry_id"]},
        **pieces,
    }


def _pieces(case: Case, acting: dict[str, Any]) -> dict[str, dict[str, UUID]]:
    act, at = {"case_id": case.pk, **acting}, acting["at"]
    pieces = {
        "case_note": services.write_note(text="Une note inventée.", **act).pk,
        "case_goal": services.set_goal(text="Un but inventé.", **act).pk,
        "case_action": services.plan_action(text="Une action inventée.", doer=Doer.TOGETHER, **act).pk,
        "case_appointment": services.appoint(starts_at=at + dt.timedelta(days=1), minutes=30, **act).pk,
        "case_correction": services.ask_correction(text="À corriger.", **act).pk,
        "case_document": services.add_document(
            kind=DocumentKind.LETTER, title="Un courrier inventé", data=pdfs.plain(), **act
        ).pk,
    }
    done = services.plan_action(text="Une action faite.", doer=Doer.WORKER, **act)
    services.finish_action(action_id=done.pk, state=ActionState.DONE, **acting)
    pieces["case_action_done"] = done.pk
    return {name: {"case_id": case.pk, "entry_id": key} for name, key in pieces.items()}


def _case(worker: Person) -> Case:
    new = NewCase(draft_id=new_id(), pseudonym="Lune", adult=True)
    return services.open_case(new=new, by=worker.membership, at=clock.now())


def _consent(case: Case, worker: Person, to: House, purpose: Purpose) -> Consent:
    new = NewConsent(
        purpose=purpose,
        how=How.SPOKEN,
        given_at=clock.now(),
        recipient_id=to.organisation.pk,
        kinds=_KINDS,
    )
    return services.give_consent(case_id=case.pk, new=new, by=worker.membership, at=clock.now())
