import os
import subprocess
import sys

import pytest

from maillon.config.launcher.errors import LaunchError
from maillon.config.launcher.lock import held


def test_two_at_once_are_refused(tmp_path):
    file = tmp_path / "deep" / "lock"
    with held(file), pytest.raises(LaunchError, match="already running"), held(file):
        pass


def test_free_again_afterwards(tmp_path):
    for _ in range(2):
        with held(tmp_path / "lock"):
            pass


def test_reset_refuses_while_the_product_runs(tmp_path):
    (tmp_path / "postgres").mkdir()
    command = [sys.executable, "-m", "maillon.config.launcher.reset"]
    environment = {**os.environ, "MAILLON_LOCAL": str(tmp_path)}
    with held(tmp_path / "running.lock"):
        refused = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "already running" in refused.stderr
    assert (tmp_path / "postgres").exists()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert not (tmp_path / "postgres").exists()
