"""Handing a file to the préfecture, and being given it back for want of a paper."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.languages import DOOR_LANGUAGES
from maillon.exits import rules
from maillon.exits.content import Agreed
from maillon.exits.enums import PaperKind, RequestKind, RequestMove, RequestState, Sealed
from maillon.exits.models import Request
from maillon.exits.refusals import MissingPapers, NoConsent, NoReasons, NotApproved
from maillon.exits.rights import Ability
from maillon.exits.selectors import is_approved, living_consent, sealed_of
from maillon.exits.services.asking import take_keys
from maillon.exits.services.locking import record_on_request, request_for, tell_association, tell_prefecture
from maillon.exits.wording import agreement
from maillon.journal.enums import Action
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@transaction.atomic
def submit(*, request_id: UUID, agreed: Agreed, by: Membership, keyring: Keyring, at: datetime) -> Request:
    """Hands the whole file to the préfecture, which alone can open it besides the association.

    `agreed` is her agreement to just this; the one that a path is prepared must still stand, too. Raises NotAllowed,
    NotApproved, NoConsent, MissingPapers, CannotOpen for whoever lacks the association's key, or NoKey while the
    préfecture has none.
    """
    request = request_for(request_id, by, at, Ability.SUBMIT)
    path = request.path
    if not is_approved(path.association, path.prefecture, timezone.localdate(at)):
        raise NotApproved
    consent = living_consent(path)
    if consent is None or agreed.given_at > at or agreed.language not in dict(DOOR_LANGUAGES):
        raise NoConsent
    _check_whole(request)
    request.state = rules.REQUEST.after(RequestState(request.state), RequestMove.SUBMIT)
    request.consent, request.submitted_at, request.submitted_by = consent, at, by
    request.agreed_at, request.agreed_how, request.agreed_language = agreed.given_at, agreed.how, agreed.language
    request.agreed_wording = agreement(path.prefecture.name, language=agreed.language)
    request.save()
    vault.grant_further(
        items=sealed_of(request),
        keyring=keyring,
        through_organisation_id=path.association_id,
        organisation_id=path.prefecture_id,
        by=by,
        at=at,
    )
    tell_prefecture(path)
    record_on_request(request, by, at, Action.EXIT_SUBMITTED, reason=request.kind)
    return request


def _check_whole(request: Request) -> None:
    written = {PaperKind(kind) for kind in request.papers.values_list("kind", flat=True)}
    missing = rules.missing(RequestKind(request.kind), written)
    if missing:
        raise MissingPapers([paper.label for paper in missing])


@transaction.atomic
def send_back(*, request_id: UUID, wanted: str, by: Membership, at: datetime) -> Request:
    """The préfecture wants something more: the file is the association's again, and shut to the préfecture until then.

    `wanted` is sealed to both. Raises NotAllowed, or NoReasons where nothing is said.
    """
    request = request_for(request_id, by, at, Ability.SEND_BACK)
    if not wanted.strip():
        raise NoReasons
    before = request.wanted
    request.state = rules.REQUEST.after(RequestState(request.state), RequestMove.SEND_BACK)
    request.sent_back_at = at
    request.wanted = vault.seal(
        plaintext=wanted.strip().encode(),
        kind=Sealed.MISSING,
        subject_id=request.pk,
        organisations=[request.path.association_id, request.path.prefecture_id],
        at=at,
    )
    request.save(update_fields=["state", "sent_back_at", "wanted"])
    if before is not None:
        vault.forget(item=before)
    take_keys(request)
    tell_association(request.path, by)
    record_on_request(request, by, at, Action.EXIT_WRITTEN, reason=RequestMove.SEND_BACK)
    return request
