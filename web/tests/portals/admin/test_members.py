"""The administration's members' room."""

import pytest
from django.urls import reverse

from maillon.accounts import selectors
from maillon.accounts.enums import Role
from maillon.accounts.models import Invitation, Membership
from maillon.base import clock
from maillon.base.ids import new_id
from maillon.directory.enums import OrganisationKind
from tests.accounts.apps_of_members import enrolled
from tests.accounts.factories import make_organisation

pytestmark = pytest.mark.django_db
MEMBERS, INVITE = reverse("administration:members"), reverse("administration:invite")


def page_of(name, membership):
    return reverse(f"administration:{name}", args=[membership.pk])


@pytest.fixture
def lead(member_of):
    return member_of(OrganisationKind.COUNCIL, Role.LEAD)


@pytest.fixture
def administrator(member_of):
    return member_of(OrganisationKind.PREFECTURE, Role.ADMINISTRATOR)


@pytest.fixture
def inside(administrator, signed_in_client):
    return signed_in_client(administrator)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_administrators_come_in(member_of, lead, signed_in_client, role):
    client = signed_in_client(member_of(OrganisationKind.SCHOOL, role))
    for address in (MEMBERS, INVITE, page_of("end_membership", lead), page_of("reset_second_factor", lead)):
        assert client.get(address).status_code == 403
    assert client.post(page_of("end_membership", lead)).status_code == 403
    assert selectors.membership(lead.pk) == lead


def test_everybodys_role_is_listed_and_can_be_narrowed(inside, lead, administrator):
    page = inside.get(MEMBERS).content.decode()
    assert lead.member.name in page
    assert administrator.organisation.name in page
    assert lead.member.email not in page
    narrowed = inside.get(MEMBERS, {"text": lead.organisation.name.upper()})
    assert [row["membership"] for row in narrowed.context["rows"]] == [lead]
    assert "Aucun membre" in inside.get(MEMBERS, {"text": "zzz"}).content.decode()


def test_organisations_that_nobody_can_read_for_are_named(inside, lead, administrator):
    empty = make_organisation(OrganisationKind.POLICE)
    unreachable = inside.get(MEMBERS).context["unreachable"]
    assert empty in unreachable
    assert lead.organisation not in unreachable


def test_the_list_costs_the_same_however_long(inside, member_of, django_assert_num_queries):
    for _ in range(2):
        for _ in range(3):
            member_of(OrganisationKind.ASSOCIATION)
        with django_assert_num_queries(8):
            inside.get(MEMBERS)


def test_a_lead_is_invited_to_any_organisation(inside):
    organisation = make_organisation(OrganisationKind.POLICE)
    form = {"organisation": str(organisation.pk), "name": "Nouvelle", "email": "n@exemple.invalid", "role": "lead"}
    code = inside.post(INVITE, form).context["code"]
    invitation = selectors.invitation_for(code, clock.now())
    assert (invitation.organisation, invitation.role) == (organisation, Role.LEAD)
    listed = inside.get(MEMBERS).content.decode()
    assert "Nouvelle" in listed
    assert code not in listed
    inside.post(reverse("administration:revoke_invitation", args=[invitation.pk]))
    assert Invitation.objects.get().revoked_at is not None


@pytest.mark.parametrize(
    "changed", [{"role": "recipient"}, {"role": "reporter"}, {"organisation": str(new_id())}, {"email": "x"}]
)
def test_what_an_administrator_may_not_say_invites_nobody(inside, changed):
    organisation = make_organisation(OrganisationKind.POLICE)
    form = {"organisation": str(organisation.pk), "name": "N", "email": "n@exemple.invalid", "role": "lead", **changed}
    assert inside.post(INVITE, form).status_code == 200
    assert not Invitation.objects.exists()


def test_ending_the_last_leads_membership_is_explained_first(inside, lead, member_of):
    page = page_of("end_membership", lead)
    assert "Dernière personne responsable" in inside.get(page).content.decode()
    other = member_of(lead.organisation, Role.LEAD)
    assert "Dernière personne responsable" not in inside.get(page).content.decode()
    assert inside.post(page).headers["Location"] == MEMBERS
    assert Membership.objects.get(pk=lead.pk).ended_at is not None
    inside.post(page_of("end_membership", other))
    assert lead.organisation in inside.get(MEMBERS).context["unreachable"]


def test_the_last_administrator_is_told_why_she_stays(inside, administrator):
    page = inside.post(page_of("end_membership", administrator)).content.decode()
    assert "dernière personne qui administre" in page


def test_a_second_factor_is_reset(inside, lead):
    enrolled(lead.member)
    assert lead.member.name in inside.get(page_of("reset_second_factor", lead)).content.decode()
    assert inside.post(page_of("reset_second_factor", lead)).headers["Location"] == MEMBERS
    assert not selectors.has_second_factor(lead.member)


def test_nobody_is_found_under_an_unknown_key(inside):
    assert inside.get(reverse("administration:end_membership", args=[new_id()])).status_code == 404


def test_somebody_is_made_a_lead_from_the_list(inside, member_of):
    reporter = member_of(OrganisationKind.SCHOOL, Role.REPORTER)
    address = page_of("change_role", reporter)
    assert address in inside.get(MEMBERS).content.decode()
    page = inside.get(address).content.decode()
    assert 'value="recipient"' not in page
    assert inside.post(address, {"role": "lead"}).headers["Location"] == MEMBERS
    assert selectors.membership(reporter.pk).role == Role.LEAD


def test_the_last_lead_stays_one_and_an_administrator_is_told_why(inside, lead):
    page = inside.post(page_of("change_role", lead), {"role": "administrator"}).content.decode()
    assert "dernière personne responsable" in page
    assert selectors.membership(lead.pk).role == Role.LEAD


def test_nobody_changes_her_own_role(inside, administrator):
    assert inside.get(page_of("change_role", administrator)).status_code == 404
