"""The public process can seal and can't open: with all that it is given and the whole database, no envelope opens.

What it holds for the length of one request is another matter: the code that the person types. See the threat model.
"""

import base64
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.db import connection

from maillon.speaking import services as speaking
from maillon.speaking.code import new_code
from maillon.vault.crypto import CannotOpen, Context, open_content, public_half, unwrap_key
from maillon.vault.models import Grant, KeyPair, SealedItem
from tests.reports.acting import acknowledged
from tests.reports.factories import AT, make_orne
from tests.speaking.factories import act as she_acts
from tests.speaking.factories import speak, telling

pytestmark = [pytest.mark.guardrail("G5"), pytest.mark.django_db]
_INTAKE = "intake-key-that-the-public-process-must-never-be-given"
# Reads the settings as the process does, and writes down each value in them, and each variable that was asked for.
_SCRIPT = """
import json, os, sys
asked = set()
class Watched(dict):
    def get(self, name, default=None):
        asked.add(name)
        return dict.get(self, name, default)
os.environ = Watched(os.environ)
from maillon.config.settings import public
def leaves(value):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from leaves(item)
    elif value is not None:
        yield str(value)
found = [leaf for name, value in vars(public).items() if name.isupper() for leaf in leaves(value)]
print(json.dumps({"settings": found, "asked": sorted(asked)}))
"""


def what_it_is_given() -> dict[str, list[str]]:
    """Each value of the public settings, and the names of the variables that they were made of."""
    secrets = {
        name: f"{name}-of-this-test-and-of-no-instance" for name in ("MAILLON_SECRET_KEY", "MAILLON_JOURNAL_KEY")
    }
    given = {**os.environ, **secrets, "MAILLON_INTAKE_KEY": _INTAKE, "DATABASE_URL": "postgresql://user@localhost/name"}
    run = subprocess.run([sys.executable, "-c", _SCRIPT], env=given, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


def made_of(text: bytes) -> Iterator[bytes]:
    """The keys that somebody could think of making of a value."""
    yield text[:32].ljust(32, b"\0")
    yield text[-32:].rjust(32, b"\0")
    yield hashlib.sha256(text).digest()
    yield hashlib.blake2b(text, digest_size=32).digest()
    for decode in (bytes.fromhex, base64.b64decode):
        try:
            yield decode(text.decode()[:64])[:32].ljust(32, b"\0")
        except ValueError:
            continue


def stored() -> Iterator[bytes]:
    """Every run of 32 bytes in every binary value of the database that is not an envelope's long body."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name, column_name FROM information_schema.columns WHERE data_type = 'bytea'")
        for table, column in cursor.fetchall():
            cursor.execute(f'SELECT "{column}" FROM "{table}"')
            for (value,) in cursor.fetchall():
                raw = bytes(value or b"")[:160]
                yield from (raw[start : start + 32] for start in range(max(len(raw) - 31, 0)))


def opened_by(keys: set[bytes]) -> int:
    """How many envelopes some key opens: as the private half of a pair that they are sealed to, or as their own key."""
    publics = {bytes(pair.public_key): pair.pk for pair in KeyPair.objects.all()}
    private = {publics[half]: key for key in keys if (half := half_of(key)) in publics}
    grants = Grant.objects.filter(key_pair_id__in=private).select_related("item")
    through = {
        grant.item_id for grant in grants if unwrap_key(grant.sealed_key, private[grant.key_pair_id], place(grant.item))
    }
    return len(through | {item.pk for item in SealedItem.objects.all() if any(opens(item, key) for key in keys)})


def half_of(key: bytes) -> bytes:
    return public_half(key) if any(key) else b""


def place(item: SealedItem) -> Context:
    return Context(item.kind, item.subject_id)


def opens(item: SealedItem, key: bytes) -> bool:
    try:
        open_content(item.envelope, key, place(item))
    except CannotOpen:
        return False
    return True


def test_with_all_its_settings_and_the_whole_database_no_envelope_opens_without_a_code() -> None:
    orne = make_orne()
    spoken = speak(orne, told=telling(orne, identity="Alma"))
    acknowledged(orne.association, spoken.at(orne.association))
    she_acts(speaking.add, spoken, text="Encore ceci.")
    speaking.pause(telling=telling(orne), code=new_code(), at=AT)
    given = what_it_is_given()
    assert "MAILLON_SECRET_KEY" in given["asked"]
    assert "MAILLON_INTAKE_KEY" not in given["asked"]
    assert _INTAKE not in " ".join(given["settings"])

    keys = {key for value in given["settings"] for key in made_of(value.encode())} | set(stored())
    assert len(keys) > 1000
    assert opened_by(keys) == 0
    # The search would find a key that opens: hers does, and it stands nowhere.
    assert opened_by({*keys, spoken.code.private_key()}) == 4
