"""The cookies of a real installation, read from its settings in a process of its own."""

import json
import os
import subprocess
import sys

import pytest

from maillon.directory.enums import OrganisationKind
from tests.accounts.factories import PASSPHRASE

_NAMES = ("SESSION", "CSRF", "LANGUAGE")
_PROGRAM = """
import json
from django.conf import settings
names = [f"{kind}_COOKIE_{flag}" for kind in ("SESSION", "CSRF", "LANGUAGE")
         for flag in ("NAME", "SECURE", "HTTPONLY", "SAMESITE", "PATH", "DOMAIN")]
names += ["KEY_COOKIE_NAME", "DEVICE_COOKIE_NAME", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_AGE",
          "SESSION_EXPIRE_AT_BROWSER_CLOSE", "DEMO", "DEBUG"]
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def read(**environment):
    secrets = {
        "MAILLON_SECRET_KEY": "x",
        "MAILLON_JOURNAL_KEY": "x",
        "MAILLON_INTAKE_KEY": "x" * 32,
        "DATABASE_URL": "postgresql://nobody@localhost/none",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAILLON_")}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={**kept, **secrets, "DJANGO_SETTINGS_MODULE": "maillon.config.settings.pro", **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def production():
    return read()


@pytest.mark.parametrize("kind", _NAMES)
def test_each_cookie_is_bound_to_this_host_over_https_and_out_of_reach_of_scripts(production, kind):
    assert production[f"{kind}_COOKIE_NAME"].startswith("__Host-")
    assert production[f"{kind}_COOKIE_SECURE"] is True
    assert production[f"{kind}_COOKIE_HTTPONLY"] is True
    assert production[f"{kind}_COOKIE_SAMESITE"] == "Lax"
    # What the prefix demands of a browser that honours it.
    assert production[f"{kind}_COOKIE_PATH"] == "/"
    assert production[f"{kind}_COOKIE_DOMAIN"] is None


def test_the_rest_of_a_real_installation(production):
    assert production["KEY_COOKIE_NAME"].startswith("__Host-")
    assert production["DEVICE_COOKIE_NAME"].startswith("__Host-")
    assert production["SECURE_SSL_REDIRECT"] is True
    assert production["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert production["SESSION_COOKIE_AGE"] == 1800
    assert production["SESSION_EXPIRE_AT_BROWSER_CLOSE"] is True
    assert production["DEMO"] is False
    assert production["DEBUG"] is False


def test_a_demonstration_on_loopback_is_the_only_exception():
    demonstration = read(MAILLON_DEMO="1")
    assert demonstration["SESSION_COOKIE_SECURE"] is False
    assert not demonstration["SESSION_COOKIE_NAME"].startswith("__")
    assert demonstration["SESSION_COOKIE_HTTPONLY"] is True


@pytest.mark.django_db
def test_the_key_cookie_carries_every_flag(client, member_of, settings):
    member = member_of(OrganisationKind.LODGING).member
    answer = client.post("/connexion/", {"username": member.email, "passphrase": PASSPHRASE})
    for name in (settings.KEY_COOKIE_NAME, settings.SESSION_COOKIE_NAME):
        cookie = answer.cookies[name]
        assert name.startswith("__Host-")
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
        assert (cookie["path"], cookie["domain"], cookie["max-age"]) == ("/", "", "")
