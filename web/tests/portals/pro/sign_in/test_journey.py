"""Coming in, page by page, as a browser does."""

import pytest
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from maillon.accounts import services
from maillon.accounts.enums import Role
from maillon.accounts.models import Session
from maillon.accounts.sessions import digest_of
from maillon.directory.enums import OrganisationKind
from maillon.journal.enums import Action
from maillon.journal.models import Line
from tests.accounts.apps_of_members import code_of, enrolled, wrong_code_of
from tests.accounts.factories import PASSPHRASE, make_membership

pytestmark = pytest.mark.django_db
SIGN_IN, CODE, RECOVERY = reverse("pro:sign_in"), reverse("pro:second_factor"), reverse("pro:recovery_code")
ENROL, CHOOSE = reverse("pro:enrol"), reverse("pro:choose_membership")


@pytest.fixture
def firefighter(member_of):
    return member_of(OrganisationKind.FIRE_RESCUE)


def type_passphrase(client, membership, passphrase=PASSPHRASE, **more):
    return client.post(SIGN_IN, {"username": membership.member.email, "passphrase": passphrase, **more})


def has_come_in(client):
    return client.get(reverse("pro:profile")).status_code == 200


def test_passphrase_then_code_then_home(client, firefighter):
    device = enrolled(firefighter.member)
    assert type_passphrase(client, firefighter).headers["Location"] == CODE
    assert not has_come_in(client)
    answer = client.post(CODE, {"code": code_of(device)})
    assert answer.headers["Location"] == reverse("pro:home")
    assert has_come_in(client)
    line = Line.objects.get(action=Action.SIGNED_IN)
    assert (line.member_id, line.details) == (firefighter.member_id, {"second_factor": "totp"})


def test_the_address_may_be_typed_in_capitals(client, firefighter):
    firefighter.member.email = firefighter.member.email.upper()
    assert type_passphrase(client, firefighter).headers["Location"] == CODE


def test_a_passphrase_alone_opens_nothing(client, firefighter):
    enrolled(firefighter.member)
    type_passphrase(client, firefighter)
    for page in (reverse("pro:profile"), reverse("pro:home")):
        answer = client.get(page)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(SIGN_IN)
    assert client.get(CHOOSE).headers["Location"] == SIGN_IN
    assert client.get(ENROL).headers["Location"] == CODE


def test_the_second_step_needs_the_first(client):
    for page in (CODE, RECOVERY, ENROL):
        assert client.get(page).headers["Location"] == SIGN_IN


def test_each_step_changes_the_session_key(client, firefighter):
    device = enrolled(firefighter.member)
    client.get(SIGN_IN)
    type_passphrase(client, firefighter)
    after_passphrase = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post(CODE, {"code": code_of(device)})
    after_code = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert after_passphrase != after_code
    assert not Session.objects.filter(pk=digest_of(after_passphrase)).exists()


def test_a_planted_session_key_is_not_kept(client, firefighter):
    client.cookies[settings.SESSION_COOKIE_NAME] = "planted0planted0planted0planted0"
    type_passphrase(client, firefighter)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != "planted0planted0planted0planted0"


def test_a_wrong_code_says_so_and_the_next_one_has_to_wait(client, firefighter):
    device = enrolled(firefighter.member)
    type_passphrase(client, firefighter)
    assert "n’est pas le bon" in client.post(CODE, {"code": wrong_code_of(device)}).content.decode()
    throttled = client.post(CODE, {"code": code_of(device)}).content.decode()
    assert "Attendez 1 secondes" in throttled
    assert not has_come_in(client)


def test_one_code_signs_in_once(client, firefighter):
    device = enrolled(firefighter.member)
    code = code_of(device)
    type_passphrase(client, firefighter)
    client.post(CODE, {"code": code})
    other = Client()
    type_passphrase(other, firefighter)
    assert other.post(CODE, {"code": code}).status_code == 200
    assert not has_come_in(other)


def test_a_recovery_code_stands_in_for_the_app_once(client, firefighter):
    enrolled(firefighter.member)
    code = services.new_recovery_codes(firefighter.member)[0]
    type_passphrase(client, firefighter)
    assert client.post(RECOVERY, {"code": code.lower().replace("-", " ")}).headers["Location"] == reverse("pro:home")
    again = Client()
    type_passphrase(again, firefighter)
    assert "déjà servi" in again.post(RECOVERY, {"code": code}).content.decode()
    assert Line.objects.get(action=Action.SIGNED_IN).details == {"second_factor": "recovery_code"}


def test_whoever_has_no_app_enrols_one_and_sees_the_recovery_codes_once(client, firefighter):
    type_passphrase(client, firefighter)
    assert client.get(CODE).headers["Location"] == ENROL
    page = client.get(ENROL).content.decode()
    device = firefighter.member.totpdevice_set.get()
    assert "data:image/svg+xml" in page
    assert not device.confirmed
    assert client.get(ENROL).context["enrolment"].secret in page
    shown = client.post(ENROL, {"code": code_of(device)})
    codes = shown.context["codes"]
    assert len(codes) == 10
    assert all(code in shown.content.decode() for code in codes)
    assert client.get(ENROL).headers["Location"] == SIGN_IN
    assert client.post(CHOOSE, {"membership": str(firefighter.pk)}).headers["Location"] == reverse("pro:home")
    assert has_come_in(client)


def test_several_organisations_are_chosen_from(client, firefighter):
    other = make_membership(OrganisationKind.ASSOCIATION)
    other.member = firefighter.member
    other.save()
    device = enrolled(firefighter.member)
    type_passphrase(client, firefighter)
    assert client.post(CODE, {"code": code_of(device)}).headers["Location"] == CHOOSE
    assert not has_come_in(client)
    client.post(CHOOSE, {"membership": str(other.pk)})
    assert client.get(reverse("pro:profile")).context["membership"] == other


def test_somebody_elses_membership_is_no_choice(client, firefighter, signed_in_client):
    stranger = make_membership(OrganisationKind.POLICE, Role.LEAD)
    client = signed_in_client(firefighter)
    assert client.post(CHOOSE, {"membership": str(stranger.pk)}).status_code == 200
    assert client.get(reverse("pro:profile")).context["membership"] == firefighter


def test_one_comes_back_to_where_one_wanted_to_go(client, firefighter):
    device = enrolled(firefighter.member)
    wanted = client.get(reverse("pro:profile") + "?secret=1").headers["Location"]
    assert wanted == f"{SIGN_IN}?next=%2Fprofil%2F"
    assert 'value="/profil/"' in client.get(wanted).content.decode()
    type_passphrase(client, firefighter, next="/profil/")
    assert client.post(CODE, {"code": code_of(device)}).headers["Location"] == "/profil/"


@pytest.mark.parametrize("target", ["https://ailleurs.invalid/", "//ailleurs.invalid/", "javascript:1", "/a?b=c"])
def test_one_is_sent_nowhere_else(client, firefighter, target):
    device = enrolled(firefighter.member)
    type_passphrase(client, firefighter, next=target)
    assert client.post(CODE, {"code": code_of(device)}).headers["Location"] == reverse("pro:home")


def test_signing_out_ends_the_session_and_wipes_the_key(firefighter, signed_in_client):
    client = signed_in_client(firefighter)
    answer = client.post(reverse("pro:sign_out"))
    assert answer.headers["Location"] == SIGN_IN
    assert answer.cookies[settings.KEY_COOKIE_NAME].value == ""
    assert answer.cookies[settings.KEY_COOKIE_NAME]["max-age"] == 0
    assert answer.cookies[settings.SESSION_COOKIE_NAME].value == ""
    assert not Session.objects.exists()
    assert not has_come_in(client)
    assert Line.objects.filter(action=Action.SIGNED_OUT, member_id=firefighter.member_id).exists()


def test_signing_out_needs_a_post(firefighter, signed_in_client):
    client = signed_in_client(firefighter)
    assert client.get(reverse("pro:sign_out")).status_code == 405
    assert has_come_in(client)


def test_without_the_browsers_half_of_the_key_the_passphrase_is_asked_again(firefighter, signed_in_client):
    client = signed_in_client(firefighter)
    del client.cookies[settings.KEY_COOKIE_NAME]
    assert client.get(reverse("pro:profile")).headers["Location"].startswith(SIGN_IN)
    assert client.get(SIGN_IN).status_code == 200


def test_an_htmx_fragment_never_becomes_a_sign_in_page(client):
    answer = client.get(reverse("pro:profile"), headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["HX-Redirect"].startswith(SIGN_IN)


def test_the_page_speaks_the_members_language_from_then_on(client, firefighter):
    device = enrolled(firefighter.member)
    services.change_language(member=firefighter.member, language="en")
    type_passphrase(client, firefighter)
    answer = client.post(CODE, {"code": code_of(device)})
    assert answer.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"


def test_a_member_of_no_organisation_is_told_so(client, firefighter):
    device = enrolled(firefighter.member)
    type_passphrase(client, firefighter)
    firefighter.ended_at = firefighter.started_at
    firefighter.save()
    client.post(CODE, {"code": code_of(device)})
    answer = client.get(CHOOSE)
    assert answer.status_code == 403
    assert "Votre accès a pris fin" in answer.content.decode()


def test_nothing_that_was_typed_stays_in_the_session(client, firefighter):
    device = enrolled(firefighter.member)
    type_passphrase(client, firefighter)
    client.post(CODE, {"code": code_of(device)})
    assert SESSION_KEY in client.session
    assert PASSPHRASE not in repr(dict(client.session.items()))


def test_fields_say_what_password_managers_need(client, firefighter):
    page = client.get(SIGN_IN).content.decode()
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    enrolled(firefighter.member)
    type_passphrase(client, firefighter)
    assert 'autocomplete="one-time-code"' in client.get(CODE).content.decode()
