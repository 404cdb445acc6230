"""How a case ends: closed, transferred, opened again; kept open by what is under way; corrected on the way."""

import datetime as dt

import pytest

from maillon.cases import hooks, selectors, services
from maillon.cases.content import Identity
from maillon.cases.enums import (
    CaseState,
    ClosingReason,
    CorrectionState,
    DocumentKind,
    Doer,
    EntryKind,
    HoldGround,
    Purpose,
    TransferRefusal,
    TransferState,
)
from maillon.cases.models import Case, Entry, Transfer
from maillon.cases.refusals import (
    AlreadyEnded,
    KeptOpen,
    NoConsent,
    NotAllowed,
    NothingWritten,
    WrongChoice,
    WrongMoment,
)
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault.models import Grant
from tests.cases import pdfs
from tests.cases.factories import (
    LATER,
    NAME,
    TODAY,
    Place,
    acting,
    consent,
    make_place,
    open_case,
    read,
    shared,
    with_key,
)
from tests.referrals.factories import Town, make_town, refer
from tests.reports.factories import AT

DAY = dt.timedelta(days=1)


@pytest.fixture
def place(db) -> Place:
    return make_place()


@pytest.fixture
def keeper(monkeypatch):
    """Lets a test play an upper app: what is appended keeps every case open."""
    said: list[str] = []
    monkeypatch.setattr(hooks, "_keepers", [lambda _case_id: said[0] if said else None])
    return said


def offered(place: Place, case: Case, kinds: frozenset[EntryKind] | None = None) -> Transfer:
    agreed = consent(
        case,
        place.nadia,
        place.other,
        purpose=Purpose.TRANSFER,
        kinds=kinds or frozenset({EntryKind.NOTE, EntryKind.GOAL, EntryKind.ACTION, EntryKind.DOCUMENT}),
    )
    return services.transfer(case_id=case.pk, consent_id=agreed.pk, **with_key(place.nadia))


def test_a_case_is_closed_for_a_reason_and_opened_again(place) -> None:
    case = open_case(place)
    services.close(case_id=case.pk, reason=ClosingReason.MOVED, text="Bonne route", **acting(place.nadia))
    case.refresh_from_db()
    assert (case.state, case.closing_reason) == (CaseState.CLOSED, ClosingReason.MOVED)
    assert read(case, place.nadia).latest(EntryKind.ENDING).text == "Bonne route"
    with pytest.raises(NotAllowed):
        services.write_note(case_id=case.pk, text="x", **acting(place.nadia))
    services.reopen(case_id=case.pk, **acting(place.nadia, AT + 9 * DAY))
    case.refresh_from_db()
    assert (case.state, case.closing_reason, case.closed_at) == (CaseState.OPEN, "", None)
    assert case.last_contact_on == TODAY + 9 * DAY


def test_what_an_upper_app_has_under_way_keeps_it_open(place, keeper) -> None:
    case = open_case(place)
    keeper.append("Un parcours de sortie est en cours.")
    with pytest.raises(KeptOpen) as refused:
        services.close(case_id=case.pk, reason=ClosingReason.MOVED, **acting(place.nadia))
    assert refused.value.reasons == ("Un parcours de sortie est en cours.",)
    with pytest.raises(KeptOpen):
        offered(place, case)
    with pytest.raises(KeptOpen):
        services.erase_asked(case_id=case.pk, **acting(place.nadia))
    keeper.clear()
    services.close(case_id=case.pk, reason=ClosingReason.MOVED, **acting(place.nadia))


def test_registering_a_keeper_twice_asks_it_once(monkeypatch) -> None:
    monkeypatch.setattr(hooks, "_keepers", [])

    def keeper(_case_id):
        return "raison"

    hooks.register(keeper)
    hooks.register(keeper)
    assert hooks.reasons(None) == ["raison"]


def test_a_referral_under_way_keeps_it_open_until_it_ends(place) -> None:
    town: Town = make_town()
    case = open_case(place, by=town.colleague)
    referral = refer(town)
    services.attach_referral(case_id=case.pk, referral_id=referral.pk, **acting(town.colleague))
    services.attach_referral(case_id=case.pk, referral_id=referral.pk, **acting(town.colleague))
    assert case.referred.count() == 1
    with pytest.raises(KeptOpen):
        services.close(case_id=case.pk, reason=ClosingReason.MOVED, **acting(town.colleague))
    referral.state, referral.ended_at = "done", AT
    referral.save()
    services.close(case_id=case.pk, reason=ClosingReason.MOVED, **acting(town.colleague))


def test_a_referral_of_another_organisation_or_case_is_not_tied(place) -> None:
    town = make_town()
    case, referral = open_case(place), refer(town)
    with pytest.raises(NotAllowed):
        services.attach_referral(case_id=case.pk, referral_id=referral.pk, **acting(place.nadia))
    first, second = open_case(place, by=town.colleague), open_case(place, by=town.colleague)
    services.attach_referral(case_id=first.pk, referral_id=referral.pk, **acting(town.colleague))
    with pytest.raises(NotAllowed):
        services.attach_referral(case_id=second.pk, referral_id=referral.pk, **acting(town.colleague))


def test_a_transfer_needs_her_agreement_to_it(place) -> None:
    case = open_case(place)
    for agreed in (consent(case, place.nadia, place.other), consent(case, place.nadia, purpose=Purpose.KEEPING)):
        with pytest.raises(NoConsent):
            services.transfer(case_id=case.pk, consent_id=agreed.pk, **with_key(place.nadia))


def full_case(place: Place) -> Case:
    case = open_case(place)
    act = {"case_id": case.pk, **acting(place.nadia)}
    first = services.write_note(text="Avant", **act)
    services.write_note(text="Après", replaces=first.pk, **act)
    services.write_piece(piece=Identity(first_name="Ana"), **act)
    goal = services.set_goal(text="Le but", **act)
    services.plan_action(text="Appeler", doer=Doer.PERSON, goal_id=goal.pk, **act)
    services.add_document(kind=DocumentKind.WORK, title="CV", data=pdfs.plain(), **act)
    shared(case, place.nadia, place.clinic)
    return case


def test_whoever_takes_over_has_copies_of_what_she_agreed_to_and_follows_her(place) -> None:
    case = full_case(place)
    offer = offered(place, case)
    case.refresh_from_db()
    assert case.state == CaseState.TRANSFERRED
    assert not case.shares.filter(ended_at=None).exists()
    taker = place.other.reader
    assert list(selectors.transfers_for(taker.membership)) == [offer]
    assert services.read_offer(transfer_id=offer.pk, **with_key(taker)).pseudonym == NAME
    received = services.receive_transfer(transfer_id=offer.pk, **with_key(taker, LATER))
    opened = read(received, taker, LATER)
    assert opened.pseudonym == NAME
    assert {entry.kind for entry in opened.entries} == {
        EntryKind.NOTE,
        EntryKind.GOAL,
        EntryKind.ACTION,
        EntryKind.DOCUMENT,
    }
    notes = {entry.text: entry.replaced for entry in opened.entries if entry.kind is EntryKind.NOTE}
    assert notes == {"Après": False, "Avant": True}
    goal = Entry.objects.get(case=received, kind=EntryKind.GOAL)
    assert Entry.objects.get(case=received, kind=EntryKind.ACTION).action.goal_id == goal.pk
    document = Entry.objects.get(case=received, kind=EntryKind.DOCUMENT)
    data = services.read_document(entry_id=document.pk, reason="following", **with_key(taker, LATER))
    assert pdfs.WORDS in pdfs.words_of(data)
    assert services.receive_transfer(transfer_id=offer.pk, **with_key(taker, LATER)) == received


def test_once_answered_the_offer_opens_nothing_of_the_first_case(place) -> None:
    case = full_case(place)
    offer, taker = offered(place, case), place.other.reader
    services.receive_transfer(transfer_id=offer.pk, **with_key(taker))
    theirs = Grant.objects.filter(key_pair__owner_id=place.other.organisation.pk)
    assert not theirs.filter(item__subject_id=case.pk).exists()
    with pytest.raises(NotAllowed):
        services.read_offer(transfer_id=offer.pk, **with_key(taker))
    with pytest.raises(NotAllowed):
        read(case, taker)


def test_a_refused_transfer_leaves_the_case_open_where_it_was(place) -> None:
    case = full_case(place)
    offer, taker = offered(place, case), place.other.reader
    services.refuse_transfer(transfer_id=offer.pk, reason=TransferRefusal.FULL, **acting(taker))
    case.refresh_from_db()
    assert case.state == CaseState.OPEN
    assert not Grant.objects.filter(key_pair__owner_id=place.other.organisation.pk).exists()
    assert Line.objects.filter(action=Action.RETURNED, reason="full").exists()
    services.write_note(case_id=case.pk, text="On continue", **acting(place.nadia))


def test_she_changes_her_mind_before_anybody_took_over(place) -> None:
    case = full_case(place)
    offer = offered(place, case)
    services.withdraw_consent(consent_id=offer.consent_id, **acting(place.nadia, LATER))
    offer.refresh_from_db()
    case.refresh_from_db()
    assert (offer.state, case.state) == (TransferState.WITHDRAWN, CaseState.OPEN)
    with pytest.raises(NotAllowed):
        services.receive_transfer(transfer_id=offer.pk, **with_key(place.other.reader))
    assert not Grant.objects.filter(key_pair__owner_id=place.other.organisation.pk).exists()


def test_nobody_else_answers_an_offer(place) -> None:
    offer = offered(place, open_case(place))
    for person in (place.nadia, place.clinic.reader, place.police.reader):
        with pytest.raises(NotAllowed):
            services.receive_transfer(transfer_id=offer.pk, **with_key(person))
        with pytest.raises(NotAllowed):
            services.refuse_transfer(transfer_id=offer.pk, reason=TransferRefusal.FULL, **acting(person))


def test_she_has_something_corrected_and_is_answered_within_a_month(place) -> None:
    case = open_case(place)
    note = services.write_note(case_id=case.pk, text="Faux", **acting(place.nadia))
    asked = services.ask_correction(
        case_id=case.pk, text="Ce n’est pas ce que j’ai dit", about_id=note.pk, **acting(place.nadia)
    )
    assert asked.due_on == dt.date(2026, 12, 23)
    assert list(selectors.corrections_waiting(place.nadia.membership, TODAY)) == [asked]
    decide = {"correction_id": asked.pk, **acting(place.lead, LATER)}
    with pytest.raises(WrongChoice):
        services.decide_correction(state=CorrectionState.ASKED, **decide)
    with pytest.raises(NothingWritten):
        services.decide_correction(state=CorrectionState.REFUSED, **decide)
    services.decide_correction(state=CorrectionState.PARTLY, text="La date est corrigée", **decide)
    entry = read(case, place.nadia, LATER).latest(EntryKind.CORRECTION)
    assert (entry.answer, entry.codes["state"]) == ("La date est corrigée", CorrectionState.PARTLY)
    with pytest.raises(AlreadyEnded):
        services.decide_correction(state=CorrectionState.DONE, **decide)


def test_her_rights_do_not_end_with_the_case(place) -> None:
    case = open_case(place)
    services.close(case_id=case.pk, reason=ClosingReason.MOVED, **acting(place.nadia))
    asked = services.ask_correction(case_id=case.pk, text="Corrigez", **acting(place.nadia))
    services.decide_correction(correction_id=asked.pk, state=CorrectionState.DONE, **acting(place.nadia))


def test_a_hold_has_an_end_and_a_ground_and_is_lifted(place) -> None:
    case = open_case(place)
    for until in (TODAY, TODAY + 400 * DAY):
        with pytest.raises(WrongMoment):
            services.hold(case_id=case.pk, until=until, ground=HoldGround.JUDICIAL, **acting(place.nadia))
    services.hold(case_id=case.pk, until=TODAY + DAY, ground=HoldGround.JUDICIAL, **acting(place.lead))
    services.lift(case_id=case.pk, **acting(place.lead))
    with pytest.raises(AlreadyEnded):
        services.lift(case_id=case.pk, **acting(place.lead))
