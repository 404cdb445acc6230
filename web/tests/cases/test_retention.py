"""Reminders before erasure, erasure with a certificate, holds, and what she asks for herself."""

import datetime as dt

import pytest

from maillon.base.enums import Confidence
from maillon.base.events import subscribe
from maillon.cases import facts, hooks, selectors, services
from maillon.cases.content import Reaching
from maillon.cases.enums import Area, ClosingReason, DocumentKind, EntryKind, HoldGround, Means, NeedLevel, ShareEnd
from maillon.cases.events import CaseErased
from maillon.cases.models import Case, Certificate, Entry, Mark
from maillon.cases.refusals import Erased, Held, NotAllowed
from maillon.cases.rights import Ability, on_case
from maillon.cases.services.destroying import digest_of
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault.models import SealedItem
from tests.cases import pdfs
from tests.cases.factories import TODAY, Place, acting, make_place, open_case, read, shared
from tests.reports.factories import AT

pytestmark = pytest.mark.guardrail("G8")
DAY = dt.timedelta(days=1)
# Two years after the last contact, by the calendar.
END = dt.datetime(2028, 11, 23, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def place(db) -> Place:
    return make_place()


def lived(place: Place) -> Case:
    """A case with something of every kind that is sealed."""
    case = open_case(place)
    act = {"case_id": case.pk, **acting(place.nadia)}
    services.assess(area=Area.HOUSING, level=NeedLevel.WANTED, text="Un toit", **act)
    services.write_note(text="Une note", **act)
    services.write_piece(piece=Reaching(phone="06"), **act)
    services.add_document(kind=DocumentKind.JUSTICE, title="Plainte", data=pdfs.plain(), **act)
    asked = services.ask_correction(text="Corrigez", **act)
    services.decide_correction(correction_id=asked.pk, state="refused", text="Non, car", **acting(place.nadia))
    services.review(case_id=case.pk, text="Relu", **acting(place.lead))
    shared(case, place.nadia, place.clinic)
    return case


def left_of(case: Case) -> set[str]:
    return set(SealedItem.objects.filter(subject_id=case.pk).values_list("kind", flat=True))


def test_nothing_goes_without_two_reminders_in_time_and_then_everything_does(place) -> None:
    case = lived(place)
    keys = {str(key) for key in SealedItem.objects.filter(subject_id=case.pk).values_list("pk", flat=True)}
    assert services.erase_expired(at=END + DAY).cases == 0
    assert services.remind(at=END - 61 * DAY) == 0
    assert services.remind(at=END - 60 * DAY) == 1
    assert services.remind(at=END - 59 * DAY) == 0
    assert services.remind(at=END - 30 * DAY) == 1
    assert services.remind(at=END - 1 * DAY) == 0
    kept = services.erase_expired(at=END - DAY)
    assert kept.cases == 0
    still = {str(key) for key in SealedItem.objects.filter(subject_id=case.pk).values_list("pk", flat=True)}
    assert services.erase_expired(at=END).cases == 1
    assert left_of(case) == set()
    assert not Mark.objects.exists()
    whole = Certificate.objects.get(rule="last_contact")
    assert whole.items == len(still)
    assert still <= keys
    assert services.erase_expired(at=END + DAY).cases == 0


def test_whoever_was_told_late_has_her_full_month(place) -> None:
    open_case(place)
    assert services.remind(at=END + 100 * DAY) == 1
    assert services.erase_expired(at=END + 129 * DAY).cases == 0
    assert services.erase_expired(at=END + 130 * DAY).cases == 1


def test_a_new_contact_starts_the_time_anew(place) -> None:
    case = open_case(place)
    services.remind(at=END - 60 * DAY)
    services.record_contact(
        case_id=case.pk,
        means=Means.PHONE,
        made=True,
        happened_at=END - 50 * DAY,
        **acting(place.nadia, END - 50 * DAY),
    )
    case.refresh_from_db()
    assert case.first_reminder_at is None
    assert services.remind(at=END) == 0
    assert services.erase_expired(at=END + 30 * DAY).cases == 0


def test_what_is_held_stays_until_the_day_has_passed(place) -> None:
    case = open_case(place)
    services.remind(at=END - 60 * DAY)
    services.hold(
        case_id=case.pk,
        until=(END + 20 * DAY).date(),
        ground=HoldGround.JUDICIAL,
        **acting(place.lead, END - 50 * DAY),
    )
    with pytest.raises(Held):
        services.erase_asked(case_id=case.pk, **acting(place.nadia, END))
    assert services.erase_expired(at=END + 20 * DAY).cases == 0
    assert services.erase_expired(at=END + 21 * DAY).cases == 1


def test_what_an_upper_app_keeps_open_stays(place, monkeypatch) -> None:
    open_case(place)
    services.remind(at=END - 60 * DAY)
    monkeypatch.setattr(hooks, "_keepers", [lambda _case_id: "raison"])
    assert services.erase_expired(at=END).cases == 0
    monkeypatch.setattr(hooks, "_keepers", [])
    assert services.erase_expired(at=END).cases == 1


def test_she_asks_for_erasure_and_it_is_done_at_once_with_a_proof(place) -> None:
    case, told = lived(place), []
    subscribe(CaseErased, told.append)
    keys = list(SealedItem.objects.filter(subject_id=case.pk).values_list("pk", flat=True))
    certificate = services.erase_asked(case_id=case.pk, **acting(place.nadia))
    case.refresh_from_db()
    assert left_of(case) == set()
    assert (certificate.rule, certificate.items) == ("asked", len(keys))
    assert bytes(certificate.digest) == digest_of(keys)
    line = Line.objects.get(action=Action.ERASED, subject_id=case.pk)
    assert sorted(line.details["items"]) == sorted(str(key) for key in keys)
    assert CaseErased(case.pk, AT) in told
    assert (case.closing_reason, case.commune, case.language) == (ClosingReason.HER_CHOICE, None, "")
    assert case.shares.get().end == ShareEnd.CASE_ENDED


def test_a_certificate_holds_nothing_of_the_person(place) -> None:
    names = {field.name for field in Certificate._meta.get_fields()}
    assert names == {"id", "organisation", "case_id", "destroyed_at", "rule", "items", "digest"}


def test_after_that_nobody_reads_or_writes_and_figures_stay(place) -> None:
    case = lived(place)
    figures = list(Entry.objects.filter(case=case).values_list("kind", "need__area", "need__level"))
    services.erase_asked(case_id=case.pk, **acting(place.nadia))
    case.refresh_from_db()
    with pytest.raises(Erased):
        read(case, place.nadia)
    with pytest.raises(NotAllowed):
        services.write_note(case_id=case.pk, text="x", **acting(place.nadia))
    for person in (place.nadia, place.lead):
        assert on_case(person.membership, case, TODAY) == {Ability.SEE}
    assert list(Entry.objects.filter(case=case).values_list("kind", "need__area", "need__level")) == figures
    looked = selectors.likely_same(
        organisation_id=case.organisation_id, pseudonym="Lune", commune_code=None, language="fr"
    )
    assert looked == []


def test_single_pieces_end_sooner_than_the_case(place) -> None:
    case = open_case(place)
    act = {"case_id": case.pk, **acting(place.nadia)}
    first = services.write_note(text="avant", **act)
    services.write_note(text="après", replaces=first.pk, **act)
    services.appoint(starts_at=AT + DAY, minutes=30, text="Chez Inès", **act)
    services.add_document(kind=DocumentKind.WORK, title="CV", data=pdfs.plain(), **act)
    before_six, six, year = AT + 180 * DAY, AT + 182 * DAY, AT + 367 * DAY
    assert services.erase_expired(at=before_six).entries == 0
    assert services.erase_expired(at=six).entries == 1
    assert services.erase_expired(at=year).entries == 1
    assert left_of(case) == {"case.note", "case.pseudonym", "case.document", "case.file"}
    services.close(case_id=case.pk, reason=ClosingReason.MOVED, **acting(place.nadia, year))
    assert services.erase_expired(at=year + 185 * DAY).entries == 1
    assert left_of(case) == {"case.note", "case.pseudonym"}
    assert set(Certificate.objects.values_list("rule", flat=True)) == {"replaced_version", "appointment", "document"}
    assert Entry.objects.filter(case=case, kind=EntryKind.DOCUMENT).get().document.pages == 1


def test_the_reminder_reaches_whoever_is_there(place, django_capture_on_commit_callbacks, monkeypatch) -> None:
    told: list[tuple[str, dict[str, str]]] = []
    monkeypatch.setattr("maillon.cases.services.retention.defer", lambda name, **to: told.append((name, to)))
    open_case(place)
    services.remind(at=END - 60 * DAY)
    place.nadia.membership.ended_at = AT
    place.nadia.membership.save()
    services.remind(at=END - 30 * DAY)
    assert told == [
        ("reports.notify_member", {"member_id": str(place.nadia.membership.member_id)}),
        ("reports.notify_leads", {"organisation_id": str(place.home.organisation.pk)}),
    ]


def test_every_time_says_where_it_comes_from_and_our_own_say_so() -> None:
    for rule in facts.retention().rules:
        assert rule.article
        assert rule.own == (rule.confidence is Confidence.UNCONFIRMED)
    assert facts.retention().whole.months == 24
