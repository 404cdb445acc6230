"""An administrator runs the instance and can open nothing: neither through her session nor through her key."""

import pytest
from django.urls import reverse

from maillon.accounts import services
from maillon.accounts.enums import Role
from maillon.accounts.models import Session
from maillon.base import clock
from maillon.base.ids import new_id
from maillon.directory.enums import OrganisationKind
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.models import KeyShare
from tests.accounts.apps_of_members import code_of, enrolled
from tests.accounts.factories import PASSPHRASE

pytestmark = [pytest.mark.django_db, pytest.mark.guardrail]


@pytest.fixture
def lead(member_of):
    return member_of(OrganisationKind.COUNCIL, Role.LEAD)


@pytest.fixture
def administrator(member_of, lead):
    return member_of(lead.organisation, Role.ADMINISTRATOR)


def sealed_to(organisation_id):
    return vault.seal(
        plaintext=b"scelle", kind="note", subject_id=new_id(), organisations=[organisation_id], at=clock.now()
    )


def test_signed_in_through_the_door_her_session_holds_no_key(client, administrator, settings):
    device = enrolled(administrator.member)
    client.post(reverse("pro:sign_in"), {"username": administrator.member.email, "passphrase": PASSPHRASE})
    answer = client.post(reverse("pro:second_factor"), {"code": code_of(device)})
    assert answer.cookies[settings.KEY_COOKIE_NAME].value == ""
    assert "keyring" not in client.session
    assert Session.objects.count() == 1


def test_her_own_key_opens_nothing_of_her_organisation(administrator, lead, keyring_of):
    item = sealed_to(lead.organisation_id)
    for organisation_id in (lead.organisation_id, None):
        with pytest.raises(CannotOpen):
            vault.open_item(
                item=item,
                keyring=keyring_of(administrator),
                organisation_id=organisation_id,
                by=administrator,
                at=clock.now(),
                reason="first_reading",
            )
    assert not KeyShare.objects.filter(member_key__owner_id=administrator.member_id).exists()


def test_nobody_can_hand_her_the_key(administrator, lead, keyring_of):
    with pytest.raises(services.keys.NotAllowed):
        services.share_keys(membership=administrator, keyring=keyring_of(lead), by=lead, at=clock.now())


def test_arriving_makes_no_key_for_her_even_where_there_is_none(member_of, keyring_of):
    administrator = member_of(OrganisationKind.PREFECTURE, Role.ADMINISTRATOR)
    keyring = keyring_of(administrator)
    services.arrive(membership=administrator, keyring=keyring, second_factor="totp", at=clock.now())
    assert services.ensure_key(membership=administrator, at=clock.now()) is False
    assert not KeyShare.objects.exists()
