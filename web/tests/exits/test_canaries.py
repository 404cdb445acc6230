"""What is told of a person in a file is found in no table, log, mail or repr."""

import logging

import pytest
from django.core import mail

from maillon.exits import services
from maillon.exits.content import Advice, Circumstances, Engagement, Identity, Residence, Review, Sworn
from maillon.exits.enums import IdentityPaper, Reading
from maillon.exits.models import Path
from maillon.reports.notices import to_leads, to_member, to_organisation
from tests.exits.factories import SITUATION, TODAY, World, advised, agreed, asked, last_of, make_world, opened
from tests.guardrails.test_canaries import every_table, forms_of
from tests.reports.factories import AT

pytestmark = [pytest.mark.guardrail("G6"), pytest.mark.django_db]
NAMES = [
    *("first", "last", "birth", "absence", "administrative", "family", "social", "housing", "care", "work"),
    *("association", "person", "place", "done", "hard", "words", "advice", "reasons", "wanted"),
]
CANARIES = {name: f"Canari-{name}-7w2kpz9q" for name in NAMES}
C = CANARIES
PAPERS = (
    Identity(
        first_name=C["first"],
        last_name=C["last"],
        birth_on="1996-02-29",
        birth_place=C["birth"],
        paper=IdentityPaper.LOST,
        absence=C["absence"],
    ),
    Circumstances(administrative=C["administrative"], family=C["family"], social=C["social"], stay="aps"),
    Engagement(
        housing=C["housing"],
        care=C["care"],
        work=C["work"],
        by_association=C["association"],
        by_person=C["person"],
        signed_on="2026-11-20",
    ),
    Sworn(declared_on="2026-11-20", place=C["place"], explained=True),
    Advice(favourable=True, reasons=C["advice"]),
)
REVIEW = Review(done=C["done"], difficulties=C["hard"], her_words=C["words"])


@pytest.fixture
def world() -> World:
    return make_world()


def leaks(text: bytes) -> list[str]:
    return [name for name, word in CANARIES.items() if any(form in text for form in forms_of(word))]


def live(world: World) -> None:
    """An entry sent back and granted, a renewal refused, a right to stay: a canary in each field."""
    worker, officer = world.worker, world.officer
    path = asked(world)
    services.note_permit(path_id=path.pk, residence=Residence(from_on="2026-12-01"), by=worker.membership, at=AT)
    go = {"by": worker.membership, "at": AT}
    for time in range(2):
        request = last_of(path)
        for paper in PAPERS:
            services.write_paper(request_id=request.pk, paper=paper, **go)
        services.simulate_aid(request_id=request.pk, situation=SITUATION, **go)
        services.submit(request_id=request.pk, agreed=agreed(), keyring=worker.keyring, **go)
        if time == 0:
            services.send_back(request_id=request.pk, wanted=C["wanted"], by=officer.membership, at=AT)
    assert opened(officer, request).wanted == C["wanted"]
    advised(world, request)
    services.grant(
        request_id=request.pk, decided_on=TODAY, reasons=C["reasons"], by=officer.membership, at=AT, aid_granted=True
    )
    services.begin(path_id=path.pk, told_on=TODAY, **go)
    renewal = services.ask_renewal(path_id=path.pk, **go)
    services.write_paper(request_id=renewal.pk, paper=REVIEW, **go)
    assert opened(worker, renewal).in_order() == [REVIEW]
    services.read_permits(
        path_id=path.pk, by=worker.membership, keyring=worker.keyring, at=AT, reason=Reading.PREPARING
    )


def test_nothing_that_was_told_lies_in_clear(world, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    live(world)
    for table, text in every_table():
        assert (table, leaks(text)) == (table, [])
        # Nor the amount of the aid, which tells of children.
        assert (table, b"555.36" in text) == (table, False)
    assert leaks(caplog.text.encode()) == []
    to_organisation(world.prefecture.organisation.pk)
    to_leads(world.home.organisation.pk)
    to_member(world.worker.membership.member_id)
    assert mail.outbox
    assert [found for message in mail.outbox if (found := leaks(message.message().as_bytes()))] == []


def test_nothing_of_a_file_shows_itself_when_printed(world) -> None:
    live(world)
    renewal = last_of(Path.objects.get())
    printed = [repr(one) for one in (*PAPERS, REVIEW, opened(world.worker, renewal), SITUATION)]
    assert leaks(" ".join(printed).encode()) == []
