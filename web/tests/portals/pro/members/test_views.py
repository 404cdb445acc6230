"""The members' room, for leads."""

import pytest
from django.urls import reverse

from maillon.accounts import selectors, services
from maillon.accounts.enums import Role
from maillon.accounts.models import Invitation, Membership
from maillon.base import clock
from maillon.directory.enums import OrganisationKind
from maillon.vault import selectors as vault
from tests.accounts.apps_of_members import enrolled

pytestmark = pytest.mark.django_db
MEMBERS, INVITE = reverse("pro:members"), reverse("pro:invite")
FORM = {"name": "Nouvelle Venue", "email": "nouvelle@exemple.invalid", "role": "recipient"}


def page_of(name, membership):
    return reverse(f"pro:{name}", args=[membership.pk])


@pytest.fixture
def lead(member_of):
    return member_of(OrganisationKind.COUNCIL, Role.LEAD)


@pytest.fixture
def inside(lead, signed_in_client):
    return signed_in_client(lead)


@pytest.fixture
def newcomer(member_of, lead):
    return member_of(lead.organisation, Role.RECIPIENT, holds_key=False)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.LEAD])
def test_only_leads_come_in(member_of, lead, signed_in_client, role):
    other = member_of(lead.organisation, role)
    client = signed_in_client(other)
    for address in (MEMBERS, INVITE, page_of("hand_key", lead), page_of("end_membership", lead)):
        assert client.get(address).status_code == 403
    assert client.post(page_of("end_membership", lead)).status_code == 403
    assert selectors.membership(lead.pk) == lead


def test_another_organisations_members_do_not_exist_here(inside, member_of):
    stranger = member_of(OrganisationKind.POLICE, Role.RECIPIENT)
    assert stranger.member.name not in inside.get(MEMBERS).content.decode()
    for name in ("hand_key", "end_membership", "reset_second_factor"):
        assert inside.get(page_of(name, stranger)).status_code == 404
        assert inside.post(page_of(name, stranger), {"compared": "on"}).status_code == 404
    assert selectors.membership(stranger.pk) == stranger


def test_the_list_says_who_waits_for_the_key(inside, lead, newcomer, member_of):
    member_of(lead.organisation, Role.REPORTER)
    answer = inside.get(MEMBERS)
    assert {row["membership"].pk: row["waits"] for row in answer.context["rows"]} == {
        item.pk: item == newcomer for item in selectors.members_of(lead.organisation)
    }
    page = answer.content.decode()
    assert page_of("hand_key", newcomer) in page
    assert page_of("hand_key", lead) not in page
    assert page_of("reset_second_factor", lead) not in page


def test_the_list_costs_the_same_however_long(inside, lead, member_of, django_assert_num_queries):
    costs = []
    for _ in range(2):
        for _ in range(3):
            member_of(lead.organisation, Role.RECIPIENT)
        with django_assert_num_queries(7) as queries:
            inside.get(MEMBERS)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_inviting_shows_the_code_once(inside, lead):
    assert 'value="administrator"' not in inside.get(INVITE).content.decode()
    answer = inside.post(INVITE, FORM)
    code = answer.context["code"]
    assert code in answer.content.decode()
    assert selectors.invitation_for(code, clock.now()) == Invitation.objects.get()
    listed = inside.get(MEMBERS).content.decode()
    assert "Nouvelle Venue" in listed
    assert code not in listed


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"role": "administrator"}, "role"),
        ({"email": "pas une adresse"}, "adresse"),
        ({"name": ""}, "obligatoire"),
    ],
)
def test_a_wrong_invitation_is_explained_and_kept(inside, changed, told):
    page = inside.post(INVITE, {**FORM, **changed}).content.decode()
    assert told in page
    assert not Invitation.objects.exists()


def test_a_second_invitation_is_refused_in_words(inside):
    inside.post(INVITE, FORM)
    assert "déjà en cours" in inside.post(INVITE, FORM).content.decode()
    assert Invitation.objects.count() == 1


def test_an_invitation_can_be_revoked_by_its_own_organisation(inside, member_of, signed_in_client):
    inside.post(INVITE, FORM)
    address = reverse("pro:revoke_invitation", args=[Invitation.objects.get().pk])
    signed_in_client(member_of(OrganisationKind.POLICE, Role.LEAD)).post(address)
    assert Invitation.objects.get().revoked_at is None
    assert inside.post(address).headers["Location"] == MEMBERS
    assert Invitation.objects.get().revoked_at is not None
    assert inside.post(address).status_code == 302


def test_the_key_is_handed_over_after_the_numbers_were_compared(inside, lead, newcomer):
    address = page_of("hand_key", newcomer)
    assert selectors.safety_number(newcomer.member_id) in inside.get(address).content.decode()
    assert "Comparez d’abord" in inside.post(address).content.decode()
    assert newcomer.member_id not in vault.holders(lead.organisation_id)
    assert inside.post(address, {"compared": "on"}).headers["Location"] == MEMBERS
    assert newcomer.member_id in vault.holders(lead.organisation_id)
    assert "n’attend pas de clé" in inside.post(address, {"compared": "on"}).content.decode()


def test_a_second_factor_is_reset_on_a_second_thought(inside, lead, newcomer):
    enrolled(newcomer.member)
    address = page_of("reset_second_factor", newcomer)
    assert newcomer.member.name in inside.get(address).content.decode()
    assert selectors.has_second_factor(newcomer.member)
    assert inside.post(address).headers["Location"] == MEMBERS
    assert not selectors.has_second_factor(newcomer.member)


def test_a_membership_is_ended_on_a_second_thought(inside, newcomer, signed_in_client):
    theirs = signed_in_client(newcomer)
    address = page_of("end_membership", newcomer)
    assert "C’est définitif" in inside.get(address).content.decode()
    assert selectors.membership(newcomer.pk)
    assert inside.post(address).headers["Location"] == MEMBERS
    assert Membership.objects.get(pk=newcomer.pk).ended_at is not None
    assert theirs.get(reverse("pro:profile")).status_code == 302
    assert inside.get(address).status_code == 404


def test_the_last_lead_is_told_why_she_stays(inside, lead):
    assert "dernière personne responsable" in inside.post(page_of("end_membership", lead)).content.decode()
    assert selectors.membership(lead.pk) == lead


def test_a_lead_who_leaves_is_out(inside, lead, member_of):
    member_of(lead.organisation, Role.LEAD)
    assert inside.post(page_of("end_membership", lead)).headers["Location"] == reverse("pro:sign_in")
    assert inside.get(MEMBERS).status_code == 302


def test_a_lead_who_waits_herself_is_told_so(member_of, lead, newcomer, signed_in_client, keyring_of):
    keyless = member_of(lead.organisation, Role.LEAD, holds_key=False)
    answer = signed_in_client(keyless).post(page_of("hand_key", newcomer), {"compared": "on"})
    assert "Votre propre accès à la clé" in answer.content.decode()
    services.share_keys(membership=keyless, keyring=keyring_of(lead), by=lead, at=clock.now())
    assert signed_in_client(keyless).post(page_of("hand_key", newcomer), {"compared": "on"}).status_code == 302


def test_a_role_is_changed_from_the_list(inside, lead, newcomer, signed_in_client):
    theirs = signed_in_client(newcomer)
    address = page_of("change_role", newcomer)
    listed = inside.get(MEMBERS).content.decode()
    assert address in listed
    assert page_of("change_role", lead) not in listed
    page = inside.get(address).content.decode()
    assert 'value="recipient"' not in page
    assert 'value="administrator"' not in page
    assert inside.post(address, {"role": "reporter"}).headers["Location"] == MEMBERS
    assert selectors.membership(newcomer.pk).role == Role.REPORTER
    assert theirs.get(reverse("pro:profile")).status_code == 302


def test_a_role_that_is_not_hers_to_give_is_explained(inside, newcomer):
    address = page_of("change_role", newcomer)
    for sent in ({}, {"role": "administrator"}, {"role": "recipient"}):
        assert 'class="error-summary"' in inside.post(address, sent).content.decode()
    assert selectors.membership(newcomer.pk).role == Role.RECIPIENT


def test_a_lead_does_not_change_her_own_role(inside, lead):
    assert inside.get(page_of("change_role", lead)).status_code == 404
    assert inside.post(page_of("change_role", lead), {"role": "reporter"}).status_code == 404


def test_the_only_one_who_has_the_key_is_named_as_such(member_of, lead, signed_in_client):
    keyless = member_of(lead.organisation, Role.LEAD, holds_key=False)
    page = signed_in_client(keyless).post(page_of("change_role", lead), {"role": "reporter"}).content.decode()
    assert "C’est la seule personne qui a la clé" in page
