"""The session store (SESSION_ENGINE). It keeps the digest of the cookie, so a copy of the table opens no session."""

import hashlib
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction

from maillon.accounts.models import Session
from maillon.base import clock, rows

# What the session may hold, besides what django.contrib.auth puts there.
MEMBERSHIP = "membership"
PENDING_MEMBER = "pending_member"
SEALED_KEYRING = "keyring"
SECOND_FACTOR = "second_factor"
NEXT = "next"
INVITATION = "invitation"
BROWSER = "browser"

# An active session is written at most this often.
_TOUCH_EVERY = timedelta(minutes=1)


def digest_of(session_key: str) -> bytes:
    """The primary key of the row that belongs to a cookie."""
    return hashlib.sha256(session_key.encode()).digest()


def idle_life() -> timedelta:
    """How long a session lives without a request."""
    return timedelta(seconds=settings.SESSION_COOKIE_AGE)


class SessionStore(SessionBase):
    """Sessions in PostgreSQL. Deleting a row signs its browser out at its next request."""

    row: Session | None = None

    def load(self) -> dict[str, Any]:
        """The data of a session that still runs; an unknown or ended key gives an empty, keyless session."""
        self.row = self._row() if self.session_key else None
        if self.row is None:
            self._session_key = None
            return {}
        return self.decode(bytes(self.row.data).decode())

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(pk=digest_of(session_key)).exists()

    def create(self) -> None:
        self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
        self.save(must_create=True)
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        """Writes the data. Raises UpdateError when the session was ended meanwhile: it does not come back to life."""
        if self.session_key is None:
            self.create()
            return
        data = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        fields = self._fields(data)
        if must_create:
            self._insert(fields)
        elif not Session.objects.filter(pk=digest_of(self.session_key)).update(**fields):
            raise UpdateError

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            Session.objects.filter(pk=digest_of(key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        Session.objects.filter(expires_at__lte=clock.now()).delete()

    def touch(self) -> None:
        """Puts the idle end of a loaded session off. Writes once a minute at most, however many requests come."""
        end = clock.now() + idle_life()
        if self.row is not None and end - self.row.expires_at >= _TOUCH_EVERY:
            Session.objects.filter(pk=self.row.pk).update(expires_at=end)
            self.row.expires_at = end

    def _row(self) -> Session | None:
        # Every page asks for it.
        known = [digest_of(str(self.session_key)), clock.now()]
        found = rows.read(Session, "key_digest = %s AND expires_at > %s", known)
        return found[0] if found else None

    def _fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "data": self.encode(data).encode(),
            "member_id": _owner(data),
            "expires_at": clock.now() + idle_life(),
            "browser": data.get(BROWSER, ""),
        }

    def _insert(self, fields: dict[str, Any]) -> None:
        row = Session(key_digest=digest_of(str(self.session_key)), started_at=_started(self.row), **fields)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError as error:
            raise CreateError from error
        self.row = row


def _owner(data: dict[str, Any]) -> UUID | None:
    # Somebody half signed in counts: whoever revokes her sessions ends that one as well.
    value = data.get(SESSION_KEY) or data.get(PENDING_MEMBER)
    return UUID(value) if value else None


def _started(row: Session | None) -> datetime:
    return row.started_at if row is not None else clock.now()
