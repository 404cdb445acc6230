"""The way from a case to an exit path: to the one that is open, or to its beginning."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from maillon.accounts.models import Membership
from maillon.cases.models import Case
from maillon.exits.enums import PathState
from maillon.exits.models import Path
from maillon.exits.rights import Ability, may_start, on_path
from maillon.exits.selectors import open_path_of


@dataclass(frozen=True)
class ToExitPath:
    """Where a reader of the case may go: to `path`, whose state is `label`; without one, to its beginning."""

    path: Path | None = None
    label: str | Promise = ""


def to_exit_path(membership: Membership, case: Case, today: date) -> ToExitPath | None:
    """The way that her rights leave; None where there is none."""
    path = open_path_of(case)
    if path is None:
        return ToExitPath() if may_start(membership, case, today) else None
    path.case = case
    if Ability.SEE not in on_path(membership, path, today):
        return None
    return ToExitPath(path, PathState(path.state).label)
