"""Sealing to a code: its holder opens, nobody else does, and nothing slow or secret stays behind."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from nacl.utils import random

from maillon.journal.models import Line
from maillon.vault import services
from maillon.vault.crypto import CannotOpen, public_half
from maillon.vault.models import KeyPair, MemberSecret
from maillon.vault.refusals import NotOwn
from tests.vault.factories import AT, acting, member, organisation

pytestmark = pytest.mark.django_db


def kept():
    """A code that was just registered: its pair and its private half."""
    private_key = bytes(random(32))
    return services.register_code(owner_id=uuid4(), private_key=private_key, at=AT), private_key


def sealed(*, organisations=(), codes=(), members=()):
    return services.seal(
        plaintext=b"words",
        kind="test",
        subject_id=uuid4(),
        organisations=organisations,
        members=members,
        codes=codes,
        at=AT,
    )


def test_a_code_opens_what_was_sealed_to_it_and_to_an_organisation():
    (pair, private_key), reader = kept(), member()
    house = organisation(reader)
    item = sealed(organisations=[house], codes=[pair.owner_id])
    keyring = services.code_keyring(key_pair=pair, private_key=private_key)
    assert services.open_for_code(items=[item], keyring=keyring) == {item.pk: b"words"}
    by = acting(reader, house)
    assert services.open_item(item=item, keyring=reader, organisation_id=house, by=by, at=AT, reason="x") == b"words"


def test_another_code_opens_nothing():
    (pair, _), (other, other_key) = kept(), kept()
    item = sealed(codes=[pair.owner_id])
    stranger = services.code_keyring(key_pair=other, private_key=other_key)
    assert services.open_for_code(items=[item], keyring=stranger) == {}
    with pytest.raises(CannotOpen):
        services.code_keyring(key_pair=pair, private_key=other_key)


def test_opening_with_a_code_leaves_no_line_and_is_no_way_round_for_a_member():
    (pair, private_key), reader = kept(), member()
    item = sealed(members=[reader.member_id], codes=[pair.owner_id])
    lines = Line.objects.count()
    services.open_for_code(items=[item], keyring=services.code_keyring(key_pair=pair, private_key=private_key))
    assert Line.objects.count() == lines
    with pytest.raises(CannotOpen):
        services.open_for_code(items=[item], keyring=reader)


def test_what_is_sealed_to_a_code_alone_is_replaced_under_it_and_opened_as_its_own():
    pair, private_key = kept()
    item = sealed(codes=[pair.owner_id])
    services.reseal_own(item=item, plaintext=b"more", at=AT)
    keyring = services.code_keyring(key_pair=pair, private_key=private_key)
    assert services.open_own(item=item, keyring=keyring) == b"more"
    shared = sealed(codes=[pair.owner_id], organisations=[organisation(member())])
    with pytest.raises(NotOwn):
        services.reseal_own(item=shared, plaintext=b"more", at=AT)


def test_the_private_half_is_stored_nowhere_and_nothing_is_derived_slowly(django_assert_num_queries):
    private_key = bytes(random(32))
    # In a transaction, where any slow derivation is refused.
    with transaction.atomic(), django_assert_num_queries(1):
        pair = services.register_code(owner_id=uuid4(), private_key=private_key, at=AT)
    assert bytes(pair.public_key) == public_half(private_key) != private_key
    assert not MemberSecret.objects.filter(key_pair=pair).exists()


def test_one_owner_has_one_current_code():
    pair, private_key = kept()
    with pytest.raises(IntegrityError), transaction.atomic():
        services.register_code(owner_id=pair.owner_id, private_key=private_key, at=AT)


def test_a_members_pair_makes_no_keyring_of_a_code_and_is_not_forgotten_as_one():
    keyring = member()
    pair = KeyPair.objects.get(pk=keyring.key_pair_id)
    with pytest.raises(CannotOpen):
        services.code_keyring(key_pair=pair, private_key=keyring.private_key)
    services.forget_code(key_pair=pair)
    assert KeyPair.objects.filter(pk=pair.pk).exists()
