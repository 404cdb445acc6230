"""What is typed into a sealed field is found nowhere else: no table, log, mail, cache, session, file or error page."""

import base64
import logging
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.guidance.enums import AgeClass
from maillon.reports.content import Trace, TraceKind
from maillon.reports.enums import OpeningReason
from maillon.reports.models import Report
from maillon.reports.proposals import propose
from maillon.reports.tasks import notify_leads, notify_member, notify_organisation
from maillon.speaking import services as speaking
from maillon.speaking.code import new_code
from maillon.vault.crypto import CannotOpen
from maillon.vault.models import SealedItem
from maillon.vault.services import open_item
from tests.accounts.factories import PASSPHRASE, sign_in
from tests.reports.factories import AT, Orne, Person, make_draft, make_orne, make_person, minor_content, transmission_to
from tests.speaking.factories import act as she_acts
from tests.speaking.factories import follow, speak, telling, wish

pytestmark = [pytest.mark.guardrail("G6"), pytest.mark.django_db]

FIELDS = ("narrative", "identity", "trace", "message", "answer", "note", "draft", "wrong-passphrase", "refused-message")
CANARIES = {name: f"Canari-{name}-7h3w9qkz" for name in FIELDS}


def forms_of(word: str) -> Iterator[bytes]:
    """The ways in which a word may lie about: as typed, in hexadecimal, in base64 at any offset, in UTF-16."""
    raw = word.encode()
    yield raw
    yield raw.hex().encode()
    yield word.encode("utf-16-le")
    for offset in range(3):
        coded = base64.b64encode(b"\0" * offset + raw)
        # The first and last groups mix with what stands beside the word.
        yield coded[4 if offset else 0 : -4]


def found_in(text: bytes) -> list[str]:
    return [name for name, word in CANARIES.items() if any(form in text for form in forms_of(word))]


def every_table() -> Iterator[tuple[str, bytes]]:
    """Each table of the database as COPY writes it, which is what a dump holds; binary columns come as they are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('information_schema', 'pg_catalog')"
        )
        for schema, table in cursor.fetchall():
            for layout in ("text", "binary"):
                with cursor.copy(f'COPY "{schema}"."{table}" TO STDOUT (FORMAT {layout})') as copied:
                    yield f"{schema}.{table}", b"".join(bytes(part) for part in copied)


@pytest.fixture
def orne() -> Orne:
    return make_orne()


@pytest.fixture
def officer(orne: Orne) -> Person:
    """Somebody whose status lets her note traces."""
    return make_person(orne.police.organisation, Role.REPORTER)


def client_of(person: Person) -> Client:
    return sign_in(Client(raise_request_exception=False), person.membership)


def live(orne: Orne, officer: Person) -> tuple[Report, list[bytes]]:
    """A report and its conversation, with a canary in each field; and every page that was shown to outsiders."""
    content = minor_content(
        orne.commune,
        grave=True,
        narrative=CANARIES["narrative"],
        identity=CANARIES["identity"],
        traces=(Trace(TraceKind.HANDLE, CANARIES["trace"]),),
    )
    make_draft(officer, minor_content(orne.commune, narrative=CANARIES["draft"]))
    draft = make_draft(officer, content)
    author, chosen = client_of(officer), propose(content, officer.membership, on=AT.date()).reachable()
    sent = author.post(
        reverse("pro:report_send", args=[draft.id]), {"version": draft.version, "chosen": [str(key) for key in chosen]}
    )
    assert sent.status_code == 302, sent.content.decode()
    report = Report.objects.get()
    transmission = transmission_to(report, orne.council)
    council = client_of(orne.council.reader)

    def act(name: str, **data: str) -> None:
        answer = council.post(reverse(f"pro:{name}", args=[transmission.id]), data)
        assert answer.status_code in {200, 302}, (name, answer.content.decode())

    act("transmission_open", reason=OpeningReason.values[0])
    assert (
        CANARIES["narrative"]
        in council.get(reverse("pro:transmission_content", args=[transmission.id])).content.decode()
    )
    act("transmission_acknowledge")
    act("transmission_notes", text=CANARIES["note"])
    act("transmission_messages", text=CANARIES["message"])
    author.post(reverse("pro:sent_messages", args=[report.id, transmission.id]), {"text": CANARIES["answer"]})
    assert (
        CANARIES["answer"] in council.get(reverse("pro:transmission_messages", args=[transmission.id])).content.decode()
    )
    letter = author.post(reverse("pro:own_letter", args=[report.id, "signalement"]))
    assert letter["Content-Type"] == "application/pdf"
    return report, _outsiders(orne, report, author)


def _outsiders(orne: Orne, report: Report, author: Client) -> list[bytes]:
    """Error pages and refusals, and what another organisation's member is shown."""
    stranger, nobody = client_of(orne.association.reader), Client(raise_request_exception=False)
    transmission = transmission_to(report, orne.council)
    stray = {"text": CANARIES["refused-message"], "narrative": CANARIES["refused-message"]}
    answers = [
        stranger.post(reverse("pro:sent_messages", args=[report.id, transmission.id]), stray),
        stranger.post(reverse("pro:transmission_messages", args=[transmission.id]), stray),
        stranger.get(reverse("pro:transmission_content", args=[transmission.id])),
        stranger.get(reverse("pro:sent_content", args=[report.id])),
        nobody.post(
            reverse("pro:sign_in"), {"username": "nobody@example.org", "passphrase": CANARIES["wrong-passphrase"]}
        ),
        nobody.post("/nulle-part/", stray),
        Client(enforce_csrf_checks=True).post(reverse("pro:sign_in"), stray),
        author.get(reverse("pro:home")),
        author.get(reverse("pro:sent")),
        stranger.get(reverse("pro:inbox")),
    ]
    return [answer.content for answer in answers]


@pytest.fixture
def watched_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bytes]:
    """Everything that temporary files hold, for as long as the test runs."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return lambda: b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_what_is_typed_into_a_sealed_field_is_found_nowhere(orne, officer, caplog, watched_files) -> None:
    caplog.set_level(logging.DEBUG)
    report, shown = live(orne, officer)
    for transmission in report.transmissions.all():
        notify_organisation(str(transmission.recipient_id))
        notify_leads(str(transmission.recipient_id))
    notify_member(str(officer.membership.member_id))

    leaks = {name: found_in(text) for name, text in every_table()}
    assert {name: found for name, found in leaks.items() if found} == {}
    assert found_in(caplog.text.encode()) == []
    assert mail.outbox
    assert [found for message in mail.outbox if (found := found_in(message.message().as_bytes()))] == []
    assert found_in(repr(getattr(cache, "_cache", {})).encode()) == []
    assert found_in(watched_files()) == []
    assert [found for page in shown if (found := found_in(page))] == []


def test_the_search_would_find_a_leak(orne, officer) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE leak_test (words text, coded bytea)")
        cursor.execute("INSERT INTO leak_test VALUES (%s, %s)", [CANARIES["note"], CANARIES["message"].encode()])
    found = {name for table, text in every_table() if table.endswith("leak_test") for name in found_in(text)}
    assert found == {"note", "message"}
    assert found_in(base64.b64encode(b"ab" + CANARIES["trace"].encode() + b"cd")) == ["trace"]


def test_administrator_and_other_organisations_can_open_nothing(orne, officer) -> None:
    live(orne, officer)
    administrator = make_person(orne.council.organisation, Role.ADMINISTRATOR)
    assert sign_in(Client(), administrator.membership).get(reverse("pro:inbox")).status_code in {302, 403, 404}
    stranger = orne.association.reader
    for item in SealedItem.objects.all():
        for person in (administrator, stranger):
            for organisation_id in (None, person.membership.organisation_id, orne.council.organisation.id):
                with pytest.raises(CannotOpen):
                    open_item(
                        item=item,
                        keyring=person.keyring,
                        organisation_id=organisation_id,
                        by=person.membership,
                        at=AT,
                        reason="test",
                    )


def test_a_passphrase_is_kept_nowhere(orne, officer) -> None:
    Client().post(reverse("pro:sign_in"), {"username": officer.membership.member.email, "passphrase": PASSPHRASE})
    assert [name for name, text in every_table() if PASSPHRASE.encode() in text] == []


def test_what_somebody_without_an_account_tells_is_found_nowhere(orne, caplog, watched_files) -> None:
    caplog.set_level(logging.DEBUG)
    told = telling(
        orne,
        minor=True,
        age=AgeClass.UNDER_15,
        narrative=CANARIES["narrative"],
        identity=CANARIES["identity"],
        traces=(Trace(TraceKind.HANDLE, CANARIES["trace"]),),
        contact=wish(CANARIES["note"]),
    )
    speaking.pause(telling=telling(orne, narrative=CANARIES["draft"]), code=new_code(), at=AT)
    spoken = speak(orne, told=told)
    transmission = spoken.at(orne.council)
    council = client_of(orne.council.reader)
    council.post(reverse("pro:transmission_open", args=[transmission.id]), {"reason": OpeningReason.values[0]})
    assert CANARIES["note"] in council.get(reverse("pro:transmission_content", args=[transmission.id])).content.decode()
    council.post(reverse("pro:transmission_messages", args=[transmission.id]), {"text": CANARIES["message"]})
    she_acts(speaking.add, spoken, text=CANARIES["answer"])
    assert (
        CANARIES["answer"] in council.get(reverse("pro:transmission_messages", args=[transmission.id])).content.decode()
    )
    assert CANARIES["message"] in str([way.messages for way in follow(spoken).ways])

    words = " ".join(spoken.code.words).encode()
    for table, text in every_table():
        assert (table, found_in(text)) == (table, [])
        assert words not in text
        assert spoken.code.private_key() not in text
    assert found_in(caplog.text.encode()) == []
    assert found_in(watched_files()) == []
    assert found_in(repr(told).encode() + repr(spoken.code).encode()) == []
