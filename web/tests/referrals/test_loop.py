"""A referral goes from service to service until one meets her, and each side learns what it is to learn."""

import datetime as dt

import pytest
from django.utils import timezone

from maillon.directory.models import Service, ZoneDoubt
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.referrals import services
from maillon.referrals.advice import advice_for
from maillon.referrals.calendars import calendar_file
from maillon.referrals.deadlines import dues_of
from maillon.referrals.enums import Outcome, PartKind, Reading, ReferralState, RefusalReason, StepState, Withdrawn
from maillon.referrals.models import Consent, Referral
from maillon.referrals.refusals import (
    AlreadyThere,
    DraftMovedOn,
    NoConsent,
    NoGround,
    NoNeed,
    NoService,
    NotAllowed,
    NothingToTell,
    ParentsNotSaid,
    ServiceGone,
    Unreachable,
    WrongMoment,
    WrongReason,
)
from maillon.referrals.rules import accepted_dues
from maillon.vault.crypto import CannotOpen
from maillon.vault.services import open_item
from tests.referrals.factories import (
    PARTS,
    TOLD,
    Town,
    accepted,
    agreed,
    draft,
    make_place,
    make_town,
    opened,
    refer,
    states,
    step_at,
)
from tests.reports.factories import AT, make_house

P, S, A, R, W = StepState.PLANNED, StepState.PROPOSED, StepState.ACCEPTED, StepState.REFUSED, StepState.WITHDRAWN
DAY = dt.timedelta(days=1)


@pytest.fixture
def town(db) -> Town:
    return make_town()


def fresh(referral: Referral) -> Referral:
    return Referral.objects.get(pk=referral.pk)


def test_the_first_service_is_asked_and_the_others_stand_in_line(town) -> None:
    referral = refer(town)
    assert states(referral) == [S, P, P]
    assert referral.state == ReferralState.OPEN


def test_a_service_reads_the_parts_that_she_agreed_to_and_no_other(town) -> None:
    referral = refer(town)
    assert opened(referral, town.first) == {kind: PARTS[kind] for kind in TOLD}
    assert step_at(referral, town.first).state == StepState.SEEN


def test_what_nobody_is_to_be_told_is_not_stored(town) -> None:
    assert set(refer(town).parts.values_list("kind", flat=True)) == TOLD


def test_a_service_in_line_is_sealed_to_and_sees_nothing(town) -> None:
    referral = refer(town)
    with pytest.raises(NotAllowed):
        opened(referral, town.second)


def test_a_refusal_asks_the_next_and_destroys_the_keys_of_the_first(town) -> None:
    referral = refer(town)
    opened(referral, town.first)
    reader = town.first.reader
    services.refuse(step_id=step_at(referral, town.first).pk, reason=RefusalReason.FULL, by=reader.membership, at=AT)
    assert states(referral) == [R, S, P]
    with pytest.raises(NotAllowed):
        opened(referral, town.first)
    with pytest.raises(CannotOpen):
        open_item(
            item=referral.parts.get(kind=PartKind.SITUATION).item,
            keyring=reader.keyring,
            organisation_id=reader.membership.organisation_id,
            by=reader.membership,
            at=AT,
            reason="test",
        )
    assert opened(referral, town.second) == {kind: PARTS[kind] for kind in TOLD}


def test_words_of_a_refusal_reach_who_refers_and_her_colleagues_and_not_the_next_service(town) -> None:
    referral = refer(town)
    step = step_at(referral, town.first)
    services.refuse(
        step_id=step.pk, reason=RefusalReason.FULL, words="Rappelez lundi", by=town.first.reader.membership, at=AT
    )
    for person in (town.worker, town.colleague, town.first.reader):
        words = services.read_words(
            step_id=step.pk, by=person.membership, keyring=person.keyring, at=AT, reason=Reading.FOLLOWING
        )
        assert words == "Rappelez lundi"
    stranger = town.second.reader
    with pytest.raises(NotAllowed):
        services.read_words(
            step_id=step.pk, by=stranger.membership, keyring=stranger.keyring, at=AT, reason=Reading.FOLLOWING
        )


def test_nobody_left_is_an_end_that_says_what_else_to_try(town) -> None:
    referral = refer(town)
    for place in town.inside:
        services.refuse(
            step_id=step_at(referral, place).pk, reason=RefusalReason.FULL, by=place.reader.membership, at=AT
        )
    assert fresh(referral).state == ReferralState.EXHAUSTED
    assert fresh(referral).ended_at == AT
    assert len(advice_for(referral.steps.all())) == 1
    assert Line.objects.filter(action=Action.REFERRAL_ENDED, reason=ReferralState.EXHAUSTED).count() == 1


def test_accepted_met_and_done_ends_the_others_as_not_needed(town) -> None:
    referral = refer(town)
    reader, step = town.first.reader, accepted(referral, town.first)
    assert Service.objects.get(pk=town.first.service.pk).last_success_on == timezone.localdate(AT)
    services.met(step_id=step.pk, by=reader.membership, at=AT + DAY)
    assert fresh(referral).state == ReferralState.MET
    services.finish(step_id=step.pk, outcome=Outcome.ACCOMPANIED, words="Suivie", by=reader.membership, at=AT + 2 * DAY)
    assert states(referral) == [StepState.DONE, W, W]
    assert fresh(referral).state == ReferralState.DONE
    assert set(referral.steps.filter(state=W).values_list("withdrawn", flat=True)) == {Withdrawn.NOT_NEEDED}
    with pytest.raises(NotAllowed):
        opened(referral, town.second)
    assert opened(referral, town.first)


def test_a_service_that_did_not_suit_her_is_followed_by_the_next(town) -> None:
    referral = refer(town)
    reader, step = town.first.reader, accepted(referral, town.first)
    services.met(step_id=step.pk, by=reader.membership, at=AT)
    services.finish(step_id=step.pk, outcome=Outcome.NOT_SUITED, by=reader.membership, at=AT)
    assert states(referral) == [StepState.DONE, S, P]
    assert fresh(referral).state == ReferralState.OPEN
    with pytest.raises(NotAllowed):
        opened(referral, town.first)


def test_an_adult_who_does_not_want_it_any_more_ends_everything(town) -> None:
    referral = refer(town)
    services.refuse(
        step_id=step_at(referral, town.first).pk,
        reason=RefusalReason.DECLINED,
        by=town.first.reader.membership,
        at=AT,
    )
    assert states(referral) == [R, W, W]
    assert fresh(referral).state == ReferralState.WITHDRAWN


def test_out_of_zone_makes_the_directory_doubt_and_the_others_do_not(town) -> None:
    referral = refer(town)
    reasons = (RefusalReason.OUT_OF_ZONE, RefusalReason.FULL)
    for place, reason in zip(town.inside, reasons, strict=False):
        services.refuse(step_id=step_at(referral, place).pk, reason=reason, by=place.reader.membership, at=AT)
    doubt = ZoneDoubt.objects.get()
    assert (doubt.refusal_id, doubt.service_id) == (step_at(referral, town.first).pk, town.first.service.pk)
    assert doubt.commune_code == town.commune.pk


def test_a_missed_appointment_is_no_end(town) -> None:
    referral = refer(town)
    reader, step = town.first.reader, accepted(referral, town.first)
    with pytest.raises(WrongMoment):
        services.appoint(step_id=step.pk, starts_at=AT - DAY, minutes=30, joint=True, by=reader.membership, at=AT)
    step = services.appoint(step_id=step.pk, starts_at=AT + DAY, minutes=45, joint=True, by=reader.membership, at=AT)
    written = calendar_file(step, at=AT).decode()
    assert "DTSTART:20261124T093000Z\r\nDTEND:20261124T101500Z" in written
    assert "Rendez-vous" in written
    assert not [secret for secret in ("Service", "fictif", "Lune", referral.number) if secret in written]
    services.missed(step_id=step.pk, by=reader.membership, at=AT + 2 * DAY)
    step = step_at(referral, town.first)
    assert (step.state, step.appointment_at) == (A, None)
    # What both sides are shown counts from there as the job does, and not from the yes.
    assert dues_of(step) == accepted_dues(AT + 2 * DAY, None)


def test_the_same_draft_sent_twice_is_one_referral(town) -> None:
    written = draft(town)
    data = {"draft_id": written.draft_id, "by": town.worker.membership, "at": AT}
    services.save_draft(data=b"v1", **data)
    with pytest.raises(DraftMovedOn):
        services.save_draft(data=b"first again", **data)
    services.save_draft(data=b"v2", seen_version=1, **data)
    read = services.read_draft(draft_id=written.draft_id, by=town.worker.membership, keyring=town.worker.keyring)
    assert (read.data, read.version) == (b"v2", 2)
    with pytest.raises(NotAllowed):
        services.save_draft(draft_id=written.draft_id, data=b"x", by=town.colleague.membership, at=AT)
    first = services.propose(draft=written, by=town.worker.membership, at=AT)
    assert services.propose(draft=written, by=town.worker.membership, at=AT) == first
    assert Referral.objects.count() == 1
    with pytest.raises(NotAllowed):
        services.read_draft(draft_id=written.draft_id, by=town.worker.membership, keyring=town.worker.keyring)
    with pytest.raises(NotAllowed):
        services.propose(draft=written, by=town.colleague.membership, at=AT)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"needs": ()}, NoNeed),
        ({"wanted": ()}, NoService),
        ({"parts": {PartKind.SITUATION: "  "}}, NothingToTell),
        ({"minor": True}, NoGround),
        ({"minor": True, "parents_informed": None, "parents_reason": None}, ParentsNotSaid),
    ],
)
def test_what_is_missing_is_refused_and_leaves_nothing(town, change, refusal) -> None:
    place = make_place(make_house(other=True))
    with pytest.raises(refusal):
        refer(town, [place], **change)
    assert not Referral.objects.exists()
    assert not Consent.objects.exists()


def test_without_her_recorded_agreement_nothing_goes(town) -> None:
    for wrong in ({"how": None}, {"given_at": None}, {"given_at": AT + DAY}, {"how": "by_code"}):
        with pytest.raises(NoConsent):
            refer(town, wanted=(agreed(town.first, **wrong),))


def test_the_same_service_twice_an_ended_one_and_one_that_nobody_reads_are_refused(town) -> None:
    with pytest.raises(NoService):
        refer(town, wanted=(agreed(town.first), agreed(town.first)))
    with pytest.raises(ServiceGone):
        refer(town, [make_place(make_house(), ended_on=AT.date())])
    with pytest.raises(Unreachable):
        refer(town, [make_place(email="")])


def test_the_record_of_a_consent_holds_the_very_words_that_were_shown(town) -> None:
    consent = Consent.objects.get(step=step_at(refer(town), town.first))
    assert town.first.service.name in consent.wording
    assert set(consent.parts) == TOLD
    assert not [text for text in PARTS.values() if text in consent.wording]


def test_an_exhausted_referral_goes_on_with_a_further_service(town) -> None:
    referral = refer(town, [town.first])
    reader = town.first.reader
    services.refuse(step_id=step_at(referral, town.first).pk, reason=RefusalReason.FULL, by=reader.membership, at=AT)
    further = {"referral_id": referral.pk, "at": AT}
    with pytest.raises(NotAllowed):
        services.add_recipient(wanted=agreed(town.second), by=reader.membership, keyring=reader.keyring, **further)
    for person, place in ((town.worker, town.second), (town.colleague, town.third)):
        who = {"by": person.membership, "keyring": person.keyring}
        services.add_recipient(wanted=agreed(place), **who, **further)
    with pytest.raises(AlreadyThere):
        services.add_recipient(wanted=agreed(town.third), **who, **further)
    assert states(referral) == [R, S, P]
    assert fresh(referral).state == ReferralState.OPEN
    assert opened(referral, town.second) == {kind: PARTS[kind] for kind in TOLD}


def test_who_refers_takes_back_one_service_or_everything(town) -> None:
    referral = refer(town)
    services.withdraw_step(step_id=step_at(referral, town.first).pk, by=town.worker.membership, at=AT)
    assert states(referral) == [W, S, P]
    services.withdraw(referral_id=referral.pk, by=town.colleague.membership, at=AT)
    assert states(referral) == [W, W, W]
    assert fresh(referral).state == ReferralState.WITHDRAWN
    # Reading it again changes nothing.
    services.open_own(
        referral_id=referral.pk,
        by=town.worker.membership,
        keyring=town.worker.keyring,
        at=AT + DAY,
        reason=Reading.FOLLOWING,
    )
    assert fresh(referral).state == ReferralState.WITHDRAWN
    assert fresh(referral).ended_at == AT


def test_a_reason_of_the_other_age_is_refused(town) -> None:
    council = make_place(make_house(council=True))
    referral = refer(town, [council], minor=True)
    with pytest.raises(WrongReason):
        services.refuse(
            step_id=step_at(referral, council).pk,
            reason=RefusalReason.DECLINED,
            by=council.reader.membership,
            at=AT,
        )


def test_one_house_with_two_services_keeps_what_the_other_rests_on(town) -> None:
    house = make_house()
    one, two = make_place(house), make_place(house)
    both = (agreed(one, {PartKind.SITUATION, PartKind.IDENTITY}), agreed(two, {PartKind.SITUATION}))
    referral = refer(town, wanted=both)
    services.refuse(step_id=step_at(referral, one).pk, reason=RefusalReason.FULL, by=house.reader.membership, at=AT)
    assert set(opened(referral, two)) == {PartKind.SITUATION}
    with pytest.raises(CannotOpen):
        open_item(
            item=referral.parts.get(kind=PartKind.IDENTITY).item,
            keyring=house.reader.keyring,
            organisation_id=house.organisation.pk,
            by=house.reader.membership,
            at=AT,
            reason="test",
        )
