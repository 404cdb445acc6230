"""An adult's agreement, a minor's law, and the code with which a person follows and closes the loop herself."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from maillon.base.clock import midnight
from maillon.guidance.enums import Ground
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.referrals import services
from maillon.referrals.enums import How, ParentsReason, PartKind, ReferralState, StepState, Withdrawn
from maillon.referrals.models import Consent, Referral
from maillon.referrals.plain import sentences
from maillon.referrals.refusals import IsMinor, NoGround, NotAllowed
from maillon.referrals.rights import Ability
from maillon.reports import services as reports
from maillon.speaking import services as speaking
from maillon.speaking.code import new_code
from maillon.speaking.models import Speaker
from maillon.speaking.refusals import NoSuchCode
from maillon.vault.crypto import CannotOpen
from maillon.vault.models import Grant, KeyPair, SealedItem
from tests.referrals.factories import (
    PARTS,
    TOLD,
    Place,
    Town,
    accepted,
    code_keyring,
    draft,
    make_place,
    make_town,
    opened,
    refer,
    states,
    step_at,
)
from tests.reports.factories import AT, make_house, make_orne, make_report
from tests.speaking.factories import speak, telling

P, S, A, W = StepState.PLANNED, StepState.PROPOSED, StepState.ACCEPTED, StepState.WITHDRAWN


@pytest.fixture
def town(db) -> Town:
    return make_town()


def grants_of(place: Place, referral: Referral) -> int:
    """How many of the parts a service's organisation holds a key to."""
    items = referral.parts.values("item_id")
    return Grant.objects.filter(item_id__in=items, key_pair__owner_id=place.house.organisation.pk).count()


@pytest.mark.guardrail("G6")
def test_revoking_destroys_the_keys_at_once_and_asks_the_next(town) -> None:
    referral = refer(town)
    step = accepted(referral, town.first)
    assert grants_of(town.first, referral) == len(TOLD)
    services.revoke_consent(step_id=step.pk, by=town.worker.membership, at=AT)
    assert grants_of(town.first, referral) == 0
    assert states(referral) == [W, S, P]
    assert Consent.objects.get(step=step).revoked_by == town.worker.membership
    assert Line.objects.filter(action=Action.CONSENT_WITHDRAWN, subject_id=step.pk).count() == 1
    with pytest.raises(NotAllowed):
        opened(referral, town.first)


@pytest.mark.guardrail("G6")
def test_revoking_what_is_only_planned_asks_nobody_and_it_is_never_asked(town) -> None:
    referral = refer(town)
    services.revoke_consent(step_id=step_at(referral, town.second).pk, by=town.worker.membership, at=AT)
    assert states(referral) == [S, W, P]
    services.withdraw_step(step_id=step_at(referral, town.first).pk, by=town.worker.membership, at=AT)
    assert states(referral) == [W, W, S]


def test_revoking_after_the_end_still_destroys_the_keys(town) -> None:
    referral = refer(town, [town.first])
    reader, step = town.first.reader, accepted(referral, town.first)
    services.met(step_id=step.pk, by=reader.membership, at=AT)
    services.finish(step_id=step.pk, outcome="accompanied", by=reader.membership, at=AT)
    services.revoke_consent(step_id=step.pk, by=town.colleague.membership, at=AT)
    assert grants_of(town.first, referral) == 0
    assert Referral.objects.get(pk=referral.pk).state == ReferralState.DONE


def test_with_her_code_she_sees_all_of_it_in_plain_words(town) -> None:
    code = new_code()
    referral = refer(town, code=code, code_language="ro")
    accepted(referral, town.first)
    (own,) = services.follow_by_code(keyring=code_keyring(code))
    assert own.referral == referral
    assert own.told.text(PartKind.SITUATION) == PARTS[PartKind.SITUATION]
    assert [item.step.state for item in own.steps] == [A, P, P]
    assert own.steps[0].consent is not None
    assert Ability.SAY_MET in own.steps[0].may
    assert [len(sentences(item.step)) for item in own.steps] == [1, 1, 1]


def test_a_code_sees_no_other_persons_referral_and_a_member_is_no_code(town) -> None:
    refer(town, code=new_code())
    other = new_code()
    mine = refer(town, [town.second], code=other)
    assert [own.referral for own in services.follow_by_code(keyring=code_keyring(other))] == [mine]
    with pytest.raises(CannotOpen):
        services.follow_by_code(keyring=town.worker.keyring)


def test_another_code_may_do_nothing(town) -> None:
    referral = refer(town, code=new_code())
    refer(town, code=(other := new_code()))
    keyring, step = code_keyring(other), accepted(referral, town.first)
    for act in (services.revoke_by_code, services.decline_by_code):
        with pytest.raises(NotAllowed):
            act(step_id=step.pk, keyring=keyring, at=AT)
    with pytest.raises(NotAllowed):
        services.said_met_by_person(step_id=step.pk, met=True, keyring=keyring, at=AT)
    with pytest.raises(NotAllowed):
        services.withdraw_by_code(referral_id=referral.pk, keyring=keyring, at=AT)


def test_she_closes_the_loop_herself_and_of_the_moment_the_day_is_kept(town) -> None:
    code = new_code()
    referral = refer(town, code=code)
    step = accepted(referral, town.first)
    keyring = code_keyring(code)
    step = services.said_met_by_person(step_id=step.pk, met=False, keyring=keyring, at=AT)
    assert (step.state, step.person_met, step.person_said_at) == (A, False, midnight(AT))
    later = AT + dt.timedelta(days=2)
    step = services.said_met_by_person(step_id=step.pk, met=True, keyring=keyring, at=later)
    assert (step.state, step.met_at, step.person_said_at) == (StepState.MET, midnight(later), midnight(later))


@pytest.mark.guardrail("G6")
def test_she_takes_back_one_service_or_all_with_her_code(town) -> None:
    code = new_code()
    referral = refer(town, code=code)
    keyring = code_keyring(code)
    services.revoke_by_code(step_id=step_at(referral, town.first).pk, keyring=keyring, at=AT)
    assert states(referral) == [W, S, P]
    services.withdraw_by_code(referral_id=referral.pk, keyring=keyring, at=AT)
    assert states(referral) == [W, W, W]
    assert set(referral.steps.values_list("withdrawn", flat=True)) == {Withdrawn.PERSON}
    assert Referral.objects.get(pk=referral.pk).state == ReferralState.WITHDRAWN
    assert not Consent.objects.filter(revoked_at=None).exists()
    assert sum(grants_of(place, referral) for place in town.inside) == 0
    assert [own.may_withdraw for own in services.follow_by_code(keyring=keyring)] == [False]


def test_a_suggested_service_is_told_nothing_until_she_agrees_with_her_code(town) -> None:
    code = new_code()
    referral = refer(town, [town.first], code=code)
    asked = {"referral_id": referral.pk, "parts": TOLD, "by": town.worker.membership, "at": AT}
    step = services.ask_consent(service_id=town.second.service.pk, **asked)
    other = services.ask_consent(service_id=town.third.service.pk, **asked)
    assert states(referral) == [S, StepState.ASKED, StepState.ASKED]
    assert grants_of(town.second, referral) == 0
    keyring = code_keyring(code)
    services.agree_by_code(step_id=step.pk, keyring=keyring, language="ro", at=AT)
    services.decline_by_code(step_id=other.pk, keyring=keyring, at=AT)
    assert states(referral) == [S, P, W]
    consent = Consent.objects.get(step=step)
    assert (consent.how, consent.language, consent.recorded_by) == (How.BY_CODE, "ro", None)
    services.withdraw_step(step_id=step_at(referral, town.first).pk, by=town.worker.membership, at=AT)
    assert opened(referral, town.second) == {kind: PARTS[kind] for kind in TOLD}
    assert not Consent.objects.filter(step=other).exists()


def test_an_exhausted_referral_opens_again_when_she_agrees(town) -> None:
    code = new_code()
    referral = refer(town, [town.first], code=code)
    services.withdraw_step(step_id=step_at(referral, town.first).pk, by=town.worker.membership, at=AT)
    assert Referral.objects.get(pk=referral.pk).state == ReferralState.EXHAUSTED
    step = services.ask_consent(
        referral_id=referral.pk,
        service_id=town.second.service.pk,
        parts={PartKind.SITUATION},
        by=town.worker.membership,
        at=AT,
    )
    services.agree_by_code(step_id=step.pk, keyring=code_keyring(code), language="fr", at=AT)
    assert states(referral) == [W, S]
    assert set(opened(referral, town.second)) == {PartKind.SITUATION}


def test_a_minors_consent_is_never_asked_and_the_article_stands_with_each_step(town) -> None:
    council, health, police = (make_place(make_house(**{kind: True})) for kind in ("council", "health", "police"))
    code = new_code()
    referral = refer(town, [council, health], minor=True, code=code)
    assert [step.ground for step in referral.steps.order_by("position")] == [
        Ground.CASF_L226_2_1,
        Ground.CASF_L226_2_2,
    ]
    assert not Consent.objects.exists()
    assert referral.parents_reason == ParentsReason.AGAINST_INTEREST
    for forbidden in (police, town.outside):
        with pytest.raises(NoGround):
            refer(town, [forbidden], minor=True)
    keyring, step = code_keyring(code), step_at(referral, council)
    for act in (services.revoke_by_code, services.decline_by_code):
        with pytest.raises(NotAllowed):
            act(step_id=step.pk, keyring=keyring, at=AT)
    with pytest.raises(NotAllowed):
        services.revoke_consent(step_id=step.pk, by=town.worker.membership, at=AT)
    with pytest.raises(NotAllowed):
        services.withdraw_by_code(referral_id=referral.pk, keyring=keyring, at=AT)


def test_from_a_report_it_takes_that_reports_code(town) -> None:
    orne = make_orne()
    spoken = speak(orne)
    reader = orne.association.reader
    transmission = spoken.at(orne.association)
    given = draft(town, [town.first], report_id=spoken.report.pk)
    with pytest.raises(NotAllowed):
        services.propose(draft=given, by=reader.membership, at=AT)
    reports.open_transmission(
        transmission_id=transmission.pk, by=reader.membership, keyring=reader.keyring, at=AT, reason="handling"
    )
    referral = services.propose(draft=given, by=reader.membership, at=AT)
    assert referral.code_key == spoken.report.code_key
    (own,) = services.follow_by_code(keyring=code_keyring(spoken.code))
    assert own.referral == referral


def test_a_report_about_a_minor_makes_no_adults_referral(town) -> None:
    orne = make_orne()
    report = make_report(orne)
    given = draft(town, [town.first], report_id=report.pk)
    with pytest.raises(IsMinor):
        services.propose(draft=given, by=orne.firefighter.membership, at=AT)


@pytest.mark.guardrail("G8")
def test_asking_for_erasure_with_the_code_destroys_what_was_told_to_services(town) -> None:
    code = new_code()
    referral = refer(town, code=code)
    accepted(referral, town.first)
    entered = speaking.enter(code=code, at=AT)
    speaking.ask_erasure(keyring=entered.keyring, speaker_id=entered.speaker_id, at=AT)
    referral = Referral.objects.get(pk=referral.pk)
    assert (referral.state, referral.erased_at, referral.code_key) == (ReferralState.WITHDRAWN, AT, None)
    assert not SealedItem.objects.filter(subject_id=referral.pk).exists()
    assert not Speaker.objects.exists()
    assert not KeyPair.objects.filter(owner_kind="code").exists()
    with pytest.raises(NoSuchCode):
        speaking.enter(code=code, at=AT)


@pytest.mark.guardrail("G8")
def test_a_minors_referral_outlives_the_wish_for_erasure_and_its_code_still_opens_it(town) -> None:
    code = new_code()
    referral = refer(town, [make_place(make_house(council=True))], minor=True, code=code)
    entered = speaking.enter(code=code, at=AT)
    speaking.ask_erasure(keyring=entered.keyring, speaker_id=entered.speaker_id, at=AT)
    assert [own.referral for own in services.follow_by_code(keyring=code_keyring(code))] == [referral]


def test_the_database_itself_refuses_two_services_at_once(town) -> None:
    referral = refer(town)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE referrals_step SET state = 'proposed' WHERE referral_id = %s AND state = 'planned'", [referral.pk]
        )


@pytest.mark.guardrail("G8")
def test_a_telling_that_was_paused_under_the_same_code_goes_alone(town) -> None:
    code = new_code()
    referral = refer(town, code=code)
    speaking.pause(telling=telling(make_orne()), code=code, at=AT)
    speaking.forget_expired(at=AT + dt.timedelta(days=9))
    assert Speaker.objects.get().paused is None
    assert [own.referral for own in services.follow_by_code(keyring=code_keyring(code))] == [referral]
