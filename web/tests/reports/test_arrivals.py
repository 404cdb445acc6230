"""Written without a signal, sent when it was back: one draft, whatever happened on the way."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from maillon.reports import services
from maillon.reports.content import ReportContent
from maillon.reports.models import Arrival, Draft, Report
from maillon.reports.offline import NARRATIVE_LIMIT, STEPS
from maillon.reports.proposals import propose
from maillon.reports.refusals import NotAllowed, NotReadable
from maillon.reports.rules import CONTENT_LIFE
from maillon.reports.services import Standing
from tests.portals.pro.offline.parcels import CANARY, parcel_for, written
from tests.reports.factories import AT, make_orne, make_person, minor_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def orne(db):
    return make_orne()


@pytest.fixture
def author(orne):
    return orne.firefighter


def sent(author, place, parcel, at=AT):
    return services.receive(offered_id=place, parcel=parcel, by=author.membership, keyring=author.keyring, at=at)


def content_of(author, draft_id):
    draft = Draft.objects.select_related("item").get(pk=draft_id)
    return services.open_draft(draft=draft, by=author.membership, keyring=author.keyring)


def test_it_becomes_a_draft_of_its_author_under_the_name_that_the_device_gave_it(author):
    place = uuid4()
    arrived = sent(author, place, parcel_for(author.membership, place))
    assert (arrived.draft_id, arrived.standing, arrived.beside) == (place, Standing.KEPT, None)
    content = content_of(author, place)
    assert (content.narrative, content.age, content.commune_typed) == (CANARY, "minor_15_17", "alen")
    assert set(content.answered) == STEPS
    assert content.commune == ""


def test_sent_again_after_a_lost_answer_it_is_the_same_draft(author):
    place = uuid4()
    parcel = parcel_for(author.membership, place)
    first, again = sent(author, place, parcel), sent(author, place, parcel, AT + timedelta(days=3))
    assert first == again
    assert Draft.objects.count() == Arrival.objects.count() == 1


def test_what_was_gone_on_with_elsewhere_is_not_overwritten(author):
    place = uuid4()
    parcel = parcel_for(author.membership, place)
    sent(author, place, parcel)
    changed = content_of(author, place).changed(narrative="continué sur un autre appareil")
    services.save_draft(content=changed, by=author.membership, at=AT, draft_id=place, seen_version=1)
    assert sent(author, place, parcel).standing is Standing.MOVED_ON
    assert content_of(author, place) == changed


def test_what_was_sent_on_or_thrown_away_does_not_come_back(orne, author):
    gone, submitted = uuid4(), uuid4()
    parcels = {place: parcel_for(author.membership, place) for place in (gone, submitted)}
    for place, parcel in parcels.items():
        sent(author, place, parcel)
    services.discard_draft(draft_id=gone, by=author.membership)
    content = minor_content(orne.commune)
    services.save_draft(content=content, by=author.membership, at=AT, draft_id=submitted, seen_version=1)
    services.submit(
        draft_id=submitted,
        seen_version=2,
        chosen=propose(content, author.membership, on=AT.date()).reachable().keys(),
        by=author.membership,
        keyring=author.keyring,
        at=AT,
    )
    standings = {place: sent(author, place, parcel).standing for place, parcel in parcels.items()}
    assert standings == {gone: Standing.DISCARDED, submitted: Standing.SENT}
    assert not Draft.objects.exists()
    assert Report.objects.count() == 1


def test_two_contents_under_one_name_are_both_kept_and_each_once(author):
    place = uuid4()
    one = parcel_for(author.membership, place)
    other = parcel_for(author.membership, place, written(narrative="l’autre version").to_bytes())
    sent(author, place, one)
    conflict = sent(author, place, other)
    assert conflict == sent(author, place, other)
    assert conflict.beside == place
    assert content_of(author, place).narrative == CANARY
    assert content_of(author, conflict.draft_id).narrative == "l’autre version"
    assert Draft.objects.count() == 2


def test_a_name_that_somebody_else_has_taken_is_not_told_of(orne, author):
    stranger = make_person(orne.association.organisation)
    place = uuid4()
    sent(stranger, place, parcel_for(stranger.membership, place))
    arrived = sent(author, place, parcel_for(author.membership, place))
    assert arrived.draft_id != place
    assert arrived.beside is None
    assert content_of(stranger, place).narrative == CANARY


@pytest.mark.parametrize(
    "wrong", ["another author", "another place", "damaged", "no report", "a list", "not a code", "odd"]
)
def test_what_does_not_open_or_is_no_report_is_refused_and_leaves_nothing(orne, author, wrong):
    place = uuid4()
    stranger = orne.council.reader.membership
    parcels = {
        "another author": lambda: parcel_for(stranger, place),
        "another place": lambda: parcel_for(author.membership, place, bound_to=uuid4()),
        "damaged": lambda: parcel_for(author.membership, place)[:-1] + b"\0",
        "no report": lambda: parcel_for(author.membership, place, b"\xff not JSON"),
        "a list": lambda: parcel_for(author.membership, place, b"[1, 2]"),
        "not a code": lambda: parcel_for(author.membership, place, b'{"age": "old"}'),
        "odd": lambda: parcel_for(author.membership, place, b'{"narrative": {"a": 1}, "signs": [[]]}'),
    }
    with pytest.raises(NotReadable):
        sent(author, place, parcels[wrong]())
    assert not Draft.objects.exists()
    assert not Arrival.objects.exists()


def test_nothing_comes_along_that_the_form_does_not_ask(author):
    place = uuid4()
    content = written(
        identity="Un nom inventé",
        traces=[{"kind": "phone", "value": "0199000000"}],
        agreement=True,
        commune="61001",
        signs=["companion_stays", "not_a_sign", "companion_stays"],
        narrative="x" * (NARRATIVE_LIMIT + 50),
        answered=["danger", "identite", "traces", "danger"],
    )
    sent(author, place, parcel_for(author.membership, place, content.to_bytes()))
    kept = content_of(author, place)
    assert kept == ReportContent.from_answers(
        {
            **{name: getattr(kept, name) for name in ("danger", "origin", "age", "age_is_sure", "place", "observed")},
            "commune_typed": "alen",
            "signs": ["companion_stays"],
            "narrative": "x" * NARRATIVE_LIMIT,
            "answered": ["danger"],
        }
    )


def test_whoever_may_not_report_any_more_sends_nothing(author):
    place = uuid4()
    parcel = parcel_for(author.membership, place)
    author.membership.ended_at = AT
    with pytest.raises(NotAllowed):
        sent(author, place, parcel)
    assert not Arrival.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_sent_from_four_windows_at_once_it_is_one_draft():
    author = make_orne().firefighter
    place = uuid4()
    parcel = parcel_for(author.membership, place)
    start = threading.Barrier(4, timeout=30)

    def window(_number):
        try:
            start.wait()
            return sent(author, place, parcel)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        arrived = list(pool.map(window, range(4)))
    assert {one.draft_id for one in arrived} == {place}
    assert Draft.objects.count() == Arrival.objects.count() == 1


def test_cut_short_before_the_end_it_leaves_nothing_and_can_be_sent_again(author, monkeypatch):
    place = uuid4()
    parcel = parcel_for(author.membership, place)
    with monkeypatch.context() as cut:
        cut.setattr(Arrival.objects, "create", lambda **_fields: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            sent(author, place, parcel)
    assert not Draft.objects.exists()
    assert sent(author, place, parcel).standing is Standing.KEPT


def test_the_memory_of_an_arrival_ends(author):
    place = uuid4()
    sent(author, place, parcel_for(author.membership, place))
    services.erase_expired(at=AT + CONTENT_LIFE - timedelta(seconds=1))
    assert Arrival.objects.count() == 1
    services.erase_expired(at=AT + CONTENT_LIFE)
    assert not Arrival.objects.exists()


@pytest.mark.guardrail("G6")
def test_no_table_holds_what_was_written(author):
    place = uuid4()
    sent(author, place, parcel_for(author.membership, place))
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names()
        for table in tables:
            cursor.execute(f'SELECT row::text FROM "{table}" AS row')
            rows = "\n".join(text for (text,) in cursor.fetchall())
            assert CANARY not in rows
            assert CANARY.encode().hex() not in rows
