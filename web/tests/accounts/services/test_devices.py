"""Devices that keep reports without a signal: who ends them, and what is no reason to."""

from datetime import timedelta

import pytest

from maillon.accounts import rules, services
from maillon.accounts.enums import Role
from maillon.accounts.models import Device
from maillon.accounts.refusals import NotAllowed
from maillon.journal.enums import Action
from maillon.journal.models import Line

pytestmark = pytest.mark.django_db
NEW = "trois loutres dansent au bal"


@pytest.fixture
def reporter(lead, member_of):
    return member_of(lead.organisation, Role.REPORTER)


@pytest.fixture
def tokens(reporter, at):
    return [services.register_device(by=reporter, browser="Firefox, Android", at=at) for _ in range(2)]


def ended(tokens):
    digests = [rules.digest_of("device", token) for token in tokens]
    return [Device.objects.get(token_digest=digest).ended_at is not None for digest in digests]


def test_a_copy_of_the_table_is_no_device(tokens):
    assert not any(token.encode() in bytes(row.token_digest) for token in tokens for row in Device.objects.all())


def test_who_can_not_report_has_none(administrator, at):
    with pytest.raises(NotAllowed):
        services.register_device(by=administrator, browser="", at=at)


def test_leaving_ends_them_all(reporter, lead, tokens, at):
    services.end_membership(membership=reporter, by=lead, at=at)
    assert ended(tokens) == [True, True]


def test_leaving_one_organisation_spares_the_devices_of_another(reporter, lead, tokens, member_of, at):
    other = member_of(lead.organisation, Role.REPORTER)
    token = services.register_device(by=other, browser="", at=at)
    services.end_membership(membership=reporter, by=lead, at=at)
    assert ended([token]) == [False]


def test_a_role_that_still_reports_keeps_them(reporter, lead, tokens, at):
    services.change_role(membership=reporter, role=Role.RECIPIENT, by=lead, at=at)
    assert ended(tokens) == [False, False]


def test_a_lost_second_factor_ends_them_all(reporter, lead, tokens, at):
    services.reset_second_factor(membership=reporter, by=lead, at=at)
    assert ended(tokens) == [True, True]


def test_signing_out_everywhere_spares_the_one_at_hand(reporter, tokens, at):
    services.sign_out_everywhere(by=reporter, at=at, keep_device=rules.digest_of("device", tokens[1]))
    assert ended(tokens) == [True, False]


def test_so_does_a_new_passphrase(reporter, tokens, keyring_of, at):
    services.change_passphrase(
        keyring=keyring_of(reporter),
        new_passphrase=NEW,
        by=reporter,
        at=at,
        keep_device=rules.digest_of("device", tokens[0]),
    )
    assert ended(tokens) == [False, True]


def test_a_member_ends_one_of_her_own_and_the_journal_says_so(reporter, tokens, at):
    device = Device.objects.get(token_digest=rules.digest_of("device", tokens[0]))
    services.end_device(device_id=device.pk, by=reporter, at=at)
    assert ended(tokens) == [True, False]
    assert Line.objects.filter(action=Action.SIGNED_OUT, reason="device", subject_id=reporter.member_id).count() == 1


def test_nobody_ends_anothers(reporter, lead, tokens, at):
    device = Device.objects.get(token_digest=rules.digest_of("device", tokens[0]))
    with pytest.raises(NotAllowed):
        services.end_device(device_id=device.pk, by=lead, at=at)
    assert ended(tokens) == [False, False]


def test_signing_out_and_a_session_that_ends_are_no_reason(reporter, tokens, at):
    services.sign_out(by=reporter, at=at)
    services.forget_stale(at=at + timedelta(days=30))
    assert ended(tokens) == [False, False]


def test_one_that_was_silent_for_longer_than_its_cookie_lives_is_forgotten(tokens, at):
    services.see_device(
        device=Device.objects.get(token_digest=rules.digest_of("device", tokens[0])), at=at + timedelta(1)
    )
    services.forget_stale(at=at + rules.DEVICE_KEPT)
    assert [bytes(row.token_digest) for row in Device.objects.all()] == [rules.digest_of("device", tokens[0])]
