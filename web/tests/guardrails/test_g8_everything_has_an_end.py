"""G8: everything has an end date; what is past it is erased with proof, and statistics stay."""

import datetime as dt

import pytest
from django.apps import apps

from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import services
from maillon.reports.enums import Outcome
from maillon.reports.models import Draft, Message, Note, Report
from maillon.reports.rights import Ability, on_report, on_transmission
from maillon.reports.rules import CONTENT_LIFE, DRAFT_LIFE
from maillon.vault.models import Grant, SealedItem
from tests.reports.factories import AT, Orne, make_draft, make_orne, make_report, minor_content, transmission_to

pytestmark = pytest.mark.guardrail("G8")

# How each model that holds something about a person ends. A new model without a line here fails the test below.
ENDS = {
    "reports.Draft": "erase_expired: 30 days after the last save",
    "reports.Report": "erase_expired: sealed content two years after the last contact; codes stay for figures",
    "reports.Message": "erase_expired, with its report",
    "reports.Note": "erase_expired, with its report",
    "reports.Request": "what she asked and what came of it, in codes: kept with the report's dates, as the proof",
    "speaking.Speaker": "forget_expired: paused seven days ago, or thirty days after its report was erased",
    "speaking.Sitting": "ends after half an hour without a step, and is cleared with other stale sessions",
    "vault.SealedItem": "destroyed with what it belongs to",
    "vault.Grant": "destroyed with its item",
    "vault.KeyPair": "retired pairs go once nothing is sealed to them (reseal_pending)",
    "vault.KeyShare": "goes when its holder leaves, or with its pair",
    "vault.MemberSecret": "goes with its pair",
    "accounts.Session": "forget_stale: at its end",
    "accounts.Invitation": "forget_stale: a month after its end",
    "accounts.RecoveryCode": "replaced by the next set, and gone with the member's second factor",
    "accounts.Device": "forget_stale: 400 days after its last contact, when no browser has its cookie any more",
    "reports.Arrival": "erase_expired: two years after it came; holds two keys and a digest",
    "accounts.Member": "the professional's account: kept while the journal must name who acted",
    "accounts.Membership": "as the member",
    "journal.Line": "who did what, by keys: kept as LIL art. 101 asks; how long is for each controller to set",
    "practice.Room": "forget_rooms: code and trainer 30 days after its end; counts stay, for the département",
    "practice.Player": "forget_rooms, with its room; a random key, no name and no address",
    "practice.Turn": "forget_rooms, with its room",
    "practice.Questionnaire": "forget_rooms, with its room",
    "referrals.Draft": "erase_expired: 30 days after the last save",
    "referrals.Referral": "erase_expired: sealed content two years after the last contact; codes stay for figures",
    "referrals.Part": "erase_expired, with its referral",
    "referrals.Step": "its sealed words with its referral; states, reasons and dates stay for figures",
    "referrals.Consent": "what she agreed to, in codes and fixed words: kept with the referral's dates, as the proof",
    "referrals.Link": "ended when answered, revoked or expired, its key at once; the row with its referral's content",
    "commission.Mandate": "who sat for which organisation, by a professional name: kept as the membership",
    "commission.Session": "erase_expired: minutes two years after the meeting and not before the files it spoke of; "
    "on policy after five years; dates stay for figures",
    "commission.AgendaItem": "the key of a request or a coded topic: kept with the meeting's dates, as the proof",
    "commission.Proxy": "which seat spoke for which: kept with the meeting's dates",
    "commission.Attendance": "which mandate was there, from when to when: kept with the meeting's dates",
    "commission.Recusal": "which seat was kept from a point, by a code: kept with the meeting's dates",
    "commission.Opinion": "its sealed reasons with the minutes; sense and voices stay for figures",
    "commission.Dissent": "its sealed words with the minutes; that a seat disagreed stays",
    "exits.Path": "erase_expired: sealed content two years after the last contact; states and dates stay for figures",
    "exits.Explained": "fixed words that were read to her, and a day: kept with the path's dates, as the proof",
    "exits.Permit": "erase_expired, with its path",
    "exits.Request": "its sealed words with its path; states, opinions, decisions and dates stay for figures",
    "exits.Paper": "erase_expired, with its path",
    "exits.Aid": "its sealed content with its path; whether it was granted, and for when, stays for figures",
    "cases.Case": "erase_expired: two years after the last contact, after reminders; dates and codes stay for figures",
    "cases.Mark": "with its case: a keyed digest of a name",
    "cases.Referred": "two keys and a day: kept with the case's dates",
    "cases.Entry": "erase_expired, with its case or sooner by kind (cases/data/retention.toml); kind and dates stay",
    "cases.Need": "her words with its entry; area and level stay for figures",
    "cases.Goal": "her words with its entry; state and day stay",
    "cases.Action": "its words with its entry; state and days stay",
    "cases.Appointment": "with whom and where: a year after it took place; the hour stays",
    "cases.Contact": "its words with its entry; means and day stay",
    "cases.Incident": "its words and its day with the case; the type stays for figures",
    "cases.Document": "its file six months after the case was closed, or with the case; the count of pages stays",
    "cases.Correction": "request and answer in words with the case; days and decision stay as the proof",
    "cases.Consent": "what she agreed to, in codes and fixed words: kept with the case's dates, as the proof",
    "cases.Share": "ends with its day, her agreement or the case, its keys at once; kinds and days stay as the proof",
    "cases.Transfer": "its keys when it is answered or taken back; kinds and days stay as the proof",
    "cases.Certificate": "the proof of a destruction: keys that lead nowhere, a count and a digest",
    "directory.Confirmation": "who stood for public facts, by a professional name: kept as long as the entry",
    "directory.Call": "whether a phone was answered, by a member's key: kept as long as the entry",
    "directory.Capacity": "a number that expires; who said it, by a professional name: kept as long as the entry",
    "directory.ZoneDoubt": "a refusal's key and a commune: kept as long as the entry, and says nothing of anybody",
    "directory.ZoneProposal": "communes, and the key of the member who decided: kept as long as the entry",
    "directory.Organisation": "a body; its notice address is a professional one",
}
NO_PERSONAL_DATA = {
    "commission.Commission",
    "commission.Seat",
    "base.Instance",
    "exits.Approval",
    "directory.Provider",
    "directory.Service",
    "directory.Place",
    "territories.Departement",
    "territories.Epci",
    "territories.Commune",
    "territories.CommuneName",
    "territories.Jurisdiction",
    "territories.Competence",
    "journal.Chain",
    "reports.GuidedStep",
    "reports.Transmission",
}


def test_every_model_says_how_it_ends() -> None:
    ours = {model._meta.label for model in apps.get_models() if model.__module__.startswith("maillon.")}
    assert ours - ENDS.keys() - NO_PERSONAL_DATA == set()


@pytest.fixture
def orne(db) -> Orne:
    return make_orne()


def closed_report(orne: Orne) -> Report:
    report = make_report(orne, content=minor_content(orne.commune, identity="Prénom inventé"))
    for house in (orne.council, orne.prosecutor, orne.police):
        transmission = report.transmissions.filter(recipient=house.organisation).first()
        if transmission is None:
            continue
        reader = house.reader
        services.open_transmission(
            transmission_id=transmission.id, by=reader.membership, keyring=reader.keyring, at=AT, reason="first_reading"
        )
        services.acknowledge(transmission_id=transmission.id, by=reader.membership, at=AT)
        services.write_note(transmission_id=transmission.id, text="Note", by=reader.membership, at=AT)
        services.write_message(transmission_id=transmission.id, text="Message", by=reader.membership, at=AT)
        services.close(transmission_id=transmission.id, outcome=Outcome.PROCEDURE, by=reader.membership, at=AT)
    return report


def test_a_report_that_ended_is_erased_two_years_after_the_last_contact(orne) -> None:
    report = closed_report(orne)
    items = set(SealedItem.objects.values_list("pk", flat=True))
    assert items
    assert services.erase_expired(at=AT + CONTENT_LIFE - dt.timedelta(seconds=1)).reports == 0
    assert services.erase_expired(at=AT + CONTENT_LIFE).reports == 1
    assert not SealedItem.objects.exists()
    assert not Grant.objects.exists()
    assert not Message.objects.exists()
    assert not Note.objects.exists()
    proof = Line.objects.get(action=Action.ERASED)
    assert proof.subject_id == report.id
    assert set(proof.details["items"]) == {str(key) for key in items}


def test_what_figures_are_counted_from_stays(orne) -> None:
    report = Report.objects.get(pk=closed_report(orne).pk)
    before = (report.facts, report.commune_id, list(report.transmissions.values_list("state", "outcome")))
    services.erase_expired(at=AT + CONTENT_LIFE)
    report = Report.objects.get(pk=report.pk)
    assert (report.facts, report.commune_id, list(report.transmissions.values_list("state", "outcome"))) == before


def test_nobody_may_read_what_was_erased(orne) -> None:
    report = closed_report(orne)
    services.erase_expired(at=AT + CONTENT_LIFE)
    report = Report.objects.get(pk=report.pk)
    reading = {Ability.READ_CONTENT, Ability.READ_MESSAGES, Ability.READ_NOTES, Ability.PRINT_LETTER}
    assert not reading & on_report(orne.firefighter.membership, report)
    for person in (orne.firefighter, orne.council.reader):
        assert not reading & on_transmission(person.membership, transmission_to(report, orne.council))


def test_what_is_still_open_anywhere_is_never_erased(orne) -> None:
    make_report(orne)
    assert services.erase_expired(at=AT + 10 * CONTENT_LIFE).reports == 0
    assert SealedItem.objects.exists()


def test_a_forgotten_draft_is_erased(orne) -> None:
    draft = make_draft(orne.firefighter, minor_content(orne.commune))
    assert services.erase_expired(at=AT + DRAFT_LIFE - dt.timedelta(seconds=1)).drafts == 0
    assert services.erase_expired(at=AT + DRAFT_LIFE).drafts == 1
    assert not Draft.objects.exists()
    assert not SealedItem.objects.exists()
    assert Line.objects.filter(action=Action.ERASED, subject_id=draft.id).exists()


def test_erasing_twice_erases_once(orne) -> None:
    closed_report(orne)
    assert services.erase_expired(at=AT + CONTENT_LIFE).reports == 1
    assert services.erase_expired(at=AT + CONTENT_LIFE).reports == 0
