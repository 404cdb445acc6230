"""The demonstration's sign-in: one button, no second factor, and only where nothing real can be."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

from maillon.base.selectors import is_demo

# `.invalid` is reserved: no message to an invented member can ever leave.
DEMO_DOMAIN = "demo.maillon.invalid"
# Printed by `make run`: it protects nothing, since a demonstration holds invented data only.
DEMO_PASSPHRASE = "quatre mots pour essayer"  # noqa: S105

_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP", "HTTP_FORWARDED")


def may_sign_in_without_passphrase(request: HttpRequest) -> bool:
    """True on a process started as a demonstration, on a database marked as one, asked from the machine itself."""
    return bool(settings.DEMO) and _asked_from_here(request) and is_demo()


def _asked_from_here(request: HttpRequest) -> bool:
    host, _port = split_domain_port(request.get_host())
    # A proxy on this machine connects from loopback too, on behalf of anybody.
    forwarded = any(name in request.META for name in _FORWARDED)
    return host in _LOOPBACK_NAMES and _is_loopback(request.META.get("REMOTE_ADDR", "")) and not forwarded


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
