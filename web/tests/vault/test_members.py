"""A member's key and her passphrase."""

import logging
import pickle
from copy import deepcopy
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from maillon.vault import crypto, services
from maillon.vault.keyrings import Keyring
from maillon.vault.models import KeyPair, MemberSecret
from maillon.vault.refusals import WrongPassphrase
from tests.vault.factories import AT, PASSPHRASE, member

pytestmark = pytest.mark.django_db


def test_the_passphrase_unlocks_the_key_that_was_made():
    keyring = member()
    assert services.unlock_member(member_id=keyring.member_id, passphrase=PASSPHRASE) == keyring


@pytest.mark.parametrize("wrong", ["", PASSPHRASE + " ", PASSPHRASE.upper()])
def test_another_passphrase_does_not(wrong):
    with pytest.raises(WrongPassphrase):
        services.unlock_member(member_id=member().member_id, passphrase=wrong)


def test_a_member_without_a_key_is_refused_alike_after_the_same_work(settings):
    with patch.object(crypto, "argon2id_key", wraps=crypto.argon2id_key) as derived:
        for member_id in (uuid4(), member().member_id):
            derived.reset_mock()
            with pytest.raises(WrongPassphrase) as refused:
                services.unlock_member(member_id=member_id, passphrase="wrong")
            assert derived.call_count == 1
            assert derived.call_args.args[2:] == (settings.VAULT_KDF["opslimit"], settings.VAULT_KDF["memlimit"])
            assert str(refused.value) == str(WrongPassphrase.message)


def test_another_passphrase_takes_over_and_the_key_stays():
    keyring = member()
    services.change_passphrase(keyring=keyring, new_passphrase="another one", at=AT)
    assert services.unlock_member(member_id=keyring.member_id, passphrase="another one") == keyring
    with pytest.raises(WrongPassphrase):
        services.unlock_member(member_id=keyring.member_id, passphrase=PASSPHRASE)


def test_a_key_of_another_cost_still_opens_and_is_wrapped_at_todays(settings):
    settings.VAULT_KDF = {"opslimit": 2, "memlimit": 16384}
    keyring = member()
    settings.VAULT_KDF = {"opslimit": 1, "memlimit": 8192}
    for _ in range(2):
        assert services.unlock_member(member_id=keyring.member_id, passphrase=PASSPHRASE) == keyring
    secret = MemberSecret.objects.get(pk=keyring.key_pair_id)
    assert (secret.opslimit, secret.memlimit) == (1, 8192)


def test_without_a_setting_the_cost_is_three_passes_over_64_mebibytes(settings):
    del settings.VAULT_KDF
    with patch.object(crypto, "argon2id_key", return_value=b"k" * 32) as derived:
        services.make_member_key(member_id=uuid4(), passphrase=PASSPHRASE)
    assert derived.call_args.args[2:] == (3, 64 * 1024 * 1024)


def test_signing_in_does_not_undo_a_change_of_passphrase(settings):
    settings.VAULT_KDF = {"opslimit": 2, "memlimit": 16384}
    keyring = member()
    settings.VAULT_KDF = {"opslimit": 1, "memlimit": 8192}
    opened = crypto.open_content

    def change_meanwhile(*arguments):
        services.change_passphrase(keyring=keyring, new_passphrase="another one", at=AT)
        return opened(*arguments)

    with patch.object(crypto, "open_content", change_meanwhile):
        services.unlock_member(member_id=keyring.member_id, passphrase=PASSPHRASE)
    assert services.unlock_member(member_id=keyring.member_id, passphrase="another one") == keyring


def test_a_secret_moved_to_another_member_does_not_open():
    mine, hers = member(), member("hers")
    secret = MemberSecret.objects.get(pk=mine.key_pair_id)
    MemberSecret.objects.filter(pk=hers.key_pair_id).update(salt=secret.salt, wrapped=secret.wrapped)
    with pytest.raises(WrongPassphrase):
        services.unlock_member(member_id=hers.member_id, passphrase=PASSPHRASE)


def test_deriving_inside_a_transaction_is_an_error():
    calls = [
        lambda: services.derive("x", b"s" * 16, 1, 8192),
        lambda: services.create_member_key(member_id=uuid4(), passphrase="x", at=AT),
        lambda: services.unlock_member(member_id=uuid4(), passphrase="x"),
        lambda: services.change_passphrase(keyring=Keyring(uuid4(), uuid4(), b"k" * 32), new_passphrase="x", at=AT),
    ]
    for call in calls:
        with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
            call()
    assert not KeyPair.objects.exists()


def test_a_key_made_before_the_transaction_is_stored_inside_it():
    new = services.make_member_key(member_id=uuid4(), passphrase=PASSPHRASE)
    with transaction.atomic():
        keyring = services.store_member_key(new=new, at=AT)
    assert services.unlock_member(member_id=keyring.member_id, passphrase=PASSPHRASE) == keyring


KEYRINGS = st.builds(Keyring, st.uuids(), st.uuids(), st.binary(min_size=32, max_size=32))


@given(KEYRINGS)
def test_a_keyring_comes_back_from_its_bytes(keyring):
    assert Keyring.from_bytes(keyring.to_bytes()) == keyring


@pytest.mark.parametrize("length", [0, 63, 65])
def test_other_bytes_are_no_keyring(length):
    with pytest.raises(ValueError, match="keyring"):
        Keyring.from_bytes(b"x" * length)


def test_no_key_shows_in_any_text_or_pickle(caplog):
    key = b"SECRETSECRETSECRETSECRETSECRET12"
    keyring = Keyring(uuid4(), uuid4(), key)
    new = services.make_member_key(member_id=uuid4(), passphrase="canary of a passphrase")
    logging.getLogger("maillon").warning("%s %r %s", keyring, keyring, new)
    shown = f"{keyring} {keyring!r} {[keyring]} {new} {caplog.text}"
    assert "SECRET" not in shown
    assert "canary" not in shown
    assert repr(new.keyring.private_key) not in shown
    for copied in (pickle.dumps, deepcopy):
        with pytest.raises(TypeError, match="pickled"):
            copied(keyring)


def test_what_is_stored_of_a_member_holds_neither_her_key_nor_her_passphrase():
    keyring = member("canary of a passphrase")
    rows = [*KeyPair.objects.values_list(), *MemberSecret.objects.values_list()]
    stored = b"".join(bytes(value) for row in rows for value in row if isinstance(value, bytes | memoryview))
    assert keyring.private_key not in stored
    assert b"canary" not in stored
