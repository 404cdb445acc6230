"""Reminds organisations of entries that want to be confirmed."""

import datetime as dt

from django.db import transaction
from django.utils.timezone import localdate

from maillon.base.tasks import defer_many
from maillon.directory.selectors.upkeep import organisations_to_remind
from maillon.journal.enums import Action
from maillon.journal.services import Entry, record_many


def remind_due(*, at: dt.datetime) -> int:
    """Queues one notice that says nothing for each organisation with something to confirm; how many there were."""
    with transaction.atomic():
        keys = list(organisations_to_remind(localdate(at)).values_list("pk", flat=True))
        defer_many("directory.notify_organisation", [{"organisation_id": str(key)} for key in keys])
        record_many(
            [Entry(by=None, at=at, action=Action.REMINDED, subject_kind="organisation", subject_id=key) for key in keys]
        )
    return len(keys)
