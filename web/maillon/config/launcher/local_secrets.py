"""The secrets of an installation that has been given none: made once and kept beside its data."""

import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

from maillon.config.launcher.errors import LaunchError

NAMES = ("MAILLON_SECRET_KEY", "MAILLON_JOURNAL_KEY", "MAILLON_INTAKE_KEY")


def ensure(file: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """The value of every secret: the environment's, else the file's, which is written when something is missing.

    Raises LaunchError when other users of the machine could read the file.
    """
    kept = _read(file)
    missing = [name for name in NAMES if not environment.get(name) and not kept.get(name)]
    if missing:
        kept |= {name: secrets.token_urlsafe(48) for name in missing}
        _write(file, kept)
    return {name: environment.get(name) or kept[name] for name in NAMES}


def _read(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    if file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        msg = f"Other users could read the secrets in {file}. If none has: chmod 600 {file}"
        raise LaunchError(msg)
    lines = [line.split("=", 1) for line in file.read_text("utf-8").splitlines() if "=" in line]
    return {name.strip(): value.strip() for name, value in lines}


def _write(file: Path, kept: Mapping[str, str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.writelines(f"{name}={value}\n" for name, value in kept.items())
    fresh.replace(file)
