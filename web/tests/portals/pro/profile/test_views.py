"""A member's own account on screen."""

import pytest
from django.urls import reverse

from maillon.accounts import selectors, services
from maillon.accounts.enums import Role
from maillon.accounts.models import Session
from maillon.directory.enums import OrganisationKind
from maillon.vault.refusals import WrongPassphrase
from maillon.vault.services import unlock_member
from tests.accounts.apps_of_members import code_of, enrolled, wrong_code_of
from tests.accounts.factories import PASSPHRASE, make_membership

pytestmark = pytest.mark.django_db
PROFILE, PASS = reverse("pro:profile"), reverse("pro:change_passphrase")
APP, CODES, EVERYWHERE = (
    reverse("pro:change_application"),
    reverse("pro:new_recovery_codes"),
    reverse("pro:sign_out_everywhere"),
)
NEW = "trois loutres dansent au bal"


@pytest.fixture
def recipient(member_of):
    lead = member_of(OrganisationKind.COUNCIL, Role.LEAD)
    return member_of(lead.organisation, Role.RECIPIENT)


@pytest.fixture
def inside(recipient, signed_in_client):
    return signed_in_client(recipient)


@pytest.mark.parametrize("page", [PROFILE, PASS, APP, CODES])
def test_strangers_are_sent_to_sign_in(client, page):
    assert client.get(page).headers["Location"].startswith(reverse("pro:sign_in"))


def test_the_account_shows_who_one_is(inside, recipient):
    services.new_recovery_codes(recipient.member)
    page = inside.get(PROFILE).content.decode()
    for text in (recipient.member.name, recipient.member.email, recipient.organisation.name, "10 codes de secours"):
        assert text in page
    assert selectors.safety_number(recipient.member_id) in page
    assert "Vous attendez la clé" not in page
    assert "Agir pour une autre organisation" not in page


@pytest.mark.parametrize("role", [Role.REPORTER, Role.ADMINISTRATOR])
def test_who_reads_nothing_has_no_safety_number_to_compare(role, signed_in_client):
    page = signed_in_client(make_membership(OrganisationKind.SCHOOL, role)).get(PROFILE).content.decode()
    assert "numéro de sécurité" not in page


def test_several_organisations_can_be_switched(inside, recipient):
    other = make_membership(OrganisationKind.SCHOOL)
    other.member = recipient.member
    other.save()
    assert reverse("pro:choose_membership") in inside.get(PROFILE).content.decode()
    inside.post(reverse("pro:choose_membership"), {"membership": str(other.pk)})
    assert inside.get(PROFILE).context["membership"] == other


def test_becoming_administrator_gives_the_key_up_until_the_next_passphrase(inside, recipient):
    other = make_membership(OrganisationKind.PREFECTURE, Role.ADMINISTRATOR)
    other.member = recipient.member
    other.save()
    choose = reverse("pro:choose_membership")
    inside.post(choose, {"membership": str(other.pk)})
    assert "keyring" not in inside.session
    answer = inside.post(choose, {"membership": str(recipient.pk)})
    assert answer.headers["Location"].startswith(reverse("pro:sign_in"))


def test_the_language_is_kept_and_spoken(inside, recipient, settings):
    answer = inside.post(PROFILE, {"language": "en"})
    assert answer.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    recipient.member.refresh_from_db()
    assert recipient.member.language == "en"
    assert inside.post(PROFILE, {"language": "tlh"}).status_code == 200


def test_the_passphrase_changes_with_the_present_one(inside, recipient, signed_in_client):
    elsewhere = signed_in_client(recipient)
    elsewhere.cookies = elsewhere.cookies.copy()
    form = {"passphrase": PASSPHRASE, "new_passphrase": NEW, "repeated": NEW}
    page = inside.post(PASS, form).content.decode()
    assert "Votre phrase de passe est changée" in page
    assert NEW not in page
    assert unlock_member(member_id=recipient.member_id, passphrase=NEW)
    assert inside.get(PROFILE).status_code == 200
    assert elsewhere.get(PROFILE).status_code == 302


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"passphrase": "huit girafes mangent"}, "n’est pas la bonne"),
        ({"new_passphrase": "court", "repeated": "court"}, "trop courte"),
        ({"repeated": "autre chose encore"}, "ne sont pas les mêmes"),
        ({"passphrase": ""}, "obligatoire"),
    ],
)
def test_a_change_that_does_not_do_is_explained_and_changes_nothing(inside, recipient, changed, told):
    form = {"passphrase": PASSPHRASE, "new_passphrase": NEW, "repeated": NEW, **changed}
    assert told in inside.post(PASS, form).content.decode()
    with pytest.raises(WrongPassphrase):
        unlock_member(member_id=recipient.member_id, passphrase=NEW)


def test_an_open_session_is_no_place_to_guess_passphrases(inside, settings):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        page = inside.post(CODES, {"passphrase": "huit girafes mangent"}).content.decode()
    assert "Trop d’essais" in page
    assert "Trop d’essais" in inside.post(CODES, {"passphrase": PASSPHRASE}).content.decode()


def test_a_new_phone_replaces_the_old_one(inside, recipient):
    old = enrolled(recipient.member)
    inside.get(APP)
    new = recipient.member.totpdevice_set.get(confirmed=False)
    refused = inside.post(APP, {"passphrase": "huit girafes mangent", "code": code_of(new)}).content.decode()
    assert "n’est pas la bonne" in refused
    assert "pas le bon" in inside.post(APP, {"passphrase": PASSPHRASE, "code": wrong_code_of(new)}).content.decode()
    assert recipient.member.totpdevice_set.get(confirmed=True) == old


def test_with_passphrase_and_first_code_the_new_phone_counts(inside, recipient):
    enrolled(recipient.member)
    inside.get(APP)
    new = recipient.member.totpdevice_set.get(confirmed=False)
    shown = inside.post(APP, {"passphrase": PASSPHRASE, "code": code_of(new)})
    assert len(shown.context["codes"]) == 10
    assert recipient.member.totpdevice_set.get() == new


def test_new_recovery_codes_need_the_passphrase(inside, recipient):
    old = services.new_recovery_codes(recipient.member)
    inside.post(CODES, {"passphrase": "huit girafes mangent"})
    assert selectors.recovery_codes_left(recipient.member) == 10
    shown = inside.post(CODES, {"passphrase": PASSPHRASE}).context["codes"]
    assert not set(old) & set(shown)


def test_other_browsers_can_be_signed_out(inside, recipient, signed_in_client):
    Session.objects.update(browser="Firefox, Android")
    elsewhere = signed_in_client(recipient)
    page = inside.get(PROFILE).content.decode()
    assert "Firefox, Android" in page
    assert "Navigateur inconnu" in page
    assert page.count("(ici)") == 1
    assert inside.get(EVERYWHERE).status_code == 405
    inside.post(EVERYWHERE)
    assert elsewhere.get(PROFILE).status_code == 302
    assert inside.get(PROFILE).status_code == 200
