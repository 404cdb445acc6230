"""What minutes say (CRPA R133-13): who was there, what was spoken of, the sense of each opinion, who disagreed."""

from dataclasses import dataclass, field
from datetime import datetime

from maillon.commission.enums import Kind, Mode, RecusalReason
from maillon.commission.rules import Count, Quorum


@dataclass(frozen=True, kw_only=True)
class Attended:
    """Somebody who took part: under which name and quality, from where, between which moments."""

    name: str
    organisation: str
    quality: str
    substitute: bool
    mode: Mode
    arrived_at: datetime
    left_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Disagreed:
    """A disagreement that its author wants mentioned, with her words where she gave some."""

    quality: str
    name: str
    words: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Point:
    """One point. `sense` is empty for a topic, and for a request that was put off to another meeting."""

    label: str
    association: str
    is_request: bool
    kept_from: tuple[tuple[str, RecusalReason], ...]
    sense: str = ""
    how: str = ""
    count: Count | None = None
    casting: bool = False
    words: str = field(default="", repr=False)
    dissents: tuple[Disagreed, ...] = ()

    @property
    def put_off(self) -> bool:
        """Whether a request got no opinion."""
        return self.is_request and not self.sense


@dataclass(frozen=True, kw_only=True)
class Minutes:
    """A meeting as its minutes tell it. Whoever is helped is named by the number of her path, and nothing else."""

    number: str
    prefecture: str
    kind: Kind
    held_at: datetime
    convoked_at: datetime
    emergency: str
    opened_at: datetime
    closed_at: datetime
    second: bool
    quorum: Quorum
    attended: tuple[Attended, ...]
    absent: tuple[str, ...]
    # Who gave a proxy, and to whom.
    proxies: tuple[tuple[str, str], ...]
    points: tuple[Point, ...]
