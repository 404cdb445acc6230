"""The public process can open nothing that a device sealed: it is not given the key."""

import pytest

from maillon.config.launcher.commands import settings_of
from maillon.config.settings import public


@pytest.mark.parametrize("process", ["public", "pro"])
def test_the_intake_key_goes_to_the_professionals_process_alone(process):
    given = settings_of(process, {"MAILLON_INTAKE_KEY": "secret", "MAILLON_JOURNAL_KEY": "other"})
    assert ("MAILLON_INTAKE_KEY" in given) is (process == "pro")
    assert given["MAILLON_JOURNAL_KEY"] == "other"


def test_its_settings_do_not_read_it():
    assert not hasattr(public, "INTAKE_KEYS")
