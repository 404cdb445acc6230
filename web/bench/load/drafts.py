"""Reports ready to be sent, in the name of the demonstration's members, each with a signed-in browser's cookies."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.urls import reverse
from django.utils import timezone

from bench.load.writers import Request
from maillon.accounts import unlocked
from maillon.accounts.demo import DEMO_PASSPHRASE
from maillon.accounts.models import Membership
from maillon.accounts.sessions import MEMBERSHIP, SECOND_FACTOR, SessionStore
from maillon.base import clock
from maillon.reports.content import ReportContent
from maillon.reports.proposals import propose
from maillon.reports.services import save_draft
from maillon.vault.keyrings import Keyring
from maillon.vault.services import unlock_member

# A minor in Alençon: the law names the council and the prosecutor, and 400 characters are sealed to both.
_ANSWERS = {
    "origin": "witnessed",
    "danger": False,
    "age": "minor_15_17",
    "age_is_sure": True,
    "place": "lodging",
    "commune": "61001",
    "observed": "today",
    "grave": True,
    "signs_answered": True,
    "narrative": "Texte inventé pour la mesure. " * 13,
}


@dataclass(frozen=True)
class Browser:
    """A signed-in member: who, with which key, and what her browser sends along."""

    membership: Membership
    keyring: Keyring
    cookie: str
    csrf: str


def browsers() -> list[Browser]:
    """One signed-in browser for each demonstration member who reports."""
    members = Membership.objects.select_related("member", "organisation").filter(ended_at=None)
    return [_browser(item) for item in members if item.role_enum.reports]


def _browser(membership: Membership) -> Browser:
    keyring = unlock_member(member_id=membership.member_id, passphrase=DEMO_PASSPHRASE)
    session = SessionStore()
    session[SESSION_KEY] = str(membership.member_id)
    session[BACKEND_SESSION_KEY] = "maillon.accounts.backends.VaultBackend"
    session[HASH_SESSION_KEY] = membership.member.get_session_auth_hash()
    session[MEMBERSHIP] = str(membership.id)
    session[SECOND_FACTOR] = True
    key = unlocked.keep(session, keyring)
    session.create()
    csrf = secrets.token_hex(16)
    cookies = {
        settings.SESSION_COOKIE_NAME: session.session_key,
        settings.KEY_COOKIE_NAME: key,
        settings.CSRF_COOKIE_NAME: csrf,
    }
    return Browser(membership, keyring, "; ".join(f"{name}={value}" for name, value in cookies.items()), csrf)


def sendings(number: int, people: list[Browser]) -> list[Request]:
    """`number` drafts, saved and sealed, as the requests that send them."""
    turn: Iterator[Browser] = cycle(people)
    return [_sending(next(turn)) for _ in range(number)]


def _sending(browser: Browser) -> Request:
    content = ReportContent.from_answers(_ANSWERS)
    draft = save_draft(content=content, by=browser.membership, at=clock.now())
    proposal = propose(content, browser.membership, on=timezone.localdate())
    form = [("csrfmiddlewaretoken", browser.csrf), ("version", str(draft.version))]
    form += [("chosen", str(key)) for key in proposal.reachable()]
    return Request(reverse("pro:report_send", args=[draft.id]), browser.cookie, urlencode(form))
