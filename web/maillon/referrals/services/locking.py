"""Reading a referral in order to change it. Every change locks the referral first, so no two meet at one step."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.base.locking import locked_row
from maillon.referrals.models import Link, Referral, Step
from maillon.referrals.refusals import NoSuchLink, NotAllowed
from maillon.referrals.rights import Ability, by_link, of_the_person, on_referral, on_step
from maillon.referrals.services.act import Act
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring
from maillon.vault.models import KeyPair

# Stands in the details of a line that nobody with an account left.
BY_CODE = {"by": "code"}
BY_LINK = {"by": "link"}


def locked_referral(key: UUID, *, skip_locked: bool = False) -> Referral | None:
    """The referral, locked until the caller's transaction ends; None when there is none.

    With `skip_locked` also None while somebody else has it, instead of waiting.
    """
    query = Referral.objects.select_related("author__member", "code_key", "organisation", "commune")
    return locked_row(query.filter(pk=key), skip_locked=skip_locked)


def act_on_referral(referral_id: UUID, by: Membership, at: datetime, ability: Ability) -> Act:
    """An act on all of it. Raises NotAllowed when it does not exist or `by` lacks the ability."""
    referral = locked_referral(referral_id)
    if referral is None or ability not in on_referral(by, referral):
        raise NotAllowed
    return Act(referral, by, at)


def act_on_step(step_id: UUID, by: Membership, at: datetime, ability: Ability) -> tuple[Act, Step]:
    """An act on one step. Raises NotAllowed when it does not exist or `by` lacks the ability: both look the same."""
    return _act(step_id, by, at, {}, lambda step: ability in on_step(by, step))


def act_by_code(step_id: UUID, keyring: Keyring, at: datetime, ability: Ability) -> tuple[Act, Step]:
    """The same for the person whose code opened `keyring`. Raises NotAllowed for what is not hers."""
    return _act(
        step_id, None, at, BY_CODE, lambda step: is_hers(step.referral, keyring) and ability in of_the_person(step)
    )


def is_hers(referral: Referral, keyring: Keyring) -> bool:
    """Whether this keyring is that of the referral's code, with the private half that goes with it."""
    return _fits(referral.code_key, keyring, vault.code_keyring)


def act_by_link(link_id: UUID, keyring: Keyring, at: datetime, ability: Ability) -> tuple[Act, Step, Link]:
    """The same for whoever opened a link. Raises NoSuchLink for another link's keyring, and once it has ended."""
    link = Link.objects.filter(pk=link_id).first()
    if link is None:
        raise NoSuchLink
    try:
        act, step = _act(link.step_id, None, at, BY_LINK, lambda step: True)
    except NotAllowed:
        raise NoSuchLink from None
    # Read again under the referral's lock: an answer or a revocation may have ended it meanwhile.
    link = Link.objects.select_related("key_pair").get(pk=link_id)
    link.step = step
    if not _fits(link.key_pair, keyring, vault.link_keyring) or ability not in by_link(link, at):
        raise NoSuchLink
    return act, step, link


def _fits(pair: KeyPair | None, keyring: Keyring, keyring_of: Callable[..., Keyring]) -> bool:
    if pair is None or pair.pk != keyring.key_pair_id:
        return False
    try:
        keyring_of(key_pair=pair, private_key=keyring.private_key)
    except CannotOpen:
        return False
    return True


def _act(
    step_id: UUID, by: Membership | None, at: datetime, details: dict[str, str], may: Callable[[Step], bool]
) -> tuple[Act, Step]:
    referral_id = Step.objects.filter(pk=step_id).values_list("referral_id", flat=True).first()
    referral = None if referral_id is None else locked_referral(referral_id)
    if referral is None:
        raise NotAllowed
    act = Act(referral, by, at, details)
    step = act.step(step_id)
    if not may(step):
        raise NotAllowed
    return act, step
