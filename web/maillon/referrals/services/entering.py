"""Coming in by a link: five tries at the digits, then read and answer once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.journal.enums import Action
from maillon.referrals.content import OpenedParts
from maillon.referrals.enums import LinkEnd, Outcome, Reading, RefusalReason
from maillon.referrals.models import Link, Step
from maillon.referrals.refusals import NoSuchLink
from maillon.referrals.rights import Ability, by_link
from maillon.referrals.services.act import Act
from maillon.referrals.services.answering import see, take, turn_down
from maillon.referrals.services.links import digest_of
from maillon.referrals.services.locking import BY_LINK, act_by_link, locked_referral
from maillon.referrals.services.meeting import conclude, meet, set_appointment
from maillon.referrals.services.opening import parts_of, texts_of
from maillon.referrals.services.shutting import end
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring

TRIES = 5


@dataclass(frozen=True)
class EnteredLink:
    """What token and digits led to. `keyring` is for the caller's sealed session (`Keyring.to_bytes`)."""

    link_id: UUID
    keyring: Keyring


def link_exists(*, token: str, at: datetime) -> bool:
    """Whether a page that asks for the digits is to be shown; nothing else is said before them."""
    return _living(token, at) is not None


def enter_link(*, token: str, digits: str, at: datetime) -> EnteredLink:
    """Checks the digits. Slow on purpose, and refuses to run inside a transaction.

    The fifth wrong try ends the link and tells who refers. Raises NoSuchLink, with `left` tries where the link lives.
    """
    link = _living(token, at)
    if link is None:
        raise NoSuchLink
    # Counted before it is known: a hundred tries at once are still five.
    _claim(link.pk)
    typed = "".join(char for char in digits if char.isdecimal())
    private_key = vault.link_private_key(token=token, digits=typed, salt=bytes(link.salt))
    try:
        assert link.key_pair is not None  # a living one has it
        keyring = vault.link_keyring(key_pair=link.key_pair, private_key=private_key)
    except CannotOpen:
        raise NoSuchLink(left=_count_wrong(link.pk, at)) from None
    _give_back(link.pk)
    return EnteredLink(link.pk, keyring)


def _living(token: str, at: datetime) -> Link | None:
    found = Link.objects.select_related("key_pair", "step__referral").filter(token_digest=digest_of(token)).first()
    return found if found is not None and by_link(found, at) else None


@transaction.atomic
def _claim(link_id: UUID) -> None:
    link = Link.objects.select_for_update().get(pk=link_id)
    if link.ended_at is not None or link.wrong_codes >= TRIES:
        raise NoSuchLink
    link.wrong_codes += 1
    link.save(update_fields=["wrong_codes"])


@transaction.atomic
def _give_back(link_id: UUID) -> None:
    # She had the digits: what she mistyped before them is no attack.
    Link.objects.filter(pk=link_id, ended_at=None).update(wrong_codes=0)


@transaction.atomic
def _count_wrong(link_id: UUID, at: datetime) -> int:
    step = Step.objects.only("referral_id").get(links=link_id)
    referral = locked_referral(step.referral_id)
    assert referral is not None  # steps keep theirs
    act = Act(referral, None, at, BY_LINK)
    link = Link.objects.select_related("key_pair").get(pk=link_id)
    left = max(0, TRIES - link.wrong_codes)
    if link.ended_at is None:
        act.line(act.step(step.pk), Action.LINK_TRIED, details={"link": str(link_id), "left": left})
    if link.ended_at is None and left == 0:
        end(link, LinkEnd.WRONG_CODES, at)
        act.line(act.step(step.pk), Action.LINK_ENDED, reason=LinkEnd.WRONG_CODES, details={"link": str(link_id)})
        act.tell_author()
    act.finish()
    return left


@transaction.atomic
def open_by_link(*, link_id: UUID, keyring: Keyring, at: datetime) -> tuple[Step, OpenedParts]:
    """What the service is told; the first opening makes of PROPOSED a SEEN. Journalled. Raises NoSuchLink."""
    act, step, _link = act_by_link(link_id, keyring, at, Ability.OPEN)
    parts = parts_of(act.referral, step.parts)
    opened = vault.open_for_link(items=[part.item for part in parts], keyring=keyring, at=at, reason=Reading.ANSWERING)
    texts = texts_of(parts, opened)
    see(act, step, reason=Reading.ANSWERING)
    act.finish()
    return step, texts


@transaction.atomic
def accept_by_link(
    *, link_id: UUID, keyring: Keyring, at: datetime, starts_at: datetime | None = None, minutes: int = 0
) -> Step:
    """The service takes it, and may set an appointment, `minutes` long, in the same breath.

    The link ends, and opens nothing any more: show the contact before. Raises NoSuchLink or WrongMoment.
    """
    act, step, _link = act_by_link(link_id, keyring, at, Ability.ACCEPT)
    take(act, step)
    if starts_at is not None:
        set_appointment(act, step, starts_at, minutes, joint=False)
    act.finish()
    return step


@transaction.atomic
def refuse_by_link(*, link_id: UUID, reason: RefusalReason, words: str = "", keyring: Keyring, at: datetime) -> Step:
    """The service does not take it; the link ends, the next service is asked. Raises NoSuchLink or WrongReason."""
    act, step, _link = act_by_link(link_id, keyring, at, Ability.REFUSE)
    turn_down(act, step, reason, words)
    return step


@transaction.atomic
def look_by_link(*, link_id: UUID, keyring: Keyring, at: datetime) -> Step:
    """The step of a service that said yes, for its link to say what became of it. Opens nothing. Raises NoSuchLink."""
    _act, step, _link = act_by_link(link_id, keyring, at, Ability.SEE)
    return step


@transaction.atomic
def met_by_link(*, link_id: UUID, keyring: Keyring, at: datetime) -> Step:
    """The service has met her; the link lives on, for the outcome. Raises NoSuchLink."""
    act, step, _link = act_by_link(link_id, keyring, at, Ability.MEET)
    meet(act, step)
    return step


@transaction.atomic
def finish_by_link(*, link_id: UUID, outcome: Outcome, words: str = "", keyring: Keyring, at: datetime) -> Step:
    """How it ended; the link ends too. Raises NoSuchLink or WrongReason."""
    act, step, _link = act_by_link(link_id, keyring, at, Ability.FINISH)
    conclude(act, step, outcome, words)
    return step
