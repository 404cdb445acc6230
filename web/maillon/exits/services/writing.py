"""Writing the file of a request, and reading it: the association always, the préfecture once it has it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.exits import rules
from maillon.exits.content import PAPERS, Allowance, OpenedFile, Paper
from maillon.exits.enums import PaperKind, Reading, RequestKind, Sealed
from maillon.exits.models import Aid, Request
from maillon.exits.models import Paper as StoredPaper
from maillon.exits.refusals import Erased, Incomplete, WrongPaper
from maillon.exits.rights import Ability
from maillon.exits.rules import Simulation, Situation
from maillon.exits.services.locking import record_on_request, request_for
from maillon.journal.enums import Action
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem


@transaction.atomic
def write_paper(*, request_id: UUID, paper: Paper, by: Membership, at: datetime) -> StoredPaper:
    """Seals one piece of the file to the association; written anew, the one before is destroyed.

    Raises NotAllowed, WrongPaper for one that this request does not have, Incomplete for one with a gap.
    """
    request = request_for(request_id, by, at, Ability.WRITE)
    if paper.kind not in rules.papers_of(RequestKind(request.kind)):
        raise WrongPaper
    if paper.missing():
        raise Incomplete
    item = _seal(request, paper.sealed_as, paper.to_bytes(), at)
    stored = StoredPaper.objects.select_related("item").filter(request=request, kind=paper.kind).first()
    before = None if stored is None else stored.item
    if stored is None:
        stored = StoredPaper(id=new_id(), request=request, kind=paper.kind)
    stored.item, stored.written_at, stored.written_by = item, at, by
    stored.save()
    if before is not None:
        vault.forget(item=before)
    record_on_request(request, by, at, Action.EXIT_WRITTEN, reason=paper.kind)
    return stored


@transaction.atomic
def simulate_aid(*, request_id: UUID, situation: Situation, by: Membership, at: datetime) -> Simulation:
    """What the rules say of the AFIS, kept with the request as it came out today: asked for with it, once it goes.

    Raises NotAllowed, or ValueError as `rules.simulate` does.
    """
    request = request_for(request_id, by, at, Ability.WRITE)
    today = timezone.localdate(at)
    simulation = rules.simulate(situation, today)
    item = _seal(request, Sealed.AID, Allowance.of(situation, simulation, today).to_bytes(), at)
    before = aid_item(request)
    Aid.objects.update_or_create(request=request, defaults={"item": item, "written_at": at, "written_by": by})
    if before is not None:
        vault.forget(item=before)
    record_on_request(request, by, at, Action.EXIT_WRITTEN, reason="aid")
    return simulation


@transaction.atomic
def drop_aid(*, request_id: UUID, by: Membership, at: datetime) -> None:
    """The AFIS is not asked for after all. Raises NotAllowed."""
    request = request_for(request_id, by, at, Ability.WRITE)
    before = aid_item(request)
    Aid.objects.filter(request=request).delete()
    if before is not None:
        vault.forget(item=before)
    record_on_request(request, by, at, Action.EXIT_WRITTEN, reason="no_aid")


def aid_item(request: Request) -> SealedItem | None:
    """What is sealed of the aid so far; to be forgotten once nothing refers to it any more."""
    aid = Aid.objects.select_related("item").filter(request=request).first()
    return None if aid is None else aid.item


def _seal(request: Request, kind: Sealed, plaintext: bytes, at: datetime) -> SealedItem:
    return vault.seal(
        plaintext=plaintext, kind=kind, subject_id=request.pk, organisations=[request.path.association_id], at=at
    )


@transaction.atomic
def open_file(*, request_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading) -> OpenedFile:
    """The whole file, for the association that presents it or the préfecture that has it. Journalled each time.

    Raises NotAllowed, Erased, or CannotOpen when the reader has not been given her organisation's key yet.
    """
    request = request_for(request_id, by, at, Ability.SEE)
    if request.path.erased_at is not None:
        raise Erased
    request = request_for(request_id, by, at, Ability.READ)
    papers = list(StoredPaper.objects.filter(request=request).select_related("item"))
    aid = aid_item(request)
    items = [paper.item for paper in papers] + [
        item for item in (aid, request.reasons, request.wanted) if item is not None
    ]
    opened = vault.open_items(
        items=items, keyring=keyring, organisation_id=by.organisation_id, by=by, at=at, reason=reason
    )
    if items and not opened:
        raise CannotOpen
    record_on_request(request, by, at, Action.OPENED, reason=reason)
    return OpenedFile(
        papers=_papers(papers, opened),
        aid=Allowance.from_bytes(opened[aid.pk]) if aid is not None and aid.pk in opened else None,
        reasons=_text(request.reasons, opened),
        wanted=_text(request.wanted, opened),
    )


def _papers(papers: list[StoredPaper], opened: Mapping[UUID, bytes]) -> dict[PaperKind, Paper]:
    return {
        PaperKind(paper.kind): PAPERS[PaperKind(paper.kind)].from_bytes(opened[paper.item_id])
        for paper in papers
        if paper.item_id in opened
    }


def _text(item: SealedItem | None, opened: Mapping[UUID, bytes]) -> str:
    return opened.get(item.pk, b"").decode() if item is not None else ""
