"""A link's pair: opened by token and digits together, given nothing but what its maker can open, and gone for good."""

import pytest

from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault import services
from maillon.vault.crypto import CannotOpen
from maillon.vault.models import Grant, KeyPair
from maillon.vault.refusals import NoKey
from tests.reports.factories import AT, make_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return make_house()


@pytest.fixture
def link():
    salt = services.new_link_salt()
    key = services.link_private_key(token="a" * 22, digits="12345678", salt=salt)
    pair = services.register_link(owner_id=new_id(), private_key=key, at=AT)
    return services.link_keyring(key_pair=pair, private_key=key), pair


def sealed(house, text=b"un mot"):
    return services.seal(plaintext=text, kind="test", subject_id=new_id(), organisations=[house.organisation.pk], at=AT)


def grant(item, house, **to):
    services.grant_further(
        items=[item],
        keyring=house.reader.keyring,
        through_organisation_id=house.organisation.pk,
        by=house.reader.membership,
        at=AT,
        **to,
    )


def test_it_opens_what_it_was_given_on_the_record_and_nothing_else(house, link):
    keyring, pair = link
    given, kept = sealed(house), sealed(house)
    grant(given, house, link=pair)
    grant(given, house, link=pair)
    opened = services.open_for_link(items=[given, kept], keyring=keyring, at=AT, reason="answering")
    assert opened == {given.pk: b"un mot"}
    line = Line.objects.get(action=Action.UNSEALED)
    assert (line.member_id, line.details["by"]) == (None, "link")


def test_who_cannot_open_something_gives_no_key_to_it(house, link):
    stranger = make_house()
    with pytest.raises(CannotOpen):
        grant(sealed(stranger), house, link=link[1])
    assert not Grant.objects.filter(key_pair=link[1]).exists()


def test_an_organisation_without_a_key_is_given_nothing(house):
    with pytest.raises(NoKey):
        grant(sealed(house), house, organisation_id=new_id())


def test_a_further_organisation_opens_it_too(house):
    other = make_house()
    item = sealed(house)
    grant(item, house, organisation_id=other.organisation.pk)
    read = services.open_item(
        item=item,
        keyring=other.reader.keyring,
        organisation_id=other.organisation.pk,
        by=other.reader.membership,
        at=AT,
        reason="test",
    )
    assert read == b"un mot"


def test_forgetting_destroys_pair_and_keys_and_leaves_the_content(house, link):
    keyring, pair = link
    item = sealed(house)
    grant(item, house, link=pair)
    services.forget_link(key_pair=pair)
    assert not KeyPair.objects.filter(pk=pair.pk).exists()
    assert Grant.objects.filter(item=item).count() == 1
    with pytest.raises(CannotOpen):
        services.open_for_link(items=[item], keyring=keyring, at=AT, reason="test")


def test_a_links_secret_fits_no_other_pair_and_no_code(house, link):
    other = services.register_link(owner_id=new_id(), private_key=b"\1" * 32, at=AT)
    with pytest.raises(CannotOpen):
        services.link_keyring(key_pair=other, private_key=link[0].private_key)
    with pytest.raises(CannotOpen):
        services.code_keyring(key_pair=link[1], private_key=link[0].private_key)


def test_forgetting_a_link_touches_no_other_kind_of_pair(house):
    pair = KeyPair.objects.get(owner_id=house.organisation.pk)
    services.forget_link(key_pair=pair)
    assert KeyPair.objects.filter(pk=pair.pk).exists()
