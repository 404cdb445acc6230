"""The mail server that notices go through, as the environment describes it."""

from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured

from maillon.config import environment

_PORTS = {"none": 25, "starttls": 587, "tls": 465}
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class MailServer:
    """An empty `user` means that nobody signs in: a relay that knows this machine. `security` is a key of `_PORTS`."""

    host: str
    port: int
    user: str
    password: str
    security: str


def mail_server() -> MailServer:
    """Reads MAILLON_EMAIL_*. Raises ImproperlyConfigured, naming the variable, for what can't be meant."""
    security = environment.text("MAILLON_EMAIL_SECURITY", "none").lower()
    if security not in _PORTS:
        raise _wrong("MAILLON_EMAIL_SECURITY", f"must be one of {', '.join(_PORTS)}")
    port = environment.text("MAILLON_EMAIL_PORT", str(_PORTS[security]))
    if not port.isdecimal():
        raise _wrong("MAILLON_EMAIL_PORT", "must be a number")
    server = MailServer(
        host=environment.text("MAILLON_EMAIL_HOST", "localhost"),
        port=int(port),
        user=environment.text("MAILLON_EMAIL_USER", ""),
        password=environment.text("MAILLON_EMAIL_PASSWORD", ""),
        security=security,
    )
    _check_sign_in(server)
    return server


def _check_sign_in(server: MailServer) -> None:
    if bool(server.user) is not bool(server.password):
        raise _wrong("MAILLON_EMAIL_USER", "and MAILLON_EMAIL_PASSWORD go together: set both, or neither")
    if server.password and server.security == "none" and server.host not in _LOOPBACK:
        raise _wrong("MAILLON_EMAIL_SECURITY", "must be starttls or tls where a password is sent to another machine")


def _wrong(name: str, what: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"The environment variable {name} {what}. See docs/operations.md.")
