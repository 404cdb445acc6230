"""What is written in a case is found in no table, log, mail or repr, nor in anything that is not sealed."""

import logging
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core import mail

from maillon.base.ids import new_id
from maillon.cases import services
from maillon.cases.content import Identity, NewCase, NewViolence, Reaching, SafetyPlan, Situation
from maillon.cases.enums import Area, DocumentKind, Doer, EntryKind, Means, NeedLevel, Purpose, Reading
from maillon.cases.models import Case, Consent
from maillon.cases.rules.gbvims import Facts
from maillon.reports.notices import to_leads, to_member, to_organisation
from tests.cases import pdfs
from tests.cases.factories import LATER, Place, acting, consent, make_place, open_case, read, shared, with_key
from tests.guardrails.test_canaries import every_table, forms_of

pytestmark = [pytest.mark.guardrail("G6"), pytest.mark.django_db]
FIELDS = [*EntryKind, "pseudonym", "answer", "file", "renamed"]
CANARIES = {kind: f"Canari {kind} 6p2mzkt8" for kind in FIELDS}


@pytest.fixture
def place() -> Place:
    return make_place()


def leaks(text: bytes) -> list[str]:
    return [name for name, word in CANARIES.items() if any(form in text for form in forms_of(word))]


def live(place: Place) -> Case:
    """A case with a canary in each field, shared and transferred."""
    case = open_case(place, pseudonym=CANARIES["pseudonym"])
    act = {"case_id": case.pk, **acting(place.nadia)}
    services.rename(pseudonym=CANARIES["renamed"], **act)
    services.write_piece(piece=Identity(first_name=CANARIES[EntryKind.IDENTITY]), **act)
    services.write_piece(piece=Reaching(phone=CANARIES[EntryKind.REACHING]), **act)
    services.write_piece(piece=Situation(text=CANARIES[EntryKind.SITUATION]), **act)
    services.write_piece(piece=SafetyPlan(safe_people=CANARIES[EntryKind.SAFETY_PLAN]), **act)
    services.assess(area=Area.MONEY, level=NeedLevel.WANTED, text=CANARIES[EntryKind.NEED], **act)
    services.set_goal(text=CANARIES[EntryKind.GOAL], **act)
    services.plan_action(text=CANARIES[EntryKind.ACTION], doer=Doer.WORKER, **act)
    services.appoint(starts_at=LATER, minutes=30, text=CANARIES[EntryKind.APPOINTMENT], **act)
    services.record_contact(
        means=Means.PHONE, made=True, happened_at=act["at"], text=CANARIES[EntryKind.CONTACT], **act
    )
    services.write_note(text=CANARIES[EntryKind.NOTE], **act)
    violence = NewViolence(facts=Facts(physical=True), text=CANARIES[EntryKind.VIOLENCE])
    services.record_violence(new=violence, **act)
    data = pdfs.plain(f"{CANARIES['file']} {pdfs.WORDS}")
    services.add_document(kind=DocumentKind.WORK, title=CANARIES[EntryKind.DOCUMENT], data=data, **act)
    services.review(case_id=case.pk, text=CANARIES[EntryKind.REVIEW], **acting(place.lead))
    asked = services.ask_correction(text=CANARIES[EntryKind.CORRECTION], **act)
    services.decide_correction(correction_id=asked.pk, state="refused", text=CANARIES["answer"], **acting(place.nadia))
    shared(case, place.nadia, place.clinic, kinds=frozenset({EntryKind.NOTE, EntryKind.GOAL}))
    return case


def everything_read(place: Place, case: Case) -> str:
    opened = read(case, place.nadia, LATER)
    words = [
        opened.pseudonym,
        *(str(entry.piece and entry.piece.to_bytes()) + entry.answer for entry in opened.entries),
    ]
    return " ".join(words)


def seen(text: str) -> Iterator[str]:
    return (name for name, word in CANARIES.items() if word in text)


def test_nothing_that_was_written_lies_in_clear(place, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    case = live(place)
    # They went in: else nothing would be proved by not finding them.
    missing = set(CANARIES) - set(seen(everything_read(place, case)))
    assert missing == {"pseudonym", "file", EntryKind.ENDING}
    services.export_htcds(case_id=case.pk, reason=Reading.PERSON_ASKS, **with_key(place.nadia, LATER))
    agreed = consent(case, place.nadia, place.other, purpose=Purpose.TRANSFER, kinds=frozenset({EntryKind.NOTE}))
    offer = services.transfer(case_id=case.pk, consent_id=agreed.pk, **with_key(place.nadia))
    services.receive_transfer(transfer_id=offer.pk, **with_key(place.other.reader))
    for table, text in every_table():
        assert (table, leaks(text)) == (table, [])
    assert leaks(caplog.text.encode()) == []


def test_mails_say_that_something_waits_and_nothing_else(place) -> None:
    live(place)
    to_organisation(place.clinic.organisation.pk)
    to_leads(place.home.organisation.pk)
    to_member(place.nadia.membership.member_id)
    assert mail.outbox
    assert [found for message in mail.outbox if (found := leaks(message.message().as_bytes()))] == []


def test_what_is_about_to_be_sealed_and_what_was_opened_does_not_show_itself(place) -> None:
    new = NewCase(draft_id=new_id(), pseudonym=CANARIES["pseudonym"], adult=True)
    case = live(place)
    opened = read(case, place.nadia, LATER)
    assert leaks(repr(new).encode()) == []
    assert leaks(repr(opened).encode()) == []
    assert leaks(repr(opened.entries).encode()) == []


def test_nothing_typed_stands_in_the_record_of_an_agreement(place) -> None:
    live(place)
    assert [found for one in Consent.objects.all() if (found := leaks(one.wording.encode()))] == []


def test_no_column_says_what_the_person_is() -> None:
    traits = re.compile(
        r"^age|gender|sex|origin|national|papers|residence|disab|birth|phone|email|first_name|last_name"
    )
    columns = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_app_config("cases").get_models()
        for field in model._meta.get_fields()
        if field.concrete
    ]
    assert [name for name in columns if traits.search(name.rpartition(".")[2])] == []
