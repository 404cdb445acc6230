"""Who may come in."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from maillon.accounts import http
from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.base.ids import new_id

ADMITS = {
    http.signed_in: set(Role),
    http.may_report: {Role.REPORTER, Role.RECIPIENT, Role.LEAD},
    http.reads: {Role.RECIPIENT, Role.LEAD},
    http.leads: {Role.LEAD},
    http.administers: {Role.ADMINISTRATOR},
}
UNLOCKED = object()
CASES = [(guard, role) for guard in ADMITS for role in Role]


def asked(rf, guard, role, *, keyring=UNLOCKED, path="/ici/?mot=secret"):
    request = rf.get(path)
    request.membership = Membership(id=new_id(), role=role) if role else None
    request.keyring = keyring
    return guard(lambda _request: HttpResponse("dedans"))(request)


@pytest.mark.parametrize(("guard", "role"), CASES)
def test_each_role_comes_in_where_it_may_and_nowhere_else(rf, guard, role):
    if role in ADMITS[guard]:
        assert asked(rf, guard, role).content == b"dedans"
    else:
        with pytest.raises(PermissionDenied):
            asked(rf, guard, role)


@pytest.mark.parametrize("guard", ADMITS)
def test_strangers_go_to_the_sign_in_page_with_the_bare_path(rf, guard):
    answer = asked(rf, guard, None)
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/connexion/?next=%2Fici%2F"


@pytest.mark.parametrize("guard", [http.signed_in, http.may_report, http.reads, http.leads])
def test_a_locked_key_goes_to_the_sign_in_page_too(rf, guard):
    assert asked(rf, guard, Role.LEAD, keyring=None).status_code == 302


def test_an_administrator_needs_no_key(rf):
    assert asked(rf, http.administers, Role.ADMINISTRATOR, keyring=None).status_code == 200


def test_a_guard_can_be_read_off_the_view():
    assert http.leads(lambda _request: HttpResponse()).admits == "leads"
