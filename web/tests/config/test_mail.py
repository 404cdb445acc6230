"""Notices go through a relay that asks for nothing, or one that asks for a password, which never travels in clear."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from maillon.config.mail import MailServer, mail_server

SIGN_IN = {"MAILLON_EMAIL_USER": "maillon", "MAILLON_EMAIL_PASSWORD": "secret"}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch):
    for name in ("HOST", "PORT", "USER", "PASSWORD", "SECURITY"):
        monkeypatch.delenv(f"MAILLON_EMAIL_{name}", raising=False)


def read(monkeypatch, **values):
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return mail_server()


def test_a_relay_on_this_machine_needs_no_setting(monkeypatch):
    assert read(monkeypatch) == MailServer("localhost", 25, "", "", "none")


def test_a_relay_elsewhere_may_need_no_password(monkeypatch):
    assert read(monkeypatch, MAILLON_EMAIL_HOST="relais.exemple.invalid").user == ""


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("TLS", 465), ("none", 25)])
def test_the_port_follows_from_the_security_unless_it_is_named(monkeypatch, security, port):
    assert read(monkeypatch, MAILLON_EMAIL_SECURITY=security).port == port
    assert read(monkeypatch, MAILLON_EMAIL_SECURITY=security, MAILLON_EMAIL_PORT="2525").port == 2525


def test_a_server_with_a_password(monkeypatch):
    server = read(monkeypatch, MAILLON_EMAIL_HOST="smtp.exemple.invalid", MAILLON_EMAIL_SECURITY="starttls", **SIGN_IN)
    assert (server.user, server.password, server.port) == ("maillon", "secret", 587)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"MAILLON_EMAIL_SECURITY": "ssl"}, "MAILLON_EMAIL_SECURITY"),
        ({"MAILLON_EMAIL_PORT": "smtp"}, "MAILLON_EMAIL_PORT"),
        ({"MAILLON_EMAIL_USER": "maillon"}, "MAILLON_EMAIL_PASSWORD"),
        ({"MAILLON_EMAIL_HOST": "smtp.exemple.invalid", **SIGN_IN}, "MAILLON_EMAIL_SECURITY"),
    ],
)
def test_what_can_not_be_meant_is_refused_by_name(monkeypatch, values, told):
    with pytest.raises(ImproperlyConfigured, match=told):
        read(monkeypatch, **values)
