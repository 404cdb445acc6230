"""Codes of the app, recovery codes, and starting over."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django_otp.plugins.otp_totp.models import TOTPDevice

from maillon.accounts import refusals, selectors, services
from maillon.accounts.enums import Role
from maillon.accounts.models import RecoveryCode
from maillon.directory.enums import OrganisationKind
from maillon.journal.enums import Action
from maillon.journal.models import Line
from tests.accounts.apps_of_members import code_of, enrolled, wrong_code_of
from tests.accounts.factories import AT, MemberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(db):
    return MemberFactory()


def test_a_device_counts_from_its_first_right_code(member):
    device = services.begin_totp(member=member)
    assert services.begin_totp(member=member) == device
    assert not selectors.has_second_factor(member)
    with pytest.raises(refusals.WrongCode):
        services.check_totp(member=member, code=code_of(device))
    codes = services.confirm_totp(member=member, code=code_of(device))
    assert selectors.has_second_factor(member)
    assert len(set(codes)) == 10
    assert selectors.recovery_codes_left(member) == 10


def test_enrolling_fails_with_a_wrong_code_and_then_waits(member):
    device = services.begin_totp(member=member)
    with pytest.raises(refusals.WrongCode):
        services.confirm_totp(member=member, code=wrong_code_of(device))
    with pytest.raises(refusals.TooManyCodes) as refusal:
        services.confirm_totp(member=member, code=code_of(device))
    assert refusal.value.seconds == 1
    assert not selectors.has_second_factor(member)


def test_a_new_device_replaces_the_old_one(member):
    old = enrolled(member)
    new = services.begin_totp(member=member)
    services.confirm_totp(member=member, code=code_of(new))
    assert list(TOTPDevice.objects.filter(user=member)) == [new]
    with pytest.raises(refusals.WrongCode):
        services.check_totp(member=member, code=code_of(old))


@pytest.mark.parametrize("typed", ["", "abc", "123 456 789 012", "１２３"])
def test_what_is_no_code_is_a_wrong_code(member, typed):
    enrolled(member)
    with pytest.raises(refusals.WrongCode):
        services.check_totp(member=member, code=typed)


def test_a_code_may_be_typed_with_a_space_and_serves_once(member):
    code = code_of(enrolled(member))
    services.check_totp(member=member, code=f"{code[:3]} {code[3:]}")
    with pytest.raises((refusals.WrongCode, refusals.TooManyCodes)):
        services.check_totp(member=member, code=code)


def test_each_error_doubles_the_wait(member):
    device = enrolled(member)
    device.throttling_failure_count = 6
    device.throttling_failure_timestamp = AT.now(AT.tzinfo)
    device.save()
    with pytest.raises(refusals.TooManyCodes) as refusal:
        services.check_totp(member=member, code=code_of(device))
    assert 30 <= refusal.value.seconds <= 32
    assert str(refusal.value.seconds) in str(refusal.value.message)


def test_recovery_codes_are_kept_as_digests_and_serve_once(member):
    codes = services.new_recovery_codes(member)
    stored = repr(list(RecoveryCode.objects.values()))
    assert all(code not in stored and code.replace("-", "") not in stored for code in codes)
    services.use_recovery_code(member=member, code=codes[3], at=AT)
    assert selectors.recovery_codes_left(member) == 9
    with pytest.raises(refusals.WrongRecoveryCode):
        services.use_recovery_code(member=member, code=codes[3], at=AT)
    services.use_recovery_code(member=member, code=codes[4].lower(), at=AT)


def test_somebody_elses_code_and_an_old_list_are_worth_nothing(member):
    old = services.new_recovery_codes(member)
    services.new_recovery_codes(member)
    theirs = services.new_recovery_codes(MemberFactory())
    for code in (old[0], theirs[0], "", "7K3F"):
        with pytest.raises(refusals.WrongRecoveryCode):
            services.use_recovery_code(member=member, code=code, at=AT)


@pytest.mark.django_db(transaction=True)
def test_of_eight_uses_at_once_one_wins():
    member = MemberFactory()
    code = services.new_recovery_codes(member)[0]
    together = Barrier(8)

    def use(_turn):
        together.wait(timeout=10)
        try:
            services.use_recovery_code(member=member, code=code, at=AT)
        except refusals.WrongRecoveryCode:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(use, range(8))) == 1


@pytest.mark.django_db(transaction=True)
def test_of_four_uses_of_one_app_code_at_once_one_wins():
    member = MemberFactory()
    code = code_of(enrolled(member))
    together = Barrier(4)

    def use(_turn):
        together.wait(timeout=10)
        try:
            services.check_totp(member=member, code=code)
        except (refusals.WrongCode, refusals.TooManyCodes):
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(use, range(4))) == 1


def test_a_reset_makes_a_member_enrol_anew(lead, member_of, at):
    member = member_of(lead.organisation)
    enrolled(member.member)
    services.new_recovery_codes(member.member)
    services.reset_second_factor(membership=member, by=lead, at=at)
    assert not selectors.has_second_factor(member.member)
    assert selectors.recovery_codes_left(member.member) == 0
    line = Line.objects.get(action=Action.SECOND_FACTOR_RESET)
    assert (line.member_id, line.subject_id, line.at) == (lead.member_id, member.member_id, at)


def test_a_reset_signs_out(lead, member_of, signed_in_client, at):
    member = member_of(lead.organisation)
    client = signed_in_client(member)
    services.reset_second_factor(membership=member, by=lead, at=at)
    assert client.get("/profil/").status_code == 302


def test_nobody_resets_her_own_or_a_strangers(lead, member_of, at):
    stranger = member_of(OrganisationKind.POLICE, Role.LEAD)
    colleague = member_of(lead.organisation, Role.RECIPIENT)
    for membership, by in ((lead, lead), (lead, stranger), (lead, colleague)):
        with pytest.raises(refusals.NotAllowed):
            services.reset_second_factor(membership=membership, by=by, at=at)


def test_an_administrator_resets_a_lead(lead, administrator, at):
    enrolled(lead.member)
    services.reset_second_factor(membership=lead, by=administrator, at=at + timedelta(minutes=1))
    assert not selectors.has_second_factor(lead.member)
