"""Another role in the same organisation, with the real vault from end to end."""

import pytest

from maillon.accounts import refusals, selectors, services
from maillon.accounts.enums import Role
from maillon.accounts.events import ReadingEnded
from maillon.accounts.models import Invitation, Membership, Session
from maillon.accounts.sessions import PENDING_MEMBER, SessionStore
from maillon.base import events
from maillon.directory.enums import OrganisationKind
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault import selectors as vault_selectors
from tests.accounts.services.test_keys import opens, sealed_to

pytestmark = pytest.mark.django_db


def changed(membership, role, by, at):
    services.change_role(membership=membership, role=role, by=by, at=at)
    return Membership.objects.get(pk=membership.pk)


def test_who_begins_to_read_waits_for_the_key_like_a_newcomer(lead, member_of, keyring_of, at):
    reporter = member_of(lead.organisation, Role.REPORTER)
    item = sealed_to(lead, at)
    assert changed(reporter, Role.RECIPIENT, lead, at).role == Role.RECIPIENT
    assert selectors.waiting_for_key(lead.organisation) == [reporter]
    assert not opens(item, reporter, keyring_of(reporter), at)
    services.share_keys(membership=reporter, keyring=keyring_of(lead), by=lead, at=at)
    assert opens(item, reporter, keyring_of(reporter), at)


def test_the_first_who_reads_gives_birth_to_the_key(administrator, member_of, at):
    reporter = member_of(OrganisationKind.SCHOOL, Role.REPORTER)
    changed(reporter, Role.LEAD, administrator, at)
    assert vault_selectors.holders(reporter.organisation_id) == {reporter.member_id}


def test_who_reads_no_longer_loses_the_key_at_once_and_the_others_read_on(lead, member_of, keyring_of, at):
    reader = member_of(lead.organisation, Role.RECIPIENT)
    before, kept = sealed_to(lead, at), keyring_of(reader)
    changed(reader, Role.REPORTER, lead, at)
    after = sealed_to(lead, at)
    assert not any(opens(item, reader, kept, at) for item in (before, after))
    assert all(opens(item, lead, keyring_of(lead), at) for item in (before, after))
    assert vault_selectors.holders(lead.organisation_id) == {lead.member_id}
    assert Line.objects.filter(action=Action.KEY_ROTATED).exists()
    changed(reader, Role.RECIPIENT, lead, at)
    assert selectors.waiting_for_key(lead.organisation) == [reader]


def test_between_two_roles_that_read_the_key_stays(lead, member_of, at):
    reader = member_of(lead.organisation, Role.RECIPIENT)
    keys = vault_selectors.current_keys(organisations=[lead.organisation_id])
    changed(reader, Role.LEAD, lead, at)
    changed(reader, Role.RECIPIENT, lead, at)
    assert vault_selectors.current_keys(organisations=[lead.organisation_id]) == keys
    assert vault_selectors.holders(lead.organisation_id) == {lead.member_id, reader.member_id}


def test_the_member_signs_in_again_and_the_journal_says_who_did_it(lead, member_of, at):
    reporter = member_of(lead.organisation, Role.REPORTER)
    store = SessionStore()
    store[PENDING_MEMBER] = str(reporter.member_id)
    store.save()
    changed(reporter, Role.RECIPIENT, lead, at)
    assert not Session.objects.filter(member=reporter.member).exists()
    line = Line.objects.get(action=Action.ROLE_CHANGED)
    assert (line.subject_id, line.member_id) == (reporter.pk, lead.member_id)
    assert line.details == {"before": "reporter", "after": "recipient"}


@pytest.mark.parametrize("role", [Role.REPORTER, Role.RECIPIENT])
def test_a_lead_who_leads_no_longer_leaves_no_invitation_behind(lead, member_of, at, role):
    other = member_of(lead.organisation, Role.LEAD)
    services.invite(organisation=lead.organisation, email="x@y.invalid", name="X", role=Role.REPORTER, by=other, at=at)
    changed(other, role, lead, at)
    assert Invitation.objects.get().revoked_at == at


def test_roles_are_given_by_those_who_may_invite_to_them(lead, administrator, member_of, at):
    reporter, colleague = member_of(lead.organisation, Role.REPORTER), member_of(lead.organisation, Role.RECIPIENT)
    stranger = member_of(OrganisationKind.POLICE, Role.LEAD)
    for by, role in (
        (colleague, Role.RECIPIENT),
        (stranger, Role.RECIPIENT),
        (lead, Role.ADMINISTRATOR),
        (lead, Role.REPORTER),
        (administrator, Role.RECIPIENT),
        (reporter, Role.LEAD),
    ):
        with pytest.raises(refusals.NotAllowed):
            services.change_role(membership=reporter, role=role, by=by, at=at)
    with pytest.raises(refusals.NotAllowed):
        services.change_role(membership=lead, role=Role.REPORTER, by=lead, at=at)
    assert not Line.objects.filter(action=Action.ROLE_CHANGED).exists()


def test_of_two_leads_who_demote_one_another_one_stays(lead, member_of, at):
    other = member_of(lead.organisation, Role.LEAD)
    # As the second of two requests at once: her role was read before the first one changed it.
    stale = Membership.objects.select_related("organisation").get(pk=other.pk)
    changed(other, Role.REPORTER, lead, at)
    with pytest.raises(refusals.NotAllowed):
        services.change_role(membership=lead, role=Role.REPORTER, by=stale, at=at)
    assert list(selectors.leads_of(lead.organisation_id)) == [lead]


def test_the_last_lead_stays_one(lead, administrator, member_of, at):
    member_of(lead.organisation, Role.RECIPIENT)
    with pytest.raises(refusals.LastLead):
        services.change_role(membership=lead, role=Role.ADMINISTRATOR, by=administrator, at=at)
    assert selectors.membership(lead.pk).role == Role.LEAD


def test_the_only_one_who_has_the_key_keeps_it(lead, member_of, keyring_of, at):
    keyless = member_of(lead.organisation, Role.LEAD, holds_key=False)
    item = sealed_to(lead, at)
    with pytest.raises(refusals.LastHolder):
        services.change_role(membership=lead, role=Role.REPORTER, by=keyless, at=at)
    assert opens(item, lead, keyring_of(lead), at)
    services.share_keys(membership=keyless, keyring=keyring_of(lead), by=lead, at=at)
    changed(lead, Role.REPORTER, keyless, at)
    assert opens(item, keyless, keyring_of(keyless), at)


def test_an_administrator_who_leads_administers_no_longer(administrator, member_of, at):
    other = member_of(administrator.organisation, Role.ADMINISTRATOR)
    assert changed(other, Role.LEAD, administrator, at).role == Role.LEAD
    assert list(selectors.administrators()) == [administrator]


def test_upper_floors_are_told_when_somebody_reads_no_longer(lead, member_of, monkeypatch, at):
    told = []
    monkeypatch.setitem(events._handlers, ReadingEnded, [told.append])
    reader = member_of(lead.organisation, Role.RECIPIENT)
    changed(reader, Role.LEAD, lead, at)
    assert told == []
    changed(reader, Role.REPORTER, lead, at)
    assert [(event.membership_id, event.by_membership_id) for event in told] == [(reader.pk, lead.pk)]
