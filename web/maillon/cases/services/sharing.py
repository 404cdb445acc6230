"""Letting somebody else read a part, until a day; and taking it back with effect at once."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.base.tasks import defer
from maillon.cases import rules
from maillon.cases.content import NewShare
from maillon.cases.enums import EntryKind, Purpose, ShareEnd
from maillon.cases.models import Consent, Share
from maillon.cases.refusals import AlreadyEnded, NoConsent, NothingToShare, NotReceivable, WrongMoment
from maillon.cases.rights import Ability
from maillon.cases.services.act import ENTRY_RELATED, SEALED_TEXTS, Act, act_on_case, items_of, locked_case
from maillon.cases.services.receiving import hold_member, receiving_member, receiving_organisation
from maillon.directory.models import Organisation
from maillon.journal.enums import Action
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem

# A share is looked at again at least once a year.
LONGEST = timedelta(days=366)


@transaction.atomic
def share(*, case_id: UUID, new: NewShare, by: Membership, keyring: Keyring, at: datetime) -> Share:
    """Lets an organisation, or one member, read some kinds until the end of a day.

    What is written later of these kinds goes there too. An earlier share with the same one ends. Outside the own
    organisation it rests on her consent to exactly that. Raises NotAllowed, NothingToShare, WrongMoment, NotReceivable,
    NoConsent, or CannotOpen for whoever holds no key yet.
    """
    hold_member(new.member_id)
    act = act_on_case(case_id, by, at, Ability.SHARE)
    chosen = [kind for kind in EntryKind if kind in new.kinds]
    if not chosen or not set(chosen) <= set(rules.SHAREABLE):
        raise NothingToShare
    if not act.today <= new.until <= act.today + LONGEST:
        raise WrongMoment
    organisation, member = _recipient(act, new)
    outside = (organisation or (member and member.organisation)) or act.case.organisation
    consent = _consent(act, outside, chosen, new.consent_id)
    _end_earlier(act, organisation, member)
    made = Share.objects.create(
        id=new_id(),
        case=act.case,
        organisation=organisation,
        member=member,
        kinds=[kind.value for kind in chosen],
        consent=consent,
        shared_by=by,
        shared_at=at,
        until=new.until,
    )
    vault.grant_further(
        items=shared_items(made),
        keyring=keyring,
        through_organisation_id=act.case.organisation_id,
        organisation_id=organisation.pk if organisation else None,
        members=[member.member_id] if member else [],
        by=by,
        at=at,
    )
    _note(act, made, outside)
    act.finish()
    return made


@transaction.atomic
def unshare(*, share_id: UUID, by: Membership, at: datetime) -> Share:
    """Takes it back; the keys are destroyed. Raises NotAllowed or AlreadyEnded."""
    case_id = Share.objects.filter(pk=share_id).values_list("case_id", flat=True).first()
    act = act_on_case(case_id, by, at, Ability.UNSHARE)
    ended = Share.objects.select_related("member").get(pk=share_id)
    if ended.ended_at is not None:
        raise AlreadyEnded
    end_share(act, ended, ShareEnd.REVOKED)
    act.finish()
    return ended


def end_share(act: Act, ended: Share, why: ShareEnd) -> None:
    """Ends a living share of the locked case: whoever had it can open nothing of it from now on."""
    ended.ended_at, ended.end = act.at, why
    ended.save(update_fields=["ended_at", "end"])
    items = shared_items(ended)
    if ended.organisation_id is not None:
        vault.withdraw(items=items, organisation_id=ended.organisation_id)
    elif ended.member is not None:
        vault.withdraw_from_members(items=items, members=[ended.member.member_id])
    outside = ended.organisation_id or (ended.member and ended.member.organisation_id)
    act.line(Action.CASE_UNSHARED, reason=why, details={"share": str(ended.pk)}, recipient=outside or None)


def end_all_shares(act: Act) -> None:
    """Nobody outside reads a case that is over."""
    # In one order, so that two acts that take from the same organisations never wait for one another in a ring.
    living_ones = act.case.shares.filter(ended_at=None).select_related("member")
    for living in living_ones.order_by("organisation_id", "pk"):
        end_share(act, living, ShareEnd.CASE_ENDED)


def end_expired_shares(*, at: datetime) -> int:
    """Ends those whose last day has passed, each in a transaction of its own; says how many."""
    over = Share.objects.filter(ended_at=None, until__lt=timezone.localdate(at)).order_by("case_id")
    return sum(_expire(key, case_id, at) for key, case_id in over.values_list("pk", "case_id"))


@transaction.atomic
def _expire(key: UUID, case_id: UUID, at: datetime) -> bool:
    case = locked_case(case_id)
    expired = Share.objects.select_related("member").filter(pk=key, ended_at=None).first()
    if case is None or expired is None:
        return False
    act = Act(case, None, at)
    end_share(act, expired, ShareEnd.EXPIRED)
    act.finish()
    return True


def shared_items(made: Share) -> list[SealedItem]:
    """What a share is about, as it is sealed today."""
    entries = made.case.entries.filter(kind__in=made.kinds, erased_at=None).select_related(*ENTRY_RELATED)
    return items_of(entries.defer(*SEALED_TEXTS))


def _recipient(act: Act, new: NewShare) -> tuple[Organisation | None, Membership | None]:
    organisation_id, member_id = new.organisation_id, new.member_id
    if organisation_id is not None and member_id is None and organisation_id != act.case.organisation_id:
        return receiving_organisation(organisation_id), None
    # Who follows her already needs no share.
    if member_id is not None and organisation_id is None and member_id != act.case.responsible_id:
        return None, receiving_member(member_id)
    raise NotReceivable


def _consent(act: Act, outside: Organisation, kinds: Collection[EntryKind], key: UUID | None) -> Consent | None:
    if outside.pk == act.case.organisation_id:
        return None
    living = act.case.consents.filter(purpose=Purpose.SHARING, recipient=outside, withdrawn_at=None)
    found = living.filter(pk=key, kinds__contains=list(kinds)).first() if key else None
    if found is None:
        raise NoConsent
    return found


def _end_earlier(act: Act, organisation: Organisation | None, member: Membership | None) -> None:
    earlier = act.case.shares.filter(ended_at=None, organisation=organisation, member=member)
    for share_ in earlier.select_related("member"):
        end_share(act, share_, ShareEnd.REPLACED)


def _note(act: Act, made: Share, outside: Organisation) -> None:
    details = {"share": str(made.pk), "kinds": made.kinds, "until": made.until.isoformat()}
    act.line(Action.CASE_SHARED, details=details, recipient=outside.pk)
    if made.member is not None:
        defer("reports.notify_member", member_id=str(made.member.member_id))
    else:
        defer("reports.notify_organisation", organisation_id=str(outside.pk))
