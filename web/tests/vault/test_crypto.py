"""What holds for every text, key and context."""

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl import bindings
from nacl.utils import random

from maillon.vault import crypto
from maillon.vault.crypto import CannotOpen, Context
from maillon.vault.envelopes import ENVELOPES, Envelopes, XChaCha20Poly1305
from maillon.vault.padding import bucket, pad, unpad

TEXTS = st.binary(max_size=3000)
CONTEXTS = st.builds(Context, st.text(max_size=20), st.uuids())
KEYS = st.binary(min_size=32, max_size=32)


@given(TEXTS, CONTEXTS)
def test_what_is_sealed_opens_again(text, context):
    envelope, key = crypto.seal_content(text, context)
    assert crypto.open_content(envelope, key, context) == text
    assert crypto.open_content(memoryview(envelope), key, context) == text
    assert not crypto.is_outdated(envelope)


@given(TEXTS, CONTEXTS, st.data())
def test_a_change_of_any_byte_shows(text, context, data):
    envelope, key = crypto.seal_content(text, context)
    place = data.draw(st.integers(0, len(envelope) - 1))
    with pytest.raises(CannotOpen):
        crypto.open_content(altered(envelope, place, data.draw(st.integers(1, 255))), key, context)


@given(TEXTS, CONTEXTS, st.data())
def test_a_missing_or_an_added_end_shows(text, context, data):
    envelope, key = crypto.seal_content(text, context)
    cut = envelope[: data.draw(st.integers(0, len(envelope) - 1))]
    for other in (cut, envelope + data.draw(st.binary(min_size=1, max_size=40))):
        with pytest.raises(CannotOpen):
            crypto.open_content(other, key, context)


@given(TEXTS, CONTEXTS, CONTEXTS, KEYS)
def test_another_context_or_another_key_opens_nothing(text, context, other, key):
    envelope, right = crypto.seal_content(text, context)
    with pytest.raises(CannotOpen):
        crypto.open_content(envelope, key, context)
    if other != context:
        with pytest.raises(CannotOpen):
            crypto.open_content(envelope, right, other)


@given(KEYS, CONTEXTS, CONTEXTS, st.data())
def test_a_wrapped_key_opens_for_its_holder_in_its_context_unchanged_and_not_otherwise(key, context, other, data):
    (public, private), (_, stranger) = crypto.new_pair(), crypto.new_pair()
    sealed = crypto.wrap_key(key, public, context)
    assert crypto.unwrap_key(sealed, private, context) == key
    place = data.draw(st.integers(0, len(sealed) - 1))
    wrong = [
        (sealed, stranger, context),
        (altered(sealed, place, data.draw(st.integers(1, 255))), private, context),
        (sealed[:place], private, context),
        (sealed, b"", context),
    ]
    if other != context:
        wrong.append((sealed, private, other))
    for arguments in wrong:
        with pytest.raises(CannotOpen):
            crypto.unwrap_key(*arguments)


@given(CONTEXTS, CONTEXTS)
def test_two_contexts_never_read_alike(one, other):
    assert (one.binding() == other.binding()) == (one == other)


def test_the_same_text_never_looks_the_same_twice():
    context = Context("report.account", UUID(int=1))
    assert len({part for _ in range(20) for part in crypto.seal_content(b"text", context)}) == 40


def test_an_envelope_of_the_first_version_opens_for_ever():
    """Bytes that were stored once: what changes them needs another version."""
    context = Context("report.account", UUID(int=1))
    envelope = bytes.fromhex((Path(__file__).parent / "envelope_v1.hex").read_text())
    assert crypto.open_content(envelope, b"k" * 32, context) == b"ok"


class Aegis256:
    """A version to come, under another cipher and without padding."""

    number = 2

    def seal(self, plaintext, key, bound):
        nonce = random(bindings.crypto_aead_aegis256_NPUBBYTES)
        return nonce + bindings.crypto_aead_aegis256_encrypt(plaintext, bound, nonce, key)

    def open(self, body, key, bound):
        length = bindings.crypto_aead_aegis256_NPUBBYTES
        return bindings.crypto_aead_aegis256_decrypt(body[length:], bound, body[:length], key)


AFTER = Envelopes([XChaCha20Poly1305(), Aegis256()])


@given(TEXTS, KEYS, st.binary(max_size=30))
def test_an_older_version_opens_and_is_upgraded_to_the_current_one(text, key, bound):
    old = ENVELOPES.seal(text, key, bound)
    assert AFTER.open(old, key, bound) == text
    assert AFTER.is_outdated(old)
    new = AFTER.upgrade(old, key, bound)
    assert new[:4] == b"MLN\x02"
    assert not AFTER.is_outdated(new)
    assert AFTER.open(new, key, bound) == text
    with pytest.raises(CannotOpen):
        ENVELOPES.open(new, key, bound)


@given(TEXTS, KEYS, st.binary(max_size=30))
def test_an_envelope_cannot_be_relabelled_as_another_version(text, key, bound):
    for envelope in (ENVELOPES.seal(text, key, bound), AFTER.seal(text, key, bound)):
        for number in (0, 1, 2, 3, 255):
            if envelope[3] != number:
                with pytest.raises(CannotOpen):
                    AFTER.open(b"MLN" + bytes([number]) + envelope[4:], key, bound)


@given(st.binary(max_size=10_000))
def test_padding_gives_back_the_text(text):
    padded = pad(text)
    assert unpad(padded) == text
    assert len(padded) == bucket(len(text) + 4)


@given(st.integers(1, 2**33))
def test_a_bucket_holds_its_length_hides_it_and_does_not_waste(length):
    size = bucket(length)
    assert length <= size
    assert bucket(size) == size
    assert size <= max(1024, 2 * length - 1) if length <= 65536 else size <= length * 1.04


def test_few_lengths_are_told_apart():
    assert {bucket(length) for length in range(1, 65537)} == {2**power for power in range(10, 17)}
    assert len({bucket(length) for length in range(65537, 2**20)}) == 4 * 32


@pytest.mark.parametrize("padded", [b"", b"\0\0\0", b"\0\0\0\x05abc\0", b"\0\0\0\x01a\0\1", b"\xff" * 2000])
def test_what_is_not_padded_is_refused(padded):
    with pytest.raises(ValueError, match="padded"):
        unpad(padded)


def altered(sealed, place, by):
    return sealed[:place] + bytes([sealed[place] ^ by]) + sealed[place + 1 :]
