"""How fast an inbox of ten thousand reports answers: the whole page, from the request to the last byte of HTML."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.http import HttpResponse, QueryDict
from django.test import Client

from bench._timing import spread, timed
from bench.load.drafts import Browser, browsers
from maillon.accounts.models import Membership
from maillon.base import clock
from maillon.base.ids import new_id, new_number
from maillon.guidance.enums import Ground
from maillon.portals.pro.inbox.forms.filters import FilterForm
from maillon.reports import selectors
from maillon.reports.enums import ObservedWhen, Origin, Outcome, Sealed, State
from maillon.reports.models import Report, Transmission
from maillon.territories.models import Commune
from maillon.vault.models import SealedItem

NAME = "inbox"
REPORTS = 10_000
_EACH = 60
_STATES = [State.SENT, State.OPENED, State.ACKNOWLEDGED, State.IN_HAND, State.TRANSFERRED, State.CLOSED]
_AGES = ["under_15", "minor_15_17", "doubtful", "adult"]


def run() -> list[dict[str, object]]:
    """Times the list with each filter. Expects a database with the demonstration in it, and leaves it as it was."""
    reader = next(item for item in browsers() if item.membership.role_enum.reads)
    with _filled(reader.membership) as number:
        return [_row(what, query, reader) for what, query in _queries(number).items()]


def _queries(number: str) -> dict[str, str]:
    return {
        "open, most pressing first": "",
        "open, page 200": "?page=200",
        "all, closed ones too": "?show=all",
        "late": "?show=late",
        "mine": "?show=mine",
        "minors": "?show=minors",
        "one state": "?state=in_hand",
        "a number": f"?text={number}",
        "a commune": "?text=alencon",
    }


@contextmanager
def _filled(membership: Membership) -> Iterator[str]:
    """Ten thousand reports for the reader's organisation, undone afterwards; gives the number of one of them."""
    with transaction.atomic():
        yield _fill(membership)
        transaction.set_rollback(True)


def _fill(membership: Membership) -> str:
    chance = random.Random(61)  # noqa: S311 - a repeatable choice, not a secret
    at, communes = clock.now(), list(Commune.objects.filter(departement_id="61")[:300])
    reports, items, transmissions = [], [], []
    for place in range(REPORTS):
        sent_at = at - dt.timedelta(minutes=7 * place)
        item = SealedItem(id=new_id(), kind=Sealed.ACCOUNT, subject_id=new_id(), envelope=b"", created_at=sent_at)
        report = _report(item, membership, chance.choice(communes), chance.choice(_AGES), sent_at)
        items.append(item)
        reports.append(report)
        transmissions.append(_transmission(report, membership, chance.choice(_STATES), sent_at))
    SealedItem.objects.bulk_create(items, batch_size=2000)
    Report.objects.bulk_create(reports, batch_size=2000)
    Transmission.objects.bulk_create(transmissions, batch_size=2000)
    with connection.cursor() as cursor:
        # As autovacuum does on a running instance; without it the planner believes that the tables are empty.
        cursor.execute("ANALYZE reports_transmission, reports_report")
    return reports[0].number


def _report(item: SealedItem, by: Membership, commune: Commune, age: str, at: dt.datetime) -> Report:
    return Report(
        id=item.subject_id,
        number=new_number(),
        draft_id=new_id(),
        author=by,
        organisation_id=by.organisation_id,
        submitted_at=at,
        origin=Origin.WITNESSED,
        observed=ObservedWhen.TODAY,
        commune=commune,
        facts={"age": age, "age_is_sure": True, "danger": False, "offence": "none"},
        guidance_version="bench",
        account=item,
    )


def _transmission(report: Report, reader: Membership, state: State, at: dt.datetime) -> Transmission:
    closed = state is State.CLOSED
    return Transmission(
        id=new_id(),
        report=report,
        recipient_id=reader.organisation_id,
        sender=reader,
        ground=Ground.CASF_L226_2_1,
        state=state,
        sent_at=at,
        acknowledged_at=None if state in {State.SENT, State.OPENED} else at,
        acknowledge_by=at + dt.timedelta(hours=24),
        answer_by=(at + dt.timedelta(days=90)).date(),
        assigned_to=reader if state is State.IN_HAND else None,
        closed_at=at if closed else None,
        outcome=Outcome.PROTECTED if closed else "",
    )


def _row(what: str, query: str, reader: Browser) -> dict[str, object]:
    client = Client(HTTP_COOKIE=reader.cookie, SERVER_NAME="localhost")
    client.get(f"/boite/{query}", secure=True)
    queries, answer = _counted(client, f"/boite/{query}")
    if answer.status_code != 200:
        msg = f"{what}: {answer.status_code}"
        raise RuntimeError(msg)
    took = [timed(partial(client.get, f"/boite/{query}", secure=True)) for _ in range(_EACH)]
    return {"what": what, "reports": REPORTS, "found": _found(query, reader), "queries": queries, **spread(took)}


def _counted(client: Client, address: str) -> tuple[int, HttpResponse]:
    number = 0

    def count(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal number
        number += 1
        return execute(*arguments)

    # A wrapper, since the log of queries is emptied when a request begins.
    with connection.execute_wrapper(count):
        answer = client.get(address, secure=True)
    return number, answer


def _found(query: str, reader: Browser) -> int:
    asked = FilterForm({"show": "open", **QueryDict(query.removeprefix("?")).dict()})
    return selectors.inbox_keys(reader.membership, asked.wanted(), at=clock.now()).count()
