"""What a member changes herself, and what the accounts forget."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt

from maillon.accounts import refusals, services
from maillon.accounts.enums import Role
from maillon.accounts.models import Invitation, Session
from maillon.accounts.sessions import SessionStore, digest_of
from maillon.accounts.tasks import forget_stale_accounts_data
from maillon.directory.enums import OrganisationKind
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault.refusals import WrongPassphrase
from maillon.vault.services import unlock_member
from tests.accounts.factories import PASSPHRASE, keyring_of

pytestmark = pytest.mark.django_db
NEW = "trois loutres dansent au bal"


def session_of(membership):
    store = SessionStore()
    store["_auth_user_id"] = str(membership.member_id)
    store.save()
    return digest_of(store.session_key)


def test_a_new_passphrase_unlocks_the_same_key_and_ends_other_sessions(lead, at):
    here, _elsewhere = session_of(lead), session_of(lead)
    keyring = keyring_of(lead)
    services.change_passphrase(keyring=keyring, new_passphrase=NEW, by=lead, at=at, keep=here)
    assert unlock_member(member_id=lead.member_id, passphrase=NEW) == keyring
    with pytest.raises(WrongPassphrase):
        unlock_member(member_id=lead.member_id, passphrase=PASSPHRASE)
    assert [bytes(key) for key in Session.objects.values_list("pk", flat=True)] == [here]


def test_a_weak_new_passphrase_changes_nothing(lead, at):
    with pytest.raises(refusals.PassphraseTooCommon):
        services.change_passphrase(keyring=keyring_of(lead), new_passphrase="motdepasse2026", by=lead, at=at)
    assert unlock_member(member_id=lead.member_id, passphrase=PASSPHRASE)


def test_signing_out_everywhere_may_spare_this_browser(lead, at):
    here = session_of(lead)
    session_of(lead)
    assert services.sign_out_everywhere(by=lead, at=at, keep=here) == 1
    assert services.sign_out_everywhere(by=lead, at=at) == 1
    assert [line.reason for line in Line.objects.filter(action=Action.SIGNED_OUT)] == ["everywhere"] * 2


def test_a_language_that_is_not_spoken_is_refused(lead):
    with pytest.raises(ValueError, match="tlh"):
        services.change_language(member=lead.member, language="tlh")
    services.change_language(member=lead.member, language="en")
    lead.member.refresh_from_db()
    assert lead.member.language == "en"


@pytest.mark.guardrail("G8")
def test_what_is_past_its_time_is_forgotten_and_the_rest_stays(lead, at):
    def invited(email, when):
        return services.invite(
            organisation=lead.organisation, email=email, name="X", role=Role.REPORTER, by=lead, at=when
        )[0]

    invited("vieille@exemple.invalid", at - timedelta(days=38))
    recent = invited("recente@exemple.invalid", at - timedelta(days=36))
    kept, ended = session_of(lead), session_of(lead)
    Session.objects.filter(pk=kept).update(expires_at=at + timedelta(minutes=1))
    Session.objects.filter(pk=ended).update(expires_at=at)
    for hours, name in ((25, "ancien"), (23, "neuf")):
        AccessAttempt.objects.create(
            username=name, ip_address="192.0.2.1", attempt_time=at - timedelta(hours=hours), failures_since_start=1
        )
        AccessAttempt.objects.filter(username=name).update(attempt_time=at - timedelta(hours=hours))
    forget_stale_accounts_data(timestamp=int(at.timestamp()))
    assert list(Invitation.objects.all()) == [recent]
    assert [bytes(key) for key in Session.objects.values_list("pk", flat=True)] == [kept]
    assert [row.username for row in AccessAttempt.objects.all()] == ["neuf"]


def test_arriving_leaves_a_line_and_makes_no_key_for_who_does_not_read(member_of, keyring_of, at):
    reporter = member_of(OrganisationKind.LODGING)
    services.arrive(membership=reporter, keyring=keyring_of(reporter), second_factor="totp", at=at)
    line = Line.objects.get(action=Action.SIGNED_IN)
    assert (line.member_id, line.organisation_id, line.at) == (reporter.member_id, reporter.organisation_id, at)
    assert not Line.objects.filter(action=Action.KEY_CREATED, subject_id=reporter.organisation_id).exists()
