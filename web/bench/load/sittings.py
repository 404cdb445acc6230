"""Accounts that are told in full, each in an open sitting of its own, as the requests that send them."""

import secrets
from urllib.parse import urlencode

from django.http import HttpRequest
from django.middleware.csrf import CSRF_SESSION_KEY

from bench.load.accounts import Account, accounts
from bench.load.writers import Request
from maillon.portals.public import sittings
from maillon.portals.public.sittings import Writing
from maillon.speaking.sessions import SessionStore

RECEIPT = "code"
"""What stands in the address that a sent account leads to."""

# What the public process calls its cookie on loopback (settings.public).
_COOKIE = "s"
_A_NET = 250


def last_forms(number: int) -> list[Request]:
    """`number` accounts as the last form sends them, each from a source of its own, as a proxy names it."""
    told = accounts(number)
    return [_last_form(account, f"203.0.{place // _A_NET}.{1 + place % _A_NET}") for place, account in enumerate(told)]


def _last_form(account: Account, source: str) -> Request:
    request = HttpRequest()
    request.session = SessionStore()
    sittings.begin(request, Writing(account.telling, account.code))
    token = request.session[CSRF_SESSION_KEY] = secrets.token_hex(16)
    request.session.save()
    body = urlencode({"csrfmiddlewaretoken": token})
    return Request("/parler/envoi/", f"{_COOKIE}={request.session.session_key}", body, source)
