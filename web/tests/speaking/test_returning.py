"""Coming back with the code: reading, answering, adding; and stopping in the middle."""

import datetime as dt

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from maillon.base.clock import midnight
from maillon.journal.models import Line
from maillon.reports import selectors
from maillon.reports import services as reports
from maillon.reports.enums import Deadline, Outcome, State
from maillon.reports.models import Message
from maillon.reports.refusals import EmptyText, NotAllowed
from maillon.speaking import services
from maillon.speaking.code import new_code
from maillon.speaking.enums import SourceLevel
from maillon.speaking.models import Speaker
from maillon.speaking.refusals import AlreadySent, NoSuchCode
from maillon.vault.keyrings import Keyring
from maillon.vault.models import Grant, KeyPair, SealedItem
from tests.reports.acting import acknowledged, open_as
from tests.reports.acting import act as recipient_acts
from tests.reports.factories import AT, make_orne
from tests.speaking.factories import act, back, follow, speak, telling

pytestmark = pytest.mark.django_db
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture
def orne(db):
    return make_orne()


def notices():
    return ProcrastinateJob.objects.filter(task_name="reports.notify_organisation").count()


def test_the_code_shows_what_was_told_where_it_stands_and_what_was_done(orne):
    spoken = speak(orne, told=telling(orne, narrative="Mes mots à moi."))
    acknowledged(orne.association, spoken.at(orne.association), at=AT + HOUR)
    shown = follow(spoken, at=AT + DAY)
    assert shown.told is not None
    assert shown.told.content.narrative.startswith("Mes mots à moi.")
    way = next(way for way in shown.ways if way.name == orne.association.organisation.name)
    assert way.transmission.state == State.ACKNOWLEDGED
    assert [moment for _words, moment in way.moments] == [AT, AT + HOUR, AT + HOUR]


def test_no_wrong_code_opens_anything(orne):
    speak(orne)
    with pytest.raises(NoSuchCode):
        services.enter(code=new_code(), at=AT)


def test_a_keyring_of_another_code_or_a_made_up_one_does_nothing(orne):
    mine, hers = speak(orne), speak(orne)
    stolen = back(mine)
    target = hers.at(orne.association)
    with pytest.raises(NotAllowed):
        services.answer(
            keyring=stolen.keyring, speaker_id=stolen.speaker_id, transmission_id=target.id, text="?", at=AT
        )
    own = back(hers)
    forged = Keyring(own.speaker_id, own.keyring.key_pair_id, b"\1" * 32)
    for keyring in (stolen.keyring, forged):
        with pytest.raises(NoSuchCode):
            services.follow(keyring=keyring, speaker_id=own.speaker_id, at=AT)


def test_an_answer_and_its_reply_are_read_at_both_ends_and_only_the_day_is_kept(orne):
    spoken = speak(orne)
    house, transmission = orne.association, spoken.at(orne.association)
    acknowledged(house, transmission)
    recipient_acts(reports.ask_more, house, transmission, text="Êtes-vous en sécurité ?", at=AT + HOUR)
    lines = Line.objects.count()
    way = next(way for way in follow(spoken, at=AT + 9 * HOUR).ways if way.transmission == transmission)
    assert [(item.text, item.words.asks) for item in way.messages] == [("Êtes-vous en sécurité ?", True)]
    assert Line.objects.count() == lines
    read_at = Message.objects.get().read_at
    assert timezone.localtime(read_at).time() == dt.time()
    before = notices()
    act(services.answer, spoken, transmission_id=transmission.id, text="Oui, pour l’instant.", at=AT + 9 * HOUR)
    assert notices() == before + 1
    words = reports.read_messages(
        transmission=selectors.transmission(transmission.id),
        by=house.reader.membership,
        keyring=house.reader.keyring,
        at=AT + 10 * HOUR,
        reason="handling",
    )
    assert [item.text for item in words] == ["Êtes-vous en sécurité ?", "Oui, pour l’instant."]


def test_what_is_added_goes_to_all_that_still_have_it_in_hand(orne):
    spoken = speak(orne, told=telling(orne, minor=True, grave=True))
    acknowledged(orne.council, spoken.at(orne.council))
    recipient_acts(reports.close, orne.council, spoken.at(orne.council), outcome=Outcome.DUPLICATE)
    act(services.add, spoken, text="Il y en a une autre.")
    assert {message.transmission.recipient_id for message in Message.objects.all()} == {orne.prosecutor.organisation.id}
    with pytest.raises(NotAllowed):
        act(services.answer, spoken, transmission_id=spoken.at(orne.council).id, text="Encore.")
    with pytest.raises(EmptyText):
        act(services.add, spoken, text="   ")


def test_of_a_visit_the_day_is_kept_and_nothing_else(orne):
    spoken = speak(orne)
    before = Speaker.objects.values().get()
    back(spoken, at=AT + 3 * HOUR)
    assert Speaker.objects.values().get() == before
    back(spoken, at=AT + 2 * DAY)
    assert Speaker.objects.values().get() == {**before, "last_seen_on": (AT + 2 * DAY).date()}


def test_what_was_paused_is_taken_up_again_and_gone_once_it_is_sent(orne):
    told, code = telling(orne, narrative="Je commence."), new_code()
    services.pause(telling=told, code=code, at=AT)
    more = telling(orne, narrative="Je continue.")
    services.pause(telling=more, code=code, at=AT + HOUR)
    entered = services.enter(code=code, at=AT + HOUR)
    assert (entered.report, entered.paused) == (None, more)
    assert "continue" not in repr(entered)
    item = Speaker.objects.get().paused
    spoken = speak(orne, told=more, code=code)
    assert not SealedItem.objects.filter(pk=item.pk).exists()
    assert (back(spoken).report, back(spoken).paused) == (spoken.report, None)
    with pytest.raises(AlreadySent):
        services.pause(telling=more, code=code, at=AT)


def test_what_nobody_came_back_to_is_destroyed_after_seven_days(orne):
    code = new_code()
    services.pause(telling=telling(orne), code=code, at=AT)
    over = midnight(AT + 8 * DAY)
    assert services.forget_expired(at=over - HOUR).paused == 0
    assert services.enter(code=code, at=over - HOUR).paused is not None
    # Whether or not the job has come by.
    with pytest.raises(NoSuchCode):
        services.enter(code=code, at=over)
    assert services.forget_expired(at=over).paused == 1
    assert not Speaker.objects.exists()
    assert not SealedItem.objects.filter(kind="speaking.paused").exists()
    assert not KeyPair.objects.filter(owner_kind="code").exists()


def test_of_a_pause_the_day_is_kept_and_no_hour(orne):
    code = new_code()
    services.pause(telling=telling(orne), code=code, at=AT)
    services.pause(telling=telling(orne), code=code, at=AT + HOUR)
    speaker, day = Speaker.objects.get(), midnight(AT)
    grants = Grant.objects.filter(item=speaker.paused)
    kept = (speaker.paused_at, speaker.paused.created_at, speaker.key_pair.created_at, grants.get().created_at)
    assert kept == (day,) * 4
    # Nor when she first stopped, once it is sent.
    report = speak(orne, code=code, at=AT + DAY).report
    assert report.code_key.created_at == day


def test_what_stands_to_be_sorted_says_so_with_its_own_clock(orne):
    spoken = speak(orne, source=SourceLevel.BUSY)
    way = follow(spoken).ways[0]
    assert [(due.what, due.at) for due in way.deadlines] == [(Deadline.SORT, AT + DAY)]


def test_an_outcome_that_would_hurt_is_said_otherwise(orne):
    spoken = speak(orne, source=SourceLevel.BUSY)
    reader = orne.association.reader.membership
    reports.set_aside(transmission_ids=[spoken.at(orne.association).id], by=reader, at=AT)
    way = next(way for way in follow(spoken).ways if way.transmission.recipient_id == reader.organisation_id)
    assert way.outcome
    assert "abusif" not in way.outcome


def test_the_code_of_a_report_whose_time_is_over_says_so_for_a_month(orne):
    spoken = speak(orne)
    for transmission in spoken.report.transmissions.select_related("recipient"):
        house = next(house for house in (orne.association,) if house.organisation == transmission.recipient)
        acknowledged(house, transmission)
        recipient_acts(reports.close, house, transmission, outcome=Outcome.NOT_FOUND)
    over = AT + 731 * DAY
    assert reports.erase_expired(at=over).reports == 1
    shown = follow(spoken, at=over)
    assert (shown.told, shown.erased_at) == (None, over)
    assert services.forget_expired(at=over + 29 * DAY).codes == 0
    assert services.forget_expired(at=over + 30 * DAY).codes == 1
    with pytest.raises(NoSuchCode):
        back(spoken, at=over + 30 * DAY)
    spoken.report.refresh_from_db()
    assert spoken.report.code_key_id is not None


def test_an_organisation_reads_nothing_through_somebody_elses_report(orne):
    spoken = speak(orne)
    with pytest.raises(NotAllowed):
        open_as(orne.council.reader, spoken.at(orne.association))
