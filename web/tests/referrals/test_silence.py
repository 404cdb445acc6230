"""Silence is reminded, told to the lead, and passed on; nobody waits for ever."""

import datetime as dt

import pytest
from django.core import mail

from maillon.accounts.enums import Role
from maillon.directory.models import Provider, Service
from maillon.referrals import services
from maillon.referrals.enums import LinkEnd, ReferralState, RefusalReason, StepState
from maillon.referrals.models import Link, Referral
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rules import accepted_dues, dues
from maillon.referrals.services import watch_silence
from tests.accounts.factories import make_membership
from tests.referrals.factories import Town, accepted, make_town, opened, refer, states, step_at
from tests.reports.factories import AT

P, S, A, R, X = (
    StepState.PLANNED,
    StepState.PROPOSED,
    StepState.ACCEPTED,
    StepState.REFUSED,
    StepState.SILENT,
)
TICK = dt.timedelta(seconds=1)


@pytest.fixture
def town(db) -> Town:
    return make_town()


def queued(name: str) -> int:
    from procrastinate.contrib.django.models import ProcrastinateJob

    return ProcrastinateJob.objects.filter(task_name=name).count()


def test_reminder_then_the_lead_then_the_next_service_each_once(town) -> None:
    make_membership(town.first.house.organisation, Role.LEAD)
    referral, until = refer(town), dues(AT, urgent=False)
    assert watch_silence(at=until.remind_at - TICK) == {"reminded": 0, "escalated": 0, "passed_on": 0, "closed": 0}
    assert watch_silence(at=until.remind_at)["reminded"] == 1
    assert watch_silence(at=until.remind_at)["reminded"] == 0
    assert watch_silence(at=until.lead_at)["escalated"] == 1
    assert queued("reports.notify_leads") == 1
    assert states(referral) == [S, P, P]
    assert watch_silence(at=until.over_at)["passed_on"] == 1
    assert states(referral) == [X, S, P]
    # The next one has its whole time.
    assert watch_silence(at=until.over_at)["reminded"] == 0


@pytest.mark.guardrail("G6")
def test_who_kept_silent_can_open_nothing_any_more(town) -> None:
    referral = refer(town)
    opened(referral, town.first)
    watch_silence(at=dues(AT, urgent=False).over_at)
    with pytest.raises(NotAllowed):
        opened(referral, town.first)
    with pytest.raises(NotAllowed):
        services.accept(step_id=step_at(referral, town.first).pk, by=town.first.reader.membership, at=AT)


def test_an_urgent_one_is_passed_on_within_three_days(town) -> None:
    referral = refer(town, urgent=True)
    watch_silence(at=AT + dt.timedelta(days=3))
    assert states(referral) == [X, S, P]


def test_silence_everywhere_exhausts_it_and_tells_who_refers(town) -> None:
    referral, at = refer(town), AT
    for _round in range(3):
        at = dues(at, urgent=False).over_at
        watch_silence(at=at)
    assert states(referral) == [X, X, X]
    referral = Referral.objects.get(pk=referral.pk)
    assert (referral.state, referral.ended_at) == (ReferralState.EXHAUSTED, at)


def test_a_service_that_closed_counts_as_refused_asked_or_planned(town) -> None:
    referral = refer(town)
    for place in (town.first, town.second):
        Service.objects.filter(pk=place.service.pk).update(ended_on=AT.date())
    assert watch_silence(at=AT)["closed"] == 1
    assert states(referral) == [R, R, S]
    assert set(referral.steps.filter(state=R).values_list("refusal_reason", flat=True)) == {RefusalReason.CLOSED}


def test_an_acceptance_without_a_meeting_is_silence_too_and_an_appointment_ahead_is_not(town) -> None:
    referral = refer(town)
    step = accepted(referral, town.first)
    until = accepted_dues(AT, None)
    assert watch_silence(at=until.remind_at)["reminded"] == 1
    when = AT + dt.timedelta(days=40)
    services.appoint(
        step_id=step.pk, starts_at=when, minutes=30, joint=False, by=town.first.reader.membership, at=until.remind_at
    )
    watch_silence(at=until.over_at)
    assert states(referral) == [A, P, P]
    watch_silence(at=accepted_dues(AT, when).over_at)
    assert states(referral) == [X, S, P]


def test_a_service_ends_with_its_provider_even_before_its_own_day(town) -> None:
    referral, service = refer(town), town.first.service
    Service.objects.filter(pk=service.pk).update(ended_on=AT.date() + dt.timedelta(days=90))
    Provider.objects.filter(pk=service.provider_id).update(ended_on=AT.date())
    assert watch_silence(at=AT)["closed"] == 1
    assert states(referral) == [R, S, P]


def test_what_is_met_is_left_alone(town) -> None:
    referral = refer(town)
    step = accepted(referral, town.first)
    services.met(step_id=step.pk, by=town.first.reader.membership, at=AT)
    assert not any(watch_silence(at=AT + dt.timedelta(days=400)).values())
    assert states(referral) == [StepState.MET, P, P]


def test_a_link_ends_with_the_time_for_answering(town) -> None:
    referral = refer(town, [town.outside, town.first])
    services.make_link(
        step_id=step_at(referral, town.outside).pk, by=town.worker.membership, keyring=town.worker.keyring, at=AT
    )
    watch_silence(at=Link.objects.get().expires_at)
    assert states(referral) == [X, S]
    assert Link.objects.get().end == LinkEnd.EXPIRED


@pytest.mark.guardrail("G7")
def test_what_is_mailed_meanwhile_says_only_that_something_waits(town) -> None:
    from maillon.reports.notices import to_leads, to_member, to_organisation

    referral = refer(town)
    organisation = town.first.house.organisation
    organisation.notice_email = "accueil@exemple.invalid"
    organisation.save()
    make_membership(organisation, Role.LEAD)
    to_organisation(organisation.pk)
    to_leads(organisation.pk)
    to_member(referral.author.member_id)
    assert len(mail.outbox) == 3
    hidden = (referral.number, town.first.service.name, str(referral.pk))
    assert not [text for text in hidden for message in mail.outbox if text in message.subject + message.body]
