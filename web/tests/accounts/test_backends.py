"""Checking passphrases: the same work for everybody, and a lockout that hits one name from one place."""

import pytest
from axes.models import AccessAttempt

from maillon.accounts.backends import VaultBackend, check_passphrase
from maillon.accounts.models import Member
from maillon.accounts.refusals import LockedOut
from maillon.directory.enums import OrganisationKind
from maillon.vault.services import members as vault_members
from tests.accounts.factories import PASSPHRASE, MemberFactory

pytestmark = pytest.mark.django_db
WRONG = "huit girafes mangent du foin"


@pytest.fixture
def derivations(monkeypatch):
    """The (opslimit, memlimit) of each derivation."""
    costs = []
    derive = vault_members.derive

    def counted(passphrase, salt, opslimit, memlimit):
        costs.append((opslimit, memlimit))
        return derive(passphrase, salt, opslimit, memlimit)

    monkeypatch.setattr(vault_members, "derive", counted)
    return costs


def attempt(rf, email, passphrase, address="192.0.2.1"):
    request = rf.post("/connexion/", {"username": email, "passphrase": passphrase}, REMOTE_ADDR=address)
    return check_passphrase(request, email=email, passphrase=passphrase)


def test_the_right_passphrase_gives_the_unlocked_key(rf):
    member = MemberFactory()
    found = attempt(rf, member.email, PASSPHRASE)
    assert found == member
    assert found.keyring.member_id == member.pk


def test_an_unknown_address_costs_the_same_work_and_gets_the_same_answer(rf, derivations):
    member = MemberFactory()
    derivations.clear()
    assert attempt(rf, member.email, WRONG) is None
    known = list(derivations)
    derivations.clear()
    assert attempt(rf, "personne@exemple.invalid", WRONG) is None
    assert derivations == known
    assert len(known) == 1


def test_a_member_without_a_key_and_an_inactive_one_look_like_nobody(rf, derivations):
    keyless, inactive = MemberFactory(key=False), MemberFactory()
    Member.objects.filter(pk=inactive.pk).update(is_active=False)
    derivations.clear()
    assert attempt(rf, keyless.email, PASSPHRASE) is None
    assert attempt(rf, inactive.email, PASSPHRASE) is None
    assert len(derivations) == 2


def test_right_sign_in_derives_once(rf, derivations):
    member = MemberFactory()
    derivations.clear()
    assert attempt(rf, member.email, PASSPHRASE) is not None
    assert len(derivations) == 1


def test_one_more_error_than_allowed_locks_that_name_from_there(rf, settings):
    member = MemberFactory()
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert attempt(rf, member.email, WRONG) is None
    with pytest.raises(LockedOut):
        attempt(rf, member.email, WRONG)
    with pytest.raises(LockedOut):
        attempt(rf, member.email, PASSPHRASE)
    with pytest.raises(LockedOut):
        attempt(rf, member.email.upper(), PASSPHRASE)
    assert attempt(rf, member.email, PASSPHRASE, address="192.0.2.2") == member


def test_a_lockout_derives_no_key(rf, settings, derivations):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        try:
            attempt(rf, "personne@exemple.invalid", WRONG)
        except LockedOut:
            derivations.clear()
    with pytest.raises(LockedOut):
        attempt(rf, "personne@exemple.invalid", WRONG)
    assert derivations == []


def test_thirty_people_behind_one_address_are_not_locked_out_by_one(rf, settings):
    clumsy, *others = MemberFactory.create_batch(30)
    for _ in range(settings.AXES_FAILURE_LIMIT + 2):
        try:
            attempt(rf, clumsy.email, WRONG)
        except LockedOut:
            locked = True
    assert locked
    for other in others:
        assert attempt(rf, other.email, WRONG) is None
        assert attempt(rf, other.email, PASSPHRASE) == other


def test_failed_attempts_keep_neither_passphrase_nor_anything_else_that_was_typed(client, member_of):
    typed = "canari gris perdu en mer"
    member = member_of(OrganisationKind.POLICE).member
    form = {"username": member.email, "passphrase": typed, "next": "/canari/", "code": "canari"}
    client.post("/connexion/?mot=canari", form, headers={"User-Agent": "canari/1.0"})
    client.post("/connexion/", {"username": member.email, "passphrase": typed})
    rows = list(AccessAttempt.objects.values())
    assert len(rows) == 1
    assert rows[0]["failures_since_start"] == 2
    assert "canari" not in repr(rows)


def test_the_backend_alone_refuses_what_is_missing():
    assert VaultBackend().authenticate(None, username="", password=PASSPHRASE) is None
    assert VaultBackend().authenticate(None, username="a@b.invalid", password=None) is None
