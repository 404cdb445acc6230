"""The first administrator, and the invented members."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from maillon.accounts import refusals, selectors, services
from maillon.accounts.demo import DEMO_DOMAIN, DEMO_PASSPHRASE
from maillon.accounts.enums import Role
from maillon.base.models import Instance
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.vault import selectors as vault
from maillon.vault.services import unlock_member
from tests.accounts.factories import PASSPHRASE, make_organisation
from tests.territories.factories import DepartementFactory

pytestmark = pytest.mark.django_db


def create_administrator(monkeypatch, passphrase=PASSPHRASE, **changed):
    options = {"email": "Admin@Exemple.invalid", "name": "Ada", "organisation": "Instance", "departement": "61"}
    monkeypatch.setattr("sys.stdin", StringIO(f"{passphrase}\n"))
    call_command("create_administrator", **{**options, **changed}, stdout=StringIO())


def test_the_first_administrator_comes_from_the_command_line(monkeypatch):
    DepartementFactory()
    create_administrator(monkeypatch)
    administrator = selectors.administrators().get()
    assert administrator.member.email == "admin@exemple.invalid"
    assert unlock_member(member_id=administrator.member_id, passphrase=PASSPHRASE)
    assert not selectors.has_second_factor(administrator.member)
    assert vault.has_key([administrator.organisation_id]) == set()


def test_there_is_one_first_administrator(monkeypatch):
    DepartementFactory()
    create_administrator(monkeypatch)
    with pytest.raises(CommandError, match="déjà"):
        create_administrator(monkeypatch, email="autre@exemple.invalid")
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "told"), [({"departement": "99"}, "département 99"), ({"passphrase": "court"}, "12")]
)
def test_what_does_not_fit_is_said_and_creates_nobody(monkeypatch, changed, told):
    DepartementFactory()
    with pytest.raises(CommandError, match=told):
        create_administrator(monkeypatch, **changed)
    assert not selectors.administrators().exists()


@pytest.fixture
def demo(db):
    Instance.objects.create(name="Démonstration", departement_code="61", is_demo=True)


def invented(organisation, role, name, at):
    return services.create_demo_member(
        email=f"{name}@{DEMO_DOMAIN}", name=name.title(), organisation=organisation, role=role, at=at
    )


def test_invented_members_have_real_keys_and_every_reader_the_organisations(demo, at):
    organisation = make_organisation(OrganisationKind.COUNCIL)
    roles = {"lea": Role.LEAD, "rene": Role.RECIPIENT, "paul": Role.REPORTER}
    made = {name: invented(organisation, role, name, at) for name, role in roles.items()}
    assert all(unlock_member(member_id=item.member_id, passphrase=DEMO_PASSPHRASE) for item in made.values())
    assert vault.holders(organisation.pk) == {made["lea"].member_id, made["rene"].member_id}


def test_an_invented_member_may_act_in_two_organisations(demo, at):
    first, second = make_organisation(OrganisationKind.COUNCIL), make_organisation(OrganisationKind.SCHOOL)
    one, two = invented(first, Role.REPORTER, "paul", at), invented(second, Role.REPORTER, "paul", at)
    assert one.member_id == two.member_id


@pytest.mark.guardrail("G12")
def test_nobody_is_invented_on_a_real_instance_or_under_a_real_address(at):
    organisation = make_organisation(OrganisationKind.COUNCIL)
    with pytest.raises(refusals.DemoOnly):
        invented(organisation, Role.LEAD, "lea", at)
    Instance.objects.create(name="Réelle", departement_code="61", is_demo=False)
    with pytest.raises(refusals.DemoOnly):
        invented(organisation, Role.LEAD, "lea", at)
    Instance.objects.update(is_demo=True)
    with pytest.raises(refusals.DemoOnly):
        services.create_demo_member(
            email="lea@orne.invalid", name="Léa", organisation=organisation, role=Role.LEAD, at=at
        )
