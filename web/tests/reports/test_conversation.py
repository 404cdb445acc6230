"""Messages go both ways; notes stay inside."""

from datetime import timedelta

import pytest

from maillon.accounts.enums import Role
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import services
from maillon.reports.enums import Direction
from maillon.reports.refusals import EmptyText, NotAllowed
from maillon.vault.models import Grant
from maillon.vault.refusals import CannotOpen
from maillon.vault.services import open_item, open_own
from tests.accounts.factories import keyring_of, make_membership
from tests.reports.acting import act, open_as
from tests.reports.factories import AT, Person, make_orne, make_report, transmission_to

pytestmark = pytest.mark.django_db
CANARY = "canari-interne-7391"


@pytest.fixture
def orne():
    return make_orne()


@pytest.fixture
def sent(orne):
    transmission = transmission_to(make_report(orne), orne.council)
    open_as(orne.council.reader, transmission)
    transmission.refresh_from_db()
    return transmission


def messages_of(person, transmission):
    read = services.read_messages(
        transmission=transmission, by=person.membership, keyring=person.keyring, at=AT, reason="handling"
    )
    return [item.text for item in read]


def notes_of(person, transmission):
    read = services.read_notes(
        transmission=transmission, by=person.membership, keyring=person.keyring, at=AT, reason="handling"
    )
    return [item.text for item in read]


def test_both_ends_read_what_either_wrote(orne, sent):
    act(services.ask_more, orne.council, sent, text="À quel étage ?")
    services.write_message(
        transmission_id=sent.id, text="Au deuxième.", by=orne.firefighter.membership, at=AT + timedelta(seconds=1)
    )
    expected = ["À quel étage ?", "Au deuxième."]
    assert messages_of(orne.council.reader, sent) == expected
    assert messages_of(orne.firefighter, sent) == expected


def test_only_a_recipient_asks(orne, sent):
    asked = act(services.ask_more, orne.council, sent, text="Quand ?")
    answer = services.ask_more(transmission_id=sent.id, text="Hier.", by=orne.firefighter.membership, at=AT)
    assert (asked.direction, asked.asks) == (Direction.TO_REPORTER, True)
    assert (answer.direction, answer.asks) == (Direction.TO_RECIPIENT, False)


def test_reading_marks_what_was_meant_for_the_reader_alone(orne, sent):
    to_reporter = act(services.write_message, orne.council, sent, text="Bien reçu.")
    to_council = services.write_message(transmission_id=sent.id, text="Merci.", by=orne.firefighter.membership, at=AT)
    messages_of(orne.council.reader, sent)
    to_reporter.refresh_from_db()
    to_council.refresh_from_db()
    assert (to_reporter.read_at, to_council.read_at) == (None, AT)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_written_is_nothing_sent(orne, sent, text):
    for service in (services.write_message, services.write_note):
        with pytest.raises(EmptyText):
            act(service, orne.council, sent, text=text)


def test_other_recipients_read_no_message_of_this_one(orne, sent):
    act(services.write_message, orne.council, sent, text=CANARY)
    for outsider in (orne.prosecutor.reader, orne.police.reader):
        with pytest.raises(NotAllowed):
            messages_of(outsider, sent)


def test_a_note_is_read_by_its_organisation_alone(orne, sent):
    act(services.write_note, orne.council, sent, text=CANARY)
    assert notes_of(orne.council.reader, sent) == [CANARY]
    for outsider in (orne.firefighter, orne.prosecutor.reader):
        with pytest.raises(NotAllowed):
            notes_of(outsider, sent)


@pytest.mark.guardrail("G6")
def test_whoever_reported_holds_no_key_to_a_note(orne, sent):
    note = act(services.write_note, orne.council, sent, text=CANARY)
    granted = set(Grant.objects.filter(item=note.item).values_list("key_pair__owner_id", flat=True))
    assert granted == {orne.council.organisation.id}
    author = orne.firefighter
    for organisation_id in (None, author.membership.organisation_id, orne.council.organisation.id):
        with pytest.raises(CannotOpen):
            open_item(
                item=note.item,
                keyring=author.keyring,
                organisation_id=organisation_id,
                by=author.membership,
                at=AT,
                reason="handling",
            )
    with pytest.raises(CannotOpen):
        open_own(item=note.item, keyring=author.keyring)


def test_a_page_of_words_is_one_batch_of_lines_in_the_journal(orne, sent, django_assert_max_num_queries):
    for number in range(5):
        act(services.write_note, orne.council, sent, text=f"note {number}")
    known = set(Line.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(16):
        assert len(notes_of(orne.council.reader, sent)) == 5
    actions = [line.action for line in Line.objects.exclude(pk__in=known)]
    assert sorted(actions) == [Action.OPENED] + [Action.UNSEALED] * 5


def test_an_empty_page_of_words_leaves_no_line(orne, sent):
    before = Line.objects.count()
    assert notes_of(orne.council.reader, sent) == []
    assert messages_of(orne.council.reader, sent) == []
    assert Line.objects.count() == before


def test_a_reader_without_the_key_is_told_so_and_marks_nothing_read(orne, sent):
    message = services.write_message(transmission_id=sent.id, text="Merci.", by=orne.firefighter.membership, at=AT)
    newcomer = make_membership(orne.council.organisation, Role.RECIPIENT, holds_key=False)
    with pytest.raises(CannotOpen):
        messages_of(Person(newcomer, keyring_of(newcomer)), sent)
    message.refresh_from_db()
    assert message.read_at is None
