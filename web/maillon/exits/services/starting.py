"""A path begins with a question and an explanation: what it brings, what it asks, what it changes."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id, new_number
from maillon.cases.models import Case
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.exits import rules
from maillon.exits.enums import How
from maillon.exits.models import Explained, Path
from maillon.exits.refusals import AlreadyOpen, NoPrefecture, NotAllowed, NotApproved, WrongDay
from maillon.exits.rights import Ability, may_start
from maillon.exits.selectors import is_approved
from maillon.exits.services.locking import path_for, record_on_path
from maillon.exits.wording import wording
from maillon.journal.enums import Action


@transaction.atomic
def start(*, case_id: UUID, prefecture_id: UUID, by: Membership, at: datetime) -> Path:
    """She wants to hear of it: a path in its first state. Commits her to nothing, and tells the préfecture nothing.

    Raises NotAllowed, NoPrefecture, NotApproved (the association, on this day), or AlreadyOpen.
    """
    today = timezone.localdate(at)
    case = Case.objects.select_related("organisation").select_for_update(of=("self",)).filter(pk=case_id).first()
    if case is None or not may_start(by, case, today):
        raise NotAllowed
    prefecture = _prefecture(prefecture_id)
    if not is_approved(case.organisation, prefecture, today):
        raise NotApproved
    if Path.objects.filter(case=case, state__in=rules.OPEN_PATHS).exists():
        raise AlreadyOpen
    path = Path.objects.create(
        id=new_id(),
        number=new_number(),
        case=case,
        association=case.organisation,
        prefecture=prefecture,
        started_at=at,
        started_by=by,
    )
    record_on_path(path, by, at, Action.EXIT_STARTED)
    return path


def _prefecture(key: UUID) -> Organisation:
    found = Organisation.objects.filter(pk=key, kind=OrganisationKind.PREFECTURE, is_active=True).first()
    if found is None:
        raise NoPrefecture
    return found


@transaction.atomic
def explain(*, path_id: UUID, language: str, how: How, explained_on: date, by: Membership, at: datetime) -> Explained:
    """Records that she was told what a path brings and asks, in the words of `exits.wording`, before she decides.

    `language` is one of base.languages. Raises NotAllowed, or WrongDay for a day to come.
    """
    path = path_for(path_id, by, at, Ability.EXPLAIN)
    if explained_on > timezone.localdate(at):
        raise WrongDay
    explained = Explained.objects.create(
        id=new_id(),
        path=path,
        wording=wording(language=language),
        language=language,
        how=how,
        explained_on=explained_on,
        by=by,
        written_at=at,
    )
    record_on_path(path, by, at, Action.EXIT_EXPLAINED, reason=how, language=language)
    return explained
