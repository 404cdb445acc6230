"""Joining on screen: the code is typed, and stands in no address."""

import pytest
from django.urls import reverse

from maillon.accounts import services
from maillon.accounts.enums import Role
from maillon.accounts.models import Member, Membership, Session
from maillon.base import clock
from maillon.directory.enums import OrganisationKind
from tests.accounts.apps_of_members import code_of

pytestmark = pytest.mark.django_db
JOIN = reverse("pro:join")
NEW = "trois loutres dansent au bal"


@pytest.fixture
def lead(member_of):
    return member_of(OrganisationKind.COUNCIL, Role.LEAD)


@pytest.fixture
def invited(lead):
    def invite(email="nouvelle@exemple.invalid", role=Role.RECIPIENT):
        return services.invite(
            organisation=lead.organisation, email=email, name="Nouvelle Venue", role=role, by=lead, at=clock.now()
        )[1]

    return invite


def test_from_the_code_to_the_home_page(client, invited, lead):
    code = invited()
    page = client.post(JOIN, {"code": code.lower()}).content.decode()
    assert "Bienvenue, Nouvelle Venue" in page
    assert lead.organisation.name in page
    assert 'autocomplete="new-password"' in page
    answer = client.post(JOIN, {"code": code, "new_passphrase": NEW, "repeated": NEW})
    assert answer.headers["Location"] == reverse("pro:second_factor")
    assert client.get(answer.headers["Location"]).headers["Location"] == reverse("pro:enrol")
    client.get(reverse("pro:enrol"))
    member = Member.objects.get(email="nouvelle@exemple.invalid")
    shown = client.post(reverse("pro:enrol"), {"code": code_of(member.totpdevice_set.get())})
    assert len(shown.context["codes"]) == 10
    membership = Membership.objects.get(member=member)
    client.post(reverse("pro:choose_membership"), {"membership": str(membership.pk)})
    page = client.get(reverse("pro:profile")).content.decode()
    assert "Vous attendez la clé de votre organisation" in page


def test_a_wrong_code_is_kept_and_explained(client):
    page = client.post(JOIN, {"code": "7K3F-9Q2M"}).content.decode()
    assert "n’est pas valable" in page
    assert 'value="7K3F-9Q2M"' in page
    assert client.post(JOIN, {}).status_code == 200


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"new_passphrase": "court", "repeated": "court"}, "trop courte"),
        ({"new_passphrase": NEW, "repeated": NEW + "s"}, "ne sont pas les mêmes"),
        ({"new_passphrase": "motdepasse2026", "repeated": "motdepasse2026"}, "trop facile à deviner"),
        ({"new_passphrase": NEW}, "obligatoire"),
    ],
)
def test_a_passphrase_that_does_not_do_is_explained(client, invited, typed, told):
    code = invited()
    page = client.post(JOIN, {"code": code, **typed}).content.decode()
    assert told in page
    assert NEW not in page
    assert f'value="{code}"' in page
    assert not Member.objects.filter(email="nouvelle@exemple.invalid").exists()


def test_who_has_an_account_is_sent_to_sign_in_and_then_joins_with_a_button(
    client, invited, member_of, signed_in_client
):
    reporter = member_of(OrganisationKind.SCHOOL)
    code = invited(email=reporter.member.email, role=Role.REPORTER)
    page = client.post(JOIN, {"code": code}).content.decode()
    assert "Vous avez déjà un compte" in page
    assert f'href="{reverse("pro:sign_in")}"' in page
    inside = signed_in_client(reporter)
    assert "Rejoindre" in inside.post(JOIN, {"code": code}).content.decode()
    assert Membership.objects.filter(member=reporter.member).count() == 1
    answer = inside.post(JOIN, {"code": code, "join": "yes"})
    assert answer.headers["Location"] == reverse("pro:choose_membership")
    assert Membership.objects.filter(member=reporter.member).count() == 2


def test_an_invitation_for_somebody_else_is_refused_on_screen(invited, member_of, signed_in_client):
    code = invited()
    inside = signed_in_client(member_of(OrganisationKind.SCHOOL))
    assert "une autre adresse" in inside.post(JOIN, {"code": code, "join": "yes"}).content.decode()


def test_the_code_stays_out_of_addresses_and_of_the_session_table(client, invited):
    code = invited()
    assert "Code d’invitation" in client.get(f"{JOIN}?code={code}").content.decode()
    answer = client.post(JOIN, {"code": code, "new_passphrase": NEW, "repeated": NEW})
    assert code not in answer.headers["Location"]
    stored = b"".join(bytes(row.data) for row in Session.objects.all())
    assert code.encode() not in stored
    assert code not in repr(dict(client.session.items()))
