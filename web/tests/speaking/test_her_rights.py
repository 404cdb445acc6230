"""Taking consent back, and asking for erasure: what is done at once, what is decided, and what the law keeps."""

import datetime as dt

import pytest

from maillon.base.states import IllegalTransition
from maillon.guidance.enums import AgeClass, Ground
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import services as reports
from maillon.reports.enums import Asked, Decision, Outcome, RefusalReason, State
from maillon.reports.models import Message, Note, Request
from maillon.reports.refusals import NoReason, NotAllowed
from maillon.reports.rights import Ability, on_transmission
from maillon.speaking import services
from maillon.speaking.code import new_code
from maillon.speaking.models import Speaker
from maillon.speaking.refusals import NoSuchCode
from maillon.vault.models import Grant, SealedItem
from tests.reports.acting import acknowledged, in_hand, open_as, transferred
from tests.reports.acting import act as recipient_acts
from tests.reports.factories import AT, make_house, make_orne
from tests.speaking.factories import act, back, follow, speak, telling

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def orne(db):
    return make_orne()


@pytest.fixture
def spoken(orne):
    """An adult's report at the association, opened and in hand there."""
    made = speak(orne, told=telling(orne, identity="Alma"))
    in_hand(orne.association, made.at(orne.association))
    return made


def erase(spoken, at=AT):
    return act(services.ask_erasure, spoken, at=at)


def decide(orne, spoken, at=AT, **answer):
    return recipient_acts(reports.decide_erasure, orne.association, spoken.at(orne.association), at=at, **answer)


def test_consent_taken_back_takes_name_and_contact_out_of_reach_at_once(orne, spoken):
    transmission = spoken.at(orne.association)
    request = act(services.withdraw_consent, spoken, transmission_id=transmission.id)
    assert (request.asked, request.decision) == (Asked.WITHDRAWAL, Decision.DONE)
    opened = open_as(orne.association.reader, transmission)
    assert (opened.identity, opened.contact) == ("", b"")
    assert opened.content.narrative
    assert Speaker.objects.get().contact_withdrawn
    # She still has them herself, and asking twice is asking once.
    told = follow(spoken).told
    assert told is not None
    assert told.identity == "Alma"
    assert act(services.withdraw_consent, spoken, transmission_id=transmission.id) == request
    assert Line.objects.filter(action=Action.CONSENT_WITHDRAWN).count() == 1


def test_without_her_consent_nothing_goes_on_in_its_name(orne, spoken):
    health, transmission = make_house(health=True), spoken.at(orne.association)
    assert Ground.CONSENT in reports.grounds_for(transmission, health.organisation)
    act(services.withdraw_consent, spoken, transmission_id=transmission.id)
    assert Ground.CONSENT not in reports.grounds_for(spoken.at(orne.association), health.organisation)


def test_how_to_reach_her_goes_on_with_a_transfer_that_she_agreed_to(orne, spoken):
    health = make_house(health=True)
    onward = transferred(orne.association, spoken.at(orne.association), health, Ground.CONSENT)
    assert open_as(health.reader, onward).contact
    assert len(follow(spoken).ways) == spoken.report.transmissions.count()


def test_for_a_minor_the_law_keeps_the_name_and_nobody_keeps_the_number(orne):
    spoken = speak(orne, told=telling(orne, minor=True, identity="Alma"))
    transmission = spoken.at(orne.council)
    request = act(services.withdraw_consent, spoken, transmission_id=transmission.id)
    assert (request.decision, request.refusal_reason) == (Decision.REFUSED, RefusalReason.CHILD_PROTECTION)
    opened = open_as(orne.council.reader, transmission)
    assert (opened.identity, opened.contact) == ("Alma", b"")
    assert transmission.requests.get() == request


def test_where_the_law_has_no_name_to_keep_taking_back_is_done(orne):
    spoken = speak(orne, told=telling(orne, minor=True, age=AgeClass.UNDER_15))
    request = act(services.withdraw_consent, spoken, transmission_id=spoken.at(orne.council).id)
    assert (request.decision, request.refusal_reason) == (Decision.DONE, "")
    assert open_as(orne.council.reader, spoken.at(orne.council)).contact == b""
    assert open_as(orne.prosecutor.reader, spoken.at(orne.prosecutor)).contact


def test_what_nobody_has_opened_is_erased_at_once_with_proof(orne):
    spoken = speak(orne, told=telling(orne, minor=True, age=AgeClass.UNDER_15))
    open_as(orne.council.reader, spoken.at(orne.council))
    act(services.answer, spoken, transmission_id=spoken.at(orne.prosecutor).id, text="S’il vous plaît.")
    asked = {request.transmission.recipient_id: request for request in erase(spoken)}
    unopened, opened = asked[orne.prosecutor.organisation.id], asked[orne.council.organisation.id]
    assert (unopened.decision, unopened.decided_by) == (Decision.DONE, None)
    assert (opened.decision, opened.answer_by) == ("", dt.date(2026, 12, 23))
    gone = spoken.at(orne.prosecutor)
    assert (gone.state, gone.outcome) == (State.CLOSED, Outcome.ERASED)
    assert not Message.objects.exists()
    assert not Grant.objects.filter(key_pair__owner_id=orne.prosecutor.organisation.id).exists()
    line = Line.objects.get(action=Action.ERASURE_ASKED, subject_id=gone.id)
    assert line.details["at_once"] is True
    assert len(line.details["items"]) == 1
    assert spoken.report.erased_at is None
    assert open_as(orne.council.reader, spoken.at(orne.council)).content.narrative
    # Asked again, nothing more is asked.
    assert erase(spoken) == []


def test_once_the_last_has_erased_the_content_is_gone_and_the_journal_keeps_the_proof(orne, spoken):
    transmission = spoken.at(orne.association)
    recipient_acts(reports.write_note, orne.association, transmission, text="Pour nous.")
    items = {str(item.id) for item in spoken.report.sealed_parts()}
    erase(spoken)
    assert spoken.at(orne.association).erased_at is None
    decide(orne, spoken, accepted=True, at=AT + DAY)
    spoken.report.refresh_from_db()
    assert spoken.report.erased_at == AT + DAY
    assert (Note.objects.count(), SealedItem.objects.filter(pk__in=items).count()) == (0, 0)
    proof = Line.objects.get(action=Action.ERASED, subject_id=spoken.report.id)
    assert set(proof.details["items"]) == items
    shown = follow(spoken)
    assert (shown.told, shown.ways[0].erasure.decision) == (None, Decision.DONE)
    assert Ability.READ_CONTENT not in on_transmission(orne.association.reader.membership, shown.ways[0].transmission)


def test_a_refusal_needs_a_reason_of_the_law_and_she_reads_it(orne, spoken):
    erase(spoken)
    with pytest.raises(NoReason):
        decide(orne, spoken, accepted=False)
    decide(orne, spoken, accepted=False, reason=RefusalReason.LEGAL_CLAIMS)
    answer = follow(spoken).ways[0].erasure
    assert (answer.decision, answer.refusal_reason) == (Decision.REFUSED, RefusalReason.LEGAL_CLAIMS)
    assert open_as(orne.association.reader, spoken.at(orne.association)).content.narrative
    with pytest.raises(NotAllowed):
        decide(orne, spoken, accepted=True)
    # She may ask again.
    assert len(erase(spoken, at=AT + DAY)) == 1


def test_nobody_else_decides(orne, spoken):
    erase(spoken)
    with pytest.raises(NotAllowed):
        recipient_acts(reports.decide_erasure, orne.council, spoken.at(orne.association), accepted=True)
    assert Request.objects.get().decision == ""


def test_what_went_on_can_not_be_given_back_to_who_erased_it(orne, spoken):
    health = make_house(health=True)
    onward = transferred(orne.association, spoken.at(orne.association), health, Ground.CONSENT)
    acknowledged(health, onward)
    erase(spoken)
    decide(orne, spoken, accepted=True)
    assert spoken.at(orne.association).outcome == Outcome.ERASED
    assert open_as(health.reader, onward).content.narrative
    with pytest.raises(IllegalTransition):
        recipient_acts(reports.return_transfer, health, onward, reason="incomplete")


def test_what_was_only_paused_is_gone_at_once(orne):
    code = new_code()
    services.pause(telling=telling(orne), code=code, at=AT)
    entered = services.enter(code=code, at=AT)
    assert services.ask_erasure(keyring=entered.keyring, speaker_id=entered.speaker_id, at=AT) == []
    with pytest.raises(NoSuchCode):
        services.enter(code=code, at=AT)
    assert not SealedItem.objects.filter(kind="speaking.paused").exists()


def test_another_code_asks_nothing_about_her_report(orne, spoken):
    other = back(speak(orne))
    with pytest.raises(NotAllowed):
        reports.ask_erasure(report_id=spoken.report.id, key_pair_id=other.keyring.key_pair_id, at=AT)
    with pytest.raises(NotAllowed):
        services.withdraw_consent(
            keyring=other.keyring,
            speaker_id=other.speaker_id,
            transmission_id=spoken.at(orne.association).id,
            at=AT,
        )
