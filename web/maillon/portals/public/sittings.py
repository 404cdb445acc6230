"""What one browser has open: an account being written, what a code opened, or what a link opened."""

from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from django.contrib.sessions.backends.base import UpdateError
from django.http import HttpRequest

from maillon.speaking.code import Code
from maillon.speaking.content import Telling
from maillon.speaking.services import Entered
from maillon.vault.keyrings import Keyring

_TELLING, _CODE, _KEPT, _NOTED, _BACK = "telling", "code", "kept", "noted", "back"
_LINK, _LINK_KEY = "link", "link_key"


@dataclass(frozen=True)
class Writing:
    """An account being written, and the code that it will be kept under."""

    telling: Telling
    code: Code


@dataclass(frozen=True)
class Back:
    """Somebody who entered with the code of a report: what the services of `speaking` ask for."""

    speaker_id: UUID
    keyring: Keyring


@dataclass(frozen=True)
class Answering:
    """A service that entered with a link and its digits: what the services of `referrals` ask for."""

    link_id: UUID
    keyring: Keyring


def begin(request: HttpRequest, writing: Writing) -> None:
    """Starts a sitting with an account; whatever this browser had open before is forgotten."""
    request.session.flush()
    request.session[_CODE] = b64encode(writing.code.secret).decode()
    keep(request, writing.telling)


def keep(request: HttpRequest, telling: Telling) -> None:
    """Puts the account as it now stands into the sitting, and its end off by half an hour."""
    request.session[_TELLING] = telling.to_bytes().decode()


def writing(request: HttpRequest) -> Writing | None:
    """The account of this sitting; None when it ended, or never began."""
    told, code = request.session.get(_TELLING), _code(request)
    return Writing(Telling.from_bytes(told.encode()), code) if told is not None and code is not None else None


def hand_over(request: HttpRequest, outcome: str) -> None:
    """Empties the sitting of the account, which is `sent` or `paused` now; only its code stays, to be shown."""
    del request.session[_TELLING]
    request.session[_KEPT] = outcome


def write(request: HttpRequest) -> None:
    """Writes what changed now, in the caller's transaction, rather than once the answer is made.

    Where the sitting ended meanwhile, what else was done stays done; the answer then says that it is over.
    """
    with suppress(UpdateError):
        request.session.save()
        request.session.modified = False


def handed_over(request: HttpRequest) -> tuple[Code, str] | None:
    """The code to be shown, and whether what it leads to was `sent` or `paused`; None when there is none to show."""
    code, outcome = _code(request), request.session.get(_KEPT)
    return (code, outcome) if code is not None and outcome else None


def noted(request: HttpRequest) -> None:
    """She has shown that she has the code: from here on another sitting may take the place of this one."""
    request.session[_NOTED] = True


def awaits_code(request: HttpRequest, *, typed: Code | None = None) -> bool:
    """Whether this sitting still owes her a code, so that starting another would destroy the only way to it.

    `typed` is a code that she enters by herself: that one is not owed any more.
    """
    found = handed_over(request)
    return found is not None and found[0] != typed and not request.session.get(_NOTED, False)


def come_back(request: HttpRequest, entered: Entered) -> None:
    """Starts a sitting with what a code opened."""
    request.session.flush()
    request.session[_BACK] = b64encode(entered.keyring.to_bytes()).decode()


def back(request: HttpRequest) -> Back | None:
    """Who entered with a code in this sitting; None when nobody did, or it ended."""
    kept = request.session.get(_BACK)
    if kept is None:
        return None
    keyring = Keyring.from_bytes(b64decode(kept))
    return Back(keyring.member_id, keyring)


def begin_answering(request: HttpRequest, answering: Answering) -> None:
    """Starts a sitting with what a link opened."""
    request.session.flush()
    request.session[_LINK] = str(answering.link_id)
    request.session[_LINK_KEY] = b64encode(answering.keyring.to_bytes()).decode()


def answering(request: HttpRequest) -> Answering | None:
    """Who entered with a link in this sitting; None when nobody did, or it ended."""
    link, key = request.session.get(_LINK), request.session.get(_LINK_KEY)
    if link is None or key is None:
        return None
    return Answering(UUID(link), Keyring.from_bytes(b64decode(key)))


def end(request: HttpRequest) -> None:
    """Destroys the sitting here; the answer makes the browser forget its cookie."""
    request.session.flush()


def _code(request: HttpRequest) -> Code | None:
    secret = request.session.get(_CODE)
    return Code(b64decode(secret)) if secret is not None else None
