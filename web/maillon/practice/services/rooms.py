"""A trainer opens a room and closes it. Neither is in the journal: nothing real is read, sent or changed."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.guidance import rulebook
from maillon.practice import rules
from maillon.practice.models import Room
from maillon.practice.refusals import ChooseScenarios, NotAllowed
from maillon.practice.rights import Ability, may_open, on_room


@transaction.atomic
def open_room(*, scenarios: Sequence[str], by: Membership, at: datetime) -> Room:
    """Opens a room for one to five scenarios, in the order given. Raises NotAllowed, ChooseScenarios."""
    if not may_open(by):
        raise NotAllowed
    known = rulebook.load().exercises.scenarios
    chosen = [code for code in dict.fromkeys(scenarios) if code in known]
    if not 1 <= len(chosen) <= rules.MOST_SCENARIOS:
        raise ChooseScenarios
    return Room.objects.create(
        id=new_id(),
        code=_free_code(),
        organisation_id=by.organisation_id,
        opened_by=by,
        scenarios=chosen,
        opened_at=at,
        ends_at=at + rules.ROOM_LIFE,
    )


@transaction.atomic
def close_room(*, room_id: UUID, by: Membership, at: datetime) -> Room:
    """Ends a room now; once it is over this changes nothing. Raises NotAllowed."""
    room = Room.objects.select_for_update(of=("self",)).filter(pk=room_id).first()
    if room is None or Ability.CLOSE not in on_room(by, room):
        raise NotAllowed
    if not rules.is_over(ends_at=room.ends_at, closed_at=room.closed_at, now=at):
        room.closed_at = at
        room.save(update_fields=["closed_at"])
    return room


def _free_code() -> str:
    # Two trainers at the same moment drawing one code of a thousand million: the constraint refuses the second.
    while True:
        code = "".join(secrets.choice(rules.ALPHABET) for _ in range(rules.CODE_LENGTH))
        if not Room.objects.filter(code=code).exists():
            return code
