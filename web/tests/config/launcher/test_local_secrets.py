import stat

import pytest

from maillon.config.launcher.errors import LaunchError
from maillon.config.launcher.local_secrets import NAMES, ensure


def test_made_once_and_kept(tmp_path):
    file = tmp_path / "deep" / "secrets.env"
    first = ensure(file, {})
    assert set(first) == set(NAMES)
    assert all(len(value) >= 64 for value in first.values())
    assert len(set(first.values())) == len(NAMES)
    assert ensure(file, {}) == first


def test_only_its_user_reads_the_file(tmp_path):
    file = tmp_path / "secrets.env"
    ensure(file, {})
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_what_the_environment_gives_is_used_and_not_written(tmp_path):
    file = tmp_path / "secrets.env"
    given = dict.fromkeys(NAMES, "given-from-outside")
    assert ensure(file, given) == given
    assert not file.exists()


def test_one_given_and_one_missing(tmp_path):
    file = tmp_path / "secrets.env"
    made = ensure(file, {"MAILLON_SECRET_KEY": "given-from-outside"})
    assert made["MAILLON_SECRET_KEY"] == "given-from-outside"
    assert made["MAILLON_JOURNAL_KEY"] in file.read_text()
    assert "given-from-outside" not in file.read_text()


def test_a_file_that_others_could_read_is_refused(tmp_path):
    file = tmp_path / "secrets.env"
    ensure(file, {})
    file.chmod(0o640)
    with pytest.raises(LaunchError, match="chmod 600"):
        ensure(file, {})
