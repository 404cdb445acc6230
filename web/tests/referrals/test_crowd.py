"""A smaller crowd through the services themselves, with real keys: some are silent, refuse, close or meet her."""

import datetime as dt
import random
from collections import Counter

import pytest
from django.utils.timezone import localdate

from maillon.directory.models import Service
from maillon.referrals import services
from maillon.referrals.enums import Outcome, Reading, RefusalReason, StepState
from maillon.referrals.models import Consent, Referral, Step
from maillon.referrals.rights import Ability, on_referral, on_step
from maillon.referrals.rules import FINAL
from maillon.vault.models import Grant
from tests.referrals.factories import Place, Town, agreed, draft, make_place, make_town
from tests.reports.factories import AT, House, make_house

CROWD, ROUNDS = 16, 10
STEP = dt.timedelta(days=4)


@pytest.fixture
def town(db) -> Town:
    return make_town()


def answer(step: Step, house: House, chance: random.Random, at: dt.datetime) -> None:
    """What the service happens to do, among what it may."""
    reader = house.reader
    if chance.random() < 0.2:
        return
    offered = on_step(reader.membership, step)
    who = {"step_id": step.pk, "by": reader.membership, "at": at}
    if Ability.OPEN in offered:
        services.open_step(keyring=reader.keyring, reason=Reading.ANSWERING, **who)
    elif Ability.ACCEPT in offered and chance.random() < 0.7:
        services.accept(**who)
    elif Ability.MEET in offered and chance.random() < 0.7:
        services.met(**who)
    elif Ability.FINISH in offered and chance.random() < 0.3:
        services.finish(outcome=chance.choice([Outcome.ACCOMPANIED, Outcome.NOT_SUITED]), **who)
    elif Ability.REFUSE in offered and chance.random() < 0.5:
        services.refuse(reason=chance.choice([RefusalReason.FULL, RefusalReason.OUT_OF_ZONE]), **who)


def change_of_mind(referral: Referral, town: Town, chance: random.Random, at: dt.datetime) -> None:
    worker = town.worker.membership
    revocable = [step for step in referral.steps.select_related("referral") if _revocable(step, town)]
    if revocable and chance.random() < 0.08:
        services.revoke_consent(step_id=chance.choice(revocable).pk, by=worker, at=at)
    elif Ability.WITHDRAW in on_referral(worker, referral) and chance.random() < 0.06:
        services.withdraw(referral_id=referral.pk, by=worker, at=at)


def _revocable(step: Step, town: Town) -> bool:
    return Ability.RECORD_REVOCATION in on_step(town.worker.membership, step)


def test_a_crowd_ends_in_known_states_and_no_service_holds_a_key_without_her_agreement(town) -> None:
    chance = random.Random(61)
    places = [*town.inside, make_place(make_house()), make_place(make_house())]
    houses = {place.service.pk: place.house for place in places}
    for _number in range(CROWD):
        chosen = chance.sample(places, chance.randrange(1, 4))
        services.propose(
            draft=draft(town, wanted=tuple(agreed(place) for place in chosen)), by=town.worker.membership, at=AT
        )
    at = AT
    for number in range(ROUNDS):
        at += STEP
        if number == ROUNDS // 2:
            Service.objects.filter(pk=places[0].service.pk).update(ended_on=localdate(at))
        services.watch_silence(at=at)
        for step in Step.objects.select_related("referral").exclude(state__in=FINAL):
            answer(Step.objects.select_related("referral").get(pk=step.pk), houses[step.service_id], chance, at)
        for referral in Referral.objects.filter(ended_at=None):
            change_of_mind(referral, town, chance, at)
    for _round in range(12):
        at += dt.timedelta(days=40)
        services.watch_silence(at=at)
    check(town, places)


def check(town: Town, places: list[Place]) -> None:
    assert Referral.objects.count() == CROWD
    assert not Referral.objects.filter(state="open").exists()
    assert len(Counter(Referral.objects.values_list("state", flat=True))) >= 3
    for step in Step.objects.select_related("consent", "referral"):
        assert step.consent.parts == step.parts
        if step.proposed_at is not None and step.consent.revoked_at is not None:
            assert step.proposed_at <= step.consent.revoked_at
        keys = Grant.objects.filter(
            item_id__in=step.referral.parts.values("item_id"), key_pair__owner_id=step.recipient_id
        )
        assert bool(keys) == (step.shut_at is None)
        if step.shut_at is None:
            assert step.state in {StepState.MET, StepState.DONE, StepState.PLANNED}
    asked = Step.objects.filter(proposed_at__isnull=False)
    assert asked.count() == Consent.objects.filter(step__in=asked).count()
    assert {place.service.pk for place in places} >= set(asked.values_list("service_id", flat=True))
