"""The session store of the public door (SESSION_ENGINE): a copy of its table opens nothing, and tells nothing.

The cookie holds a random value that is kept nowhere else. Its digest names the row, and another digest of it is the key
under which the row's content is sealed.
"""

import hashlib
import secrets
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction

from maillon.base import clock, rows
from maillon.speaking.models import Sitting
from maillon.vault.crypto import CannotOpen, Context, open_content, seal_with

IDLE_LIFE = timedelta(minutes=30)
"""How long what is being written lives without a step."""

_KIND = "speaking-sitting"
_RANDOM_BYTES = 32
_UPDATE = "UPDATE speaking_sitting SET data = $1, expires_at = $2 WHERE key_digest = $3 AND expires_at > $4"


class SessionStore(SessionBase):
    """Sittings in PostgreSQL. Every save puts the end off; nothing else does."""

    def load(self) -> dict[str, Any]:
        """What a sitting that still runs holds; an unknown, ended or altered one gives an empty one without a key."""
        row = self._row() if self.session_key else None
        data = self._opened(row) if row is not None else None
        if data is None:
            self._session_key = None
            return {}
        return data

    def exists(self, session_key: str) -> bool:
        return Sitting.objects.filter(pk=_digest(session_key)).exists()

    def create(self) -> None:
        self._session_key = secrets.token_urlsafe(_RANDOM_BYTES)
        self.save(must_create=True)
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        """Seals and writes. Raises UpdateError when the sitting ended meanwhile: it does not come back to life."""
        if self.session_key is None:
            self.create()
            return
        fields = {
            "data": self._sealed(self._get_session(no_load=must_create)),  # type: ignore[attr-defined]
            "expires_at": clock.now() + IDLE_LIFE,
        }
        if must_create:
            self._insert(fields)
        elif not self._updated(fields):
            raise UpdateError

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            Sitting.objects.filter(pk=_digest(key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        Sitting.objects.filter(expires_at__lte=clock.now()).delete()

    def _row(self) -> Sitting | None:
        found = rows.read(Sitting, "key_digest = %s AND expires_at > %s", [_digest(str(self.session_key)), clock.now()])
        return found[0] if found else None

    def _updated(self, fields: dict[str, Any]) -> bool:
        return bool(rows.execute(_UPDATE, [*fields.values(), _digest(str(self.session_key)), clock.now()]))

    def _insert(self, fields: dict[str, Any]) -> None:
        try:
            with transaction.atomic():
                Sitting(key_digest=_digest(str(self.session_key)), **fields).save(force_insert=True)
        except IntegrityError as error:
            raise CreateError from error

    def _sealed(self, data: dict[str, Any]) -> bytes:
        key = str(self.session_key)
        return seal_with(_opening_key(key), self.serializer().dumps(data), _context(key))

    def _opened(self, row: Sitting) -> dict[str, Any] | None:
        key = str(self.session_key)
        try:
            plain = open_content(row.data, _opening_key(key), _context(key))
        except CannotOpen:
            return None
        data: dict[str, Any] = self.serializer().loads(plain)
        return data


def _digest(session_key: str) -> bytes:
    return hashlib.blake2b(session_key.encode(), digest_size=32, person=b"maillon sitting").digest()


def _opening_key(session_key: str) -> bytes:
    return hashlib.blake2b(session_key.encode(), digest_size=32, person=b"maillon sit key").digest()


def _context(session_key: str) -> Context:
    return Context(_KIND, UUID(bytes=_digest(session_key)[:16]))
