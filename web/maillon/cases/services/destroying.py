"""Destroying what is sealed: keys and envelopes go, a certificate without anything of hers stays."""

import hashlib
from collections.abc import Collection, Iterable
from uuid import UUID

from maillon.base.events import publish
from maillon.base.ids import new_id
from maillon.cases.enums import CaseState, ClosingReason
from maillon.cases.events import CaseErased
from maillon.cases.models import Certificate, Correction, Document, Entry, Incident
from maillon.cases.services.act import ENTRY_RELATED, SEALED_TEXTS, Act, items_of
from maillon.cases.services.sharing import end_all_shares
from maillon.cases.services.transferring import drop_offers
from maillon.journal.enums import Action
from maillon.vault import services as vault
from maillon.vault.models import SealedItem

_PERSON = b"maillon erased"
ASKED = "asked"


def destroy_case(act: Act, *, rule: str, ended_as: ClosingReason) -> Certificate:
    """Destroys everything sealed of a locked case and tells those who hang upon it; the caller finishes the act.

    What stays, for figures: dates, states, levels and types. Where she was and what she speaks goes with the rest. A
    case that was still open ends for this reason.
    """
    case = act.case
    end_all_shares(act)
    drop_offers(act)
    entries = list(case.entries.filter(erased_at=None).select_related(*ENTRY_RELATED).defer(*SEALED_TEXTS))
    name = case.pseudonym
    case.pseudonym = case.commune = None
    case.language = ""
    case.hold_until, case.hold_ground = None, ""
    case.erased_at = act.at
    if case.state == CaseState.OPEN:
        case.state, case.closed_at, case.closing_reason = CaseState.CLOSED, act.at, ended_as
    case.save()
    case.marks.all().delete()
    Incident.objects.filter(entry__case=case).update(happened_on=None)
    certificate = destroy_entries(act, entries, rule=rule, besides=[name] if name else [])
    publish(CaseErased(case.pk, act.at))
    return certificate


def destroy_entries(
    act: Act, entries: Collection[Entry], *, rule: str, besides: Iterable[SealedItem] = ()
) -> Certificate:
    """Destroys the content of these entries of the case, and what else is given; writes line and certificate."""
    items = [*besides, *items_of(entries)]
    keys = [entry.pk for entry in entries]
    Document.objects.filter(pk__in=keys).update(file=None)
    Correction.objects.filter(pk__in=keys).update(answer=None)
    Entry.objects.filter(pk__in=keys).update(item=None, erased_at=act.at)
    for item in items:
        vault.forget(item=item)
    destroyed = sorted(item.pk for item in items)
    certificate = Certificate.objects.create(
        id=new_id(),
        organisation_id=act.case.organisation_id,
        case_id=act.case.pk,
        destroyed_at=act.at,
        rule=rule,
        items=len(destroyed),
        digest=digest_of(destroyed),
    )
    details = {"certificate": str(certificate.pk), "items": [str(key) for key in destroyed]}
    act.line(Action.ERASED, reason=rule, details=details)
    return certificate


def digest_of(keys: Iterable[UUID]) -> bytes:
    """What a certificate holds of the keys of what was destroyed: 32 bytes over them in order."""
    ordered = b"".join(key.bytes for key in sorted(keys))
    return hashlib.blake2b(ordered, digest_size=32, person=_PERSON).digest()
