"""How fast ten thousand cases of one organisation are listed, read, and compared with a name that was typed.

With real keys and real seals: a page of the list opens its names, a timeline opens what is written in it, and every
opening is written to the journal, as it is for a worker. Lists and timelines are whole requests, from the session to
the page.
"""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from bench._timing import spread, timed
from bench.load.drafts import Browser, browsers
from maillon.base import clock
from maillon.base.ids import new_id, new_number
from maillon.cases import marks, selectors, services
from maillon.cases.content import Piece
from maillon.cases.enums import Area, CaseState, Doer, EntryKind, Means, NeedLevel, Reading, Sealed
from maillon.cases.models import Action, Appointment, Case, Contact, Entry, Goal, Mark, Need
from maillon.directory.enums import OrganisationKind
from maillon.portals.pro.cases.views.listing import PER_PAGE as SHOWN
from maillon.portals.pro.cases.views.reading import PER_PAGE
from maillon.territories.models import Commune
from maillon.vault.models import SealedItem
from maillon.vault.selectors import current_keys
from maillon.vault.services import SealRequest, seal_many

NAME = "cases"
CASES = 10_000
# What a case holds on average, and what the longest ones that are read here hold.
ENTRIES, LONG = 12, 100
# How many of them are read here, of either length; the rows of all others are there, and their words are not.
_READ = 60
_EACH = 60
_BATCH = 500
# The kinds that a case holds here besides notes, with the row that stands beside an entry of each.
_BESIDE: dict[EntryKind, tuple[Any, Callable[[Entry], dict[str, Any]]]] = {
    EntryKind.NEED: (Need, lambda _entry: {"area": Area.HOUSING, "level": NeedLevel.WANTED}),
    EntryKind.GOAL: (Goal, lambda _entry: {}),
    EntryKind.ACTION: (Action, lambda _entry: {"doer": Doer.TOGETHER}),
    EntryKind.APPOINTMENT: (Appointment, lambda entry: {"starts_at": entry.happened_at, "minutes": 45}),
    EntryKind.CONTACT: (Contact, lambda _entry: {"means": Means.PHONE, "made": True}),
}
_TABLES = [
    f"cases_{name}" for name in ("case", "entry", "need", "goal", "action", "appointment", "contact", "mark")
] + ["vault_sealeditem", "vault_grant"]
_NAMES = ["Lune", "Inès", "Sofia", "Maé", "Katia", "Ana", "Rose", "Nour", "Tania", "Zoé"]


def run() -> list[dict[str, object]]:
    """Times lists, timelines and the search for a second case. Leaves the database as it was."""
    reader = next(item for item in browsers() if _follows(item))
    with _filled(reader) as cases:
        return [_row(what, acts) for what, acts in _measures(reader, cases).items()]


def _follows(browser: Browser) -> bool:
    membership = browser.membership
    return membership.role_enum.reads and membership.organisation.kind == OrganisationKind.ASSOCIATION


def _measures(reader: Browser, cases: list[Case]) -> dict[str, list[Callable[[], object]]]:
    chance = random.Random(7)  # noqa: S311 - a repeatable choice, not a secret
    long, short = cases[:_READ], cases[_READ : 2 * _READ]
    client, pages = _opened(reader, [*long, *short]), str(CASES // SHOWN)
    listed = partial(_get, client, reverse("pro:cases"), shown=SHOWN)
    return {
        "list, first page, with names": [partial(listed, {})] * _EACH,
        "list, last page, with names": [partial(listed, {"page": pages})] * _EACH,
        f"timeline, {ENTRIES} entries": [partial(_get, client, _timeline(case), {}, ENTRIES) for case in short],
        f"timeline, {PER_PAGE} of {LONG} entries": [
            partial(_get, client, _timeline(case), {}, PER_PAGE) for case in long
        ],
        "a second case of a name?": [partial(_alike, reader, chance.choice(_NAMES)) for _ in range(_EACH)],
        "write a note": [partial(_write, reader, case) for case in short],
    }


def _get(client: Client, address: str, asked: dict[str, str], shown: int) -> None:
    """A whole request; `shown` is how many rows or entries the page must have."""
    page = client.get(address, asked, secure=True).content
    found = page.count(b'<th scope="row">') + page.count(b'<li class="timeline-entry">')
    if found != shown:
        msg = f"{found} instead of {shown} on {address}"
        raise RuntimeError(msg)


def _opened(reader: Browser, cases: list[Case]) -> Client:
    """Her browser, once she said why she opens each of these cases."""
    client = Client(HTTP_COOKIE=reader.cookie, SERVER_NAME="localhost")
    for case in cases:
        asked = {"csrfmiddlewaretoken": reader.csrf, "reason": Reading.FOLLOWING.value}
        client.post(reverse("pro:case_open", args=[case.pk]), asked, secure=True)
    return client


def _timeline(case: Case) -> str:
    return reverse("pro:case_timeline", args=[case.pk])


def _alike(reader: Browser, name: str) -> None:
    key = reader.membership.organisation_id
    selectors.likely_same(organisation_id=key, pseudonym=name, commune_code="61001", language="fr")


def _write(reader: Browser, case: Case) -> None:
    services.write_note(case_id=case.pk, text="Texte inventé. " * 20, by=reader.membership, at=clock.now())


@contextmanager
def _filled(reader: Browser) -> Iterator[list[Case]]:
    """Ten thousand cases that the reader follows, undone afterwards."""
    with transaction.atomic():
        yield list(_fill(reader))
        transaction.set_rollback(True)


def _fill(reader: Browser) -> Iterator[Case]:
    chance, at = random.Random(61), clock.now()  # noqa: S311 - a repeatable choice, not a secret
    communes = list(Commune.objects.filter(departement_id="61")[:300])
    for first in range(0, CASES, _BATCH):
        cases = [_case(reader, number, chance, communes, at) for number in range(first, first + _BATCH)]
        names = [chance.choice(_NAMES) + f" {chance.randint(1, 999)}" for _ in cases]
        requests = [
            _request(reader, case, Sealed.PSEUDONYM, name.encode()) for case, name in zip(cases, names, strict=True)
        ]
        for case, item in zip(cases, _sealed(reader, requests, at), strict=True):
            case.pseudonym = item
        Case.objects.bulk_create(cases)
        Mark.objects.bulk_create(_marks(cases, names))
        _write_entries(reader, cases, at, first=first == 0)
        yield from cases
    with connection.cursor() as cursor:
        # As autovacuum does on a running instance; without it the planner believes that the tables are empty.
        cursor.execute(f"ANALYZE {', '.join(_TABLES)}")


def _case(reader: Browser, number: int, chance: random.Random, communes: list[Commune], at: dt.datetime) -> Case:
    return Case(
        id=new_id(),
        number=new_number(),
        draft_id=new_id(),
        organisation_id=reader.membership.organisation_id,
        responsible=reader.membership,
        commune=chance.choice(communes),
        language=chance.choice(["fr", "en", "ro", "es"]),
        state=CaseState.OPEN,
        opened_at=at - dt.timedelta(days=600),
        last_contact_on=(at - dt.timedelta(minutes=60 * number)).date(),
    )


def _write_entries(reader: Browser, cases: list[Case], at: dt.datetime, *, first: bool) -> None:
    """Entries of several kinds in turn, as a case has them."""
    owners = [case for place, case in enumerate(cases) for _ in range(LONG if first and place < _READ else ENTRIES)]
    kinds = [kind for kind, _case in zip(cycle([EntryKind.NOTE, *_BESIDE]), owners, strict=False)]
    read = {case.pk for case in cases[: 2 * _READ]} if first else set()
    text = Piece(text="Texte inventé pour la mesure. " * 10).to_bytes()
    written = [(case, kind) for case, kind in zip(owners, kinds, strict=True) if case.pk in read]
    items = iter(_sealed(reader, [_request(reader, case, kind.sealed_as, text) for case, kind in written], at))
    entries = [
        Entry(
            id=new_id(),
            case=case,
            kind=kind,
            happened_at=at - dt.timedelta(minutes=place),
            written_at=at,
            written_by=reader.membership,
            item=next(items) if case.pk in read else None,
        )
        for place, (case, kind) in enumerate(zip(owners, kinds, strict=True))
    ]
    Entry.objects.bulk_create(entries)
    for kind, (model, told) in _BESIDE.items():
        model.objects.bulk_create(model(entry=entry, **told(entry)) for entry in entries if entry.kind == kind)


def _request(reader: Browser, case: Case, kind: str, content: bytes) -> SealRequest:
    return SealRequest(
        plaintext=content, kind=kind, subject_id=case.pk, organisations=[reader.membership.organisation_id]
    )


def _sealed(reader: Browser, requests: list[SealRequest], at: dt.datetime) -> list[SealedItem]:
    keys = current_keys(organisations=[reader.membership.organisation_id])
    return seal_many(requests, at=at, keys=keys)


def _marks(cases: list[Case], names: list[str]) -> Iterator[Mark]:
    for case, name in zip(cases, names, strict=True):
        for likeness, digest in marks.digests(name, organisation_id=case.organisation_id).items():
            yield Mark(case=case, organisation_id=case.organisation_id, likeness=likeness, digest=digest)


def _row(what: str, acts: list[Callable[[], object]]) -> dict[str, object]:
    acts[0]()
    return {"what": what, "cases": CASES, "times": len(acts), **spread([timed(act) for act in acts])}
