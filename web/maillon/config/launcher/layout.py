"""Where the launcher keeps what must outlive a run."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[4]


@dataclass(frozen=True)
class Layout:
    """The folder that holds one installation's data, never committed."""

    root: Path

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Layout":
        """The folder that MAILLON_LOCAL names, else `.local` in the project."""
        return cls(Path(environment.get("MAILLON_LOCAL") or PROJECT / ".local").resolve())

    @property
    def postgres(self) -> Path:
        return self.root / "postgres"

    @property
    def secrets(self) -> Path:
        return self.root / "secrets.env"

    @property
    def static(self) -> Path:
        return self.root / "static"

    @property
    def lock(self) -> Path:
        return self.root / "running.lock"

    @property
    def running(self) -> Path:
        """Describes the running product (addresses, database) for whoever drives it; exists only while it answers."""
        return self.root / "running.json"
