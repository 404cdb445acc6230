"""G8: what was told is destroyed with its keys two years after the last contact; figures and proof stay."""

import datetime as dt

import pytest

from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.referrals import services
from maillon.referrals.enums import ReferralState, RefusalReason, StepState
from maillon.referrals.models import Consent, Draft, Part, Referral
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rights import Ability, on_referral, on_step
from maillon.referrals.rules import CODE_LIFE, CONTENT_LIFE, DRAFT_LIFE
from maillon.referrals.services import erase_expired
from maillon.speaking.code import new_code
from maillon.speaking.models import Speaker
from maillon.vault.models import Grant, KeyPair, SealedItem
from tests.referrals.factories import Town, accepted, make_town, opened, refer, states, step_at
from tests.reports.factories import AT

pytestmark = pytest.mark.guardrail("G8")
TICK = dt.timedelta(seconds=1)


@pytest.fixture
def town(db) -> Town:
    return make_town()


def ended(town: Town) -> Referral:
    referral = refer(town, [town.first], code=new_code())
    opened(referral, town.first)
    services.refuse(
        step_id=step_at(referral, town.first).pk,
        reason=RefusalReason.FULL,
        words="Complet",
        by=town.first.reader.membership,
        at=AT,
    )
    return referral


def test_content_goes_two_years_after_the_last_contact_with_its_proof(town) -> None:
    referral = ended(town)
    items = {str(key) for key in SealedItem.objects.values_list("pk", flat=True)}
    assert erase_expired(at=AT + CONTENT_LIFE - TICK).referrals == 0
    assert erase_expired(at=AT + CONTENT_LIFE).referrals == 1
    assert not SealedItem.objects.exists()
    assert not Grant.objects.exists()
    assert not Part.objects.exists()
    assert set(Line.objects.get(action=Action.ERASED).details["items"]) == items
    assert erase_expired(at=AT + CONTENT_LIFE).referrals == 0
    # What figures are counted from, and the record that she agreed.
    referral = Referral.objects.get(pk=referral.pk)
    assert (referral.state, states(referral)) == (ReferralState.EXHAUSTED, [StepState.REFUSED])
    assert Consent.objects.count() == 1


def test_nobody_may_read_what_was_erased(town) -> None:
    referral = ended(town)
    erase_expired(at=AT + CONTENT_LIFE)
    referral = Referral.objects.get(pk=referral.pk)
    step = step_at(referral, town.first)
    assert on_referral(town.worker.membership, referral) == {Ability.SEE}
    assert on_step(town.first.reader.membership, step) == {Ability.SEE}
    with pytest.raises(NotAllowed):
        opened(referral, town.first)


def test_a_later_contact_keeps_it_and_one_that_nobody_ended_goes_too(town) -> None:
    referral = refer(town)
    later = AT + dt.timedelta(days=100)
    step = accepted(referral, town.first)
    services.met(step_id=step.pk, by=town.first.reader.membership, at=later)
    assert erase_expired(at=AT + CONTENT_LIFE).referrals == 0
    assert erase_expired(at=later + CONTENT_LIFE).referrals == 1
    assert not SealedItem.objects.exists()
    assert set(states(referral)) == {StepState.WITHDRAWN}


def test_a_code_that_was_made_for_it_goes_a_month_later(town) -> None:
    ended(town)
    erase_expired(at=AT + CONTENT_LIFE)
    assert erase_expired(at=AT + CONTENT_LIFE + CODE_LIFE - TICK).codes == 0
    assert Speaker.objects.exists()
    assert erase_expired(at=AT + CONTENT_LIFE + CODE_LIFE).codes == 1
    assert not Speaker.objects.exists()
    assert not KeyPair.objects.filter(owner_kind="code").exists()


def test_a_forgotten_draft_goes_after_thirty_days(town) -> None:
    services.save_draft(draft_id=new_id(), data=b"x", by=town.worker.membership, at=AT)
    assert erase_expired(at=AT + DRAFT_LIFE - TICK).drafts == 0
    assert erase_expired(at=AT + DRAFT_LIFE).drafts == 1
    assert not Draft.objects.exists()
    assert not SealedItem.objects.exists()
