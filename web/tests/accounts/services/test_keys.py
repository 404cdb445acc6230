"""Handing the organisation's key over, and taking it back, with the real vault from end to end."""

from datetime import timedelta

import pytest

from maillon.accounts import refusals, selectors, services
from maillon.accounts.enums import Role
from maillon.accounts.events import MembershipEnded
from maillon.accounts.models import Invitation, Session
from maillon.accounts.sessions import PENDING_MEMBER, SessionStore
from maillon.base import events
from maillon.base.ids import new_id
from maillon.directory.enums import OrganisationKind
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault import selectors as vault_selectors
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.models import Grant, KeyPair
from maillon.vault.refusals import NoKey

pytestmark = pytest.mark.django_db
TEXT = b"un texte scelle"


def sealed_to(membership, at):
    organisations = [membership.organisation_id]
    return vault.seal(plaintext=TEXT, kind="note", subject_id=new_id(), organisations=organisations, at=at)


def opens(item, membership, keyring, at):
    try:
        text = vault.open_item(
            item=item,
            keyring=keyring,
            organisation_id=membership.organisation_id,
            by=membership,
            at=at,
            reason="first_reading",
        )
    except CannotOpen:
        return False
    return text == TEXT


@pytest.fixture
def newcomer(member_of, lead):
    return member_of(lead.organisation, Role.RECIPIENT, holds_key=False)


def test_a_newcomer_reads_once_the_key_is_handed_over(lead, newcomer, keyring_of, at):
    item = sealed_to(lead, at)
    assert not opens(item, newcomer, keyring_of(newcomer), at)
    services.share_keys(membership=newcomer, keyring=keyring_of(lead), by=lead, at=at)
    assert opens(item, newcomer, keyring_of(newcomer), at)
    assert selectors.waiting_for_key(lead.organisation) == []
    assert Line.objects.filter(action=Action.KEY_SHARED, member_id=lead.member_id).exists()


def test_the_key_is_handed_over_once_and_only_to_readers(lead, newcomer, member_of, keyring_of, at):
    services.share_keys(membership=newcomer, keyring=keyring_of(lead), by=lead, at=at)
    with pytest.raises(refusals.NotWaiting):
        services.share_keys(membership=newcomer, keyring=keyring_of(lead), by=lead, at=at)
    reporter = member_of(lead.organisation, Role.REPORTER)
    with pytest.raises(refusals.NotAllowed):
        services.share_keys(membership=reporter, keyring=keyring_of(lead), by=lead, at=at)


def test_only_a_lead_of_the_same_organisation_who_holds_the_key_hands_it_over(
    lead, newcomer, member_of, keyring_of, at
):
    colleague = member_of(lead.organisation, Role.RECIPIENT)
    keyless = member_of(lead.organisation, Role.LEAD, holds_key=False)
    stranger = member_of(OrganisationKind.POLICE, Role.LEAD)
    for by, refusal in (
        (colleague, refusals.NotAllowed),
        (stranger, refusals.NotAllowed),
        (keyless, refusals.NoUnlockedKey),
    ):
        with pytest.raises(refusal):
            services.share_keys(membership=newcomer, keyring=keyring_of(by), by=by, at=at)
    assert newcomer.member_id not in vault_selectors.holders(lead.organisation_id)


def test_both_sides_read_the_same_safety_number_and_nobody_else_does(lead, newcomer, member_of):
    number = selectors.safety_number(newcomer.member_id)
    assert number == selectors.safety_number(newcomer.member_id)
    assert number != selectors.safety_number(lead.member_id)
    assert selectors.safety_number(new_id()) == ""


def test_leaving_takes_everything_at_once_and_the_others_read_on(lead, member_of, keyring_of, at):
    leaver, colleague = member_of(lead.organisation, Role.RECIPIENT), member_of(lead.organisation, Role.RECIPIENT)
    before = sealed_to(lead, at)
    kept = keyring_of(leaver)
    store = SessionStore()
    store[PENDING_MEMBER] = str(leaver.member_id)
    store.save()
    assert services.end_membership(membership=leaver, by=lead, at=at) is True

    after = sealed_to(lead, at)
    for item in (before, after):
        assert not opens(item, leaver, kept, at)
    assert opens(after, lead, keyring_of(lead), at)
    assert opens(after, colleague, keyring_of(colleague), at)
    assert opens(before, lead, keyring_of(lead), at)
    assert not Session.objects.filter(member=leaver.member).exists()
    assert selectors.current_memberships(leaver.member) == []
    assert vault_selectors.holders(lead.organisation_id) == {lead.member_id, colleague.member_id}
    line = Line.objects.get(action=Action.MEMBER_LEFT)
    assert (line.member_id, line.details) == (lead.member_id, {"role": "recipient", "reachable": True})


def test_the_next_reader_to_sign_in_moves_the_rest_to_the_new_key(lead, member_of, keyring_of, at):
    leaver = member_of(lead.organisation, Role.RECIPIENT)
    items = [sealed_to(lead, at) for _ in range(3)]
    services.end_membership(membership=leaver, by=lead, at=at)
    assert vault_selectors.has_pending(lead.organisation_id)
    keyring = keyring_of(lead)
    services.arrive(membership=lead, keyring=keyring, second_factor="totp", at=at)
    assert not vault_selectors.has_pending(lead.organisation_id)
    current = vault_selectors.current_keys(organisations=[lead.organisation_id])[lead.organisation_id]
    assert set(Grant.objects.filter(item__in=items).values_list("key_pair", flat=True)) == {current.pk}
    assert all(opens(item, lead, keyring, at) for item in items)
    services.arrive(membership=lead, keyring=keyring, second_factor="totp", at=at + timedelta(hours=2))
    assert KeyPair.objects.filter(owner_id=lead.organisation_id).count() == 1


def test_a_reader_who_waits_gets_no_key_by_way_of_somebody_elses_departure(lead, newcomer, member_of, keyring_of, at):
    leaver = member_of(lead.organisation, Role.RECIPIENT)
    services.end_membership(membership=leaver, by=lead, at=at)
    assert newcomer.member_id not in vault_selectors.holders(lead.organisation_id)
    assert not opens(sealed_to(lead, at), newcomer, keyring_of(newcomer), at)


def test_a_reporters_departure_changes_no_key(lead, member_of, at):
    before = vault_selectors.current_keys(organisations=[lead.organisation_id])
    services.end_membership(membership=member_of(lead.organisation, Role.REPORTER), by=lead, at=at)
    assert vault_selectors.current_keys(organisations=[lead.organisation_id]) == before


def test_the_last_lead_leaves_by_an_administrators_hand_only(lead, administrator, member_of, at):
    with pytest.raises(refusals.LastLead):
        services.end_membership(membership=lead, by=lead, at=at)
    assert services.end_membership(membership=lead, by=administrator, at=at) is False
    assert selectors.unreachable_organisations() == sorted(
        [administrator.organisation, lead.organisation], key=lambda organisation: organisation.name
    )
    with pytest.raises(NoKey):
        sealed_to(lead, at)


def test_a_lead_leaves_once_there_is_another(lead, member_of, at):
    other = member_of(lead.organisation, Role.LEAD)
    services.end_membership(membership=lead, by=lead, at=at)
    assert [item.pk for item in selectors.leads_of(lead.organisation_id)] == [other.pk]


def test_a_waiting_reader_of_an_organisation_without_a_key_makes_it_when_she_comes(
    lead, newcomer, administrator, keyring_of, at
):
    services.end_membership(membership=lead, by=administrator, at=at)
    services.arrive(membership=newcomer, keyring=keyring_of(newcomer), second_factor="totp", at=at)
    assert vault_selectors.holders(lead.organisation_id) == {newcomer.member_id}


def test_the_last_administrator_stays(administrator, member_of, at):
    with pytest.raises(refusals.LastAdministrator):
        services.end_membership(membership=administrator, by=administrator, at=at)
    other = member_of(administrator.organisation, Role.ADMINISTRATOR)
    services.end_membership(membership=administrator, by=other, at=at)
    assert list(selectors.administrators()) == [other]


@pytest.mark.parametrize("role", [Role.REPORTER, Role.RECIPIENT])
def test_nobody_ends_a_colleagues_membership_without_leading(lead, member_of, role, at):
    with pytest.raises(refusals.NotAllowed):
        services.end_membership(membership=lead, by=member_of(lead.organisation, role), at=at)


def test_another_organisations_lead_ends_nothing(lead, member_of, at):
    with pytest.raises(refusals.NotAllowed):
        services.end_membership(membership=lead, by=member_of(OrganisationKind.POLICE, Role.LEAD), at=at)


def test_a_membership_ends_once(lead, member_of, at):
    leaver = member_of(lead.organisation, Role.RECIPIENT)
    services.end_membership(membership=leaver, by=lead, at=at)
    with pytest.raises(refusals.NotAllowed):
        services.end_membership(membership=leaver, by=lead, at=at)
    assert Line.objects.filter(action=Action.MEMBER_LEFT).count() == 1


def test_invitations_of_a_leaver_are_worth_nothing(lead, member_of, at):
    leaver = member_of(lead.organisation, Role.LEAD)
    _invitation, code = services.invite(
        organisation=lead.organisation, email="x@y.invalid", name="X", role=Role.REPORTER, by=leaver, at=at
    )
    services.end_membership(membership=leaver, by=lead, at=at)
    assert selectors.invitation_for(code, at) is None
    assert Invitation.objects.get().revoked_at == at


def test_upper_floors_are_told_inside_the_transaction(lead, member_of, monkeypatch, at):
    told = []
    monkeypatch.setitem(events._handlers, MembershipEnded, [told.append])
    leaver = member_of(lead.organisation, Role.RECIPIENT)
    services.end_membership(membership=leaver, by=lead, at=at)
    assert told == [
        MembershipEnded(
            membership_id=leaver.pk,
            member_id=leaver.member_id,
            organisation_id=lead.organisation_id,
            by_membership_id=lead.pk,
            at=at,
        )
    ]


def test_what_an_upper_floor_refuses_undoes_the_departure(lead, member_of, monkeypatch, at):
    def refuse(_event):
        raise refusals.NotAllowed

    monkeypatch.setitem(events._handlers, MembershipEnded, [refuse])
    leaver = member_of(lead.organisation, Role.RECIPIENT)
    with pytest.raises(refusals.NotAllowed):
        services.end_membership(membership=leaver, by=lead, at=at)
    assert vault_selectors.holders(lead.organisation_id) == {lead.member_id, leaver.member_id}
    assert selectors.membership(leaver.pk) == leaver
