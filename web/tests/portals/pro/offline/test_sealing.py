"""What a device seals, the server's vault opens: for its member, in its place, with the instance's key. Not else."""

from base64 import b64decode, b64encode
from random import Random
from uuid import UUID, uuid4

import pytest
from nacl import bindings

from maillon.vault import crypto, intake, services
from maillon.vault.crypto import CannotOpen, Context
from maillon.vault.keyrings import Keyring
from tests.portals.pro.offline.scripts import run

SECRET = "an invented secret of an invented instance"
KIND = "report.offline"
LENGTHS = (0, 1, 1019, 1020, 1021, 4000, 20_000)


@pytest.fixture(autouse=True)
def _intake_key(settings):
    settings.INTAKE_KEYS = [SECRET]


@pytest.fixture(scope="module")
def pair():
    return crypto.new_pair()


@pytest.fixture(scope="module")
def keyring(pair):
    return Keyring(uuid4(), uuid4(), pair[1])


def sealed_by_a_device(pair, texts, secret=SECRET):
    keys = {"intake": b64encode(intake.public_half(secret)).decode(), "member": b64encode(pair[0]).decode()}
    return [b64decode(parcel) for parcel in run("parcels.js", {"keys": keys, "texts": texts})]


@pytest.fixture(scope="module")
def parcel(pair):
    """One parcel, its place and its text."""
    place = uuid4()
    return sealed_by_a_device(pair, [(str(place), "récit")])[0], Context(KIND, place), "récit".encode()


def test_every_length_of_text_comes_out_as_it_went_in(pair, keyring):
    chance = Random(7)
    texts = [(str(uuid4()), "".join(chance.choices("aé— 😀\n", k=length))) for length in LENGTHS]
    for (place, text), parcel in zip(texts, sealed_by_a_device(pair, texts), strict=True):
        opened = services.open_parcel(parcel=parcel, context=Context(KIND, UUID(place)), keyring=keyring)
        assert opened.decode() == text


def test_texts_of_any_usual_length_look_alike(pair):
    texts = [(str(uuid4()), "x" * length) for length in (0, 10, 500, 1000)]
    assert len({len(parcel) for parcel in sealed_by_a_device(pair, texts)}) == 1


def test_the_same_text_never_looks_the_same_twice(pair):
    place = str(uuid4())
    assert len(set(sealed_by_a_device(pair, [(place, "texte")] * 5))) == 5


def test_neither_the_members_key_nor_the_servers_opens_it_alone(parcel, keyring, settings):
    sealed, context, text = parcel
    inner = intake.unseal(sealed, [SECRET])
    assert text not in inner.envelope
    with pytest.raises(CannotOpen):
        crypto.unwrap_key(inner.wrapped_key, intake.private_half(SECRET), context)
    settings.INTAKE_KEYS = ["another secret, of another instance"]
    with pytest.raises(CannotOpen):
        services.open_parcel(parcel=sealed, context=context, keyring=keyring)


def test_it_opens_for_nobody_else_and_in_no_other_place(parcel, keyring):
    sealed, context, _text = parcel
    stranger = Keyring(uuid4(), uuid4(), crypto.new_pair()[1])
    for wrong in (
        (context, stranger),
        (Context(KIND, uuid4()), keyring),
        (Context("report.draft", context.subject_id), keyring),
    ):
        with pytest.raises(CannotOpen):
            services.open_parcel(parcel=sealed, context=wrong[0], keyring=wrong[1])


def test_a_change_of_any_byte_and_any_missing_end_shows(parcel, keyring):
    sealed, context, _text = parcel
    for place in range(0, len(sealed), 7):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        for wrong in (changed, sealed[:place]):
            with pytest.raises(CannotOpen):
                services.open_parcel(parcel=wrong, context=context, keyring=keyring)


def test_an_older_intake_key_still_opens_what_it_sealed(parcel, keyring, settings):
    sealed, context, text = parcel
    settings.INTAKE_KEYS = ["the secret that came after, in its place", SECRET]
    assert services.open_parcel(parcel=sealed, context=context, keyring=keyring) == text


def test_the_device_opens_what_libsodium_seals(pair):
    texts = ["", "récit", "x" * 5000]
    boxes = [b64encode(bindings.crypto_box_seal(text.encode(), pair[0])).decode() for text in texts]
    given = {"secret": b64encode(pair[1]).decode(), "public": b64encode(pair[0]).decode(), "boxes": boxes}
    assert run("boxes.js", given) == texts
