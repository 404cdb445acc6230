"""Two at once: one answer counts, and who takes back her agreement never loses to whoever is reading."""

import pytest

from maillon.base.errors import Refusal
from maillon.referrals import services
from maillon.referrals.enums import LinkEnd, Reading, RefusalReason, StepState
from maillon.referrals.models import Link, Referral
from maillon.referrals.refusals import NoSuchLink
from maillon.vault.models import Grant
from tests.concurrency import together
from tests.referrals.factories import Town, draft, make_town, opened, refer, states, step_at
from tests.reports.factories import AT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town() -> Town:
    return make_town()


def test_two_answers_at_once_are_one(town) -> None:
    referral = refer(town)
    opened(referral, town.first)
    who = {"step_id": step_at(referral, town.first).pk, "by": town.first.reader.membership, "at": AT}
    results = together(
        lambda: services.accept(**who),
        lambda: services.accept(**who),
        lambda: services.watch_silence(at=AT),
    )
    assert sum(isinstance(result, Refusal) for result in results) == 1
    assert states(referral)[0] == StepState.ACCEPTED


def test_a_refusal_and_a_withdrawal_at_once_ask_the_next_only_once(town) -> None:
    referral = refer(town)
    key = step_at(referral, town.first).pk
    reader, worker = town.first.reader.membership, town.worker.membership
    results = together(
        lambda: services.refuse(step_id=key, reason=RefusalReason.FULL, by=reader, at=AT),
        lambda: services.withdraw_step(step_id=key, by=worker, at=AT),
    )
    assert sum(isinstance(result, Refusal) for result in results) == 1
    assert states(referral)[1:] == [StepState.PROPOSED, StepState.PLANNED]


@pytest.mark.guardrail("G6")
def test_revoking_while_it_is_being_opened_leaves_no_key(town) -> None:
    referral = refer(town)
    reader, step = town.first.reader, step_at(referral, town.first)
    who = {"by": reader.membership, "keyring": reader.keyring, "at": AT, "reason": Reading.ANSWERING}
    results = together(
        lambda: services.open_step(step_id=step.pk, **who),
        lambda: services.revoke_consent(step_id=step.pk, by=town.worker.membership, at=AT),
        lambda: services.open_step(step_id=step.pk, **who),
    )
    assert not isinstance(results[1], Refusal)
    assert states(referral)[0] == StepState.WITHDRAWN
    items = referral.parts.values("item_id")
    assert not Grant.objects.filter(item_id__in=items, key_pair__owner_id=town.first.house.organisation.pk).exists()


def test_the_same_draft_sent_from_two_windows_is_one_referral(town) -> None:
    written, by = draft(town), town.worker.membership
    sent = together(*[lambda: services.propose(draft=written, by=by, at=AT)] * 2)
    assert sent[0] == sent[1]
    assert Referral.objects.count() == 1


def test_a_hundred_guesses_at_once_are_five(town) -> None:
    referral = refer(town, [town.outside])
    link = services.make_link(
        step_id=step_at(referral, town.outside).pk, by=town.worker.membership, keyring=town.worker.keyring, at=AT
    )
    token = link.address.rstrip("/").rpartition("/")[2]
    wrong = [f"{(int(link.digits) + number) % 10**8:08d}" for number in range(1, 11)]
    guesses = [lambda digits=digits: services.enter_link(token=token, digits=digits, at=AT) for digits in wrong]
    results = together(*guesses)
    assert all(isinstance(result, NoSuchLink) for result in results)
    known = Link.objects.get()
    assert known.end == LinkEnd.WRONG_CODES
    assert known.wrong_codes == services.TRIES
    with pytest.raises(NoSuchLink):
        services.enter_link(token=token, digits=link.digits, at=AT)
