"""Keyed digests of a name, so that two cases of one organisation can be compared without anybody's name in clear."""

import hashlib
from uuid import UUID

from django.conf import settings

from maillon.cases.enums import Likeness
from maillon.cases.rules.duplicates import name_keys

_PERSON = b"maillon mark"


def digests(name: str, *, organisation_id: UUID) -> dict[Likeness, bytes]:
    """32 bytes by likeness. Another organisation's digests of the same name have nothing in common with these.

    Keyed with the instance's secret: a copy of the database gives no name back and can't be tried with names. A new
    secret ends the warnings about older cases, and nothing else.
    """
    secret = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=_PERSON).digest()
    return {
        likeness: hashlib.blake2b(
            f"{likeness}\0{key}".encode(), key=secret, salt=organisation_id.bytes, digest_size=32, person=_PERSON
        ).digest()
        for likeness, key in name_keys(name).items()
    }
