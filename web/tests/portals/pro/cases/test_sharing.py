"""Her agreement in two steps, sharing on it, taking back, and another organisation that takes over."""

import datetime as dt

import pytest
from django.urls import reverse

from maillon.cases import services
from maillon.cases.enums import CaseState, DocumentKind, EntryKind, Purpose, TransferState
from maillon.cases.models import Case, Consent, Share, Transfer
from maillon.journal.enums import Action
from maillon.journal.models import Line
from tests.cases import pdfs
from tests.cases.factories import NAME, acting, consent, shared
from tests.portals.pro.cases.conftest import page
from tests.reports.factories import AT

NOTE = "canari-note-9917"
TODAY = AT.date()


@pytest.fixture
def noted(place, case):
    services.write_note(case_id=case.pk, text=NOTE, **acting(place.nadia))
    return case


@pytest.fixture
def clinic(place, signed_in_client):
    """The browser of the clinic's reader."""
    return signed_in_client(place.clinic.reader.membership)


def until(days: int = 30) -> str:
    return (TODAY + dt.timedelta(days=days)).isoformat()


def test_she_is_read_the_very_text_and_her_yes_is_written_down(opened, place, at):
    asked = {
        "purpose": "sharing",
        "recipient": place.clinic.organisation.pk,
        "kinds": ["note", "need"],
        "language": "fr",
    }
    assert opened.post(at("case_consent"), {"purpose": "sharing", "language": "fr"}).status_code == 422
    shown = opened.post(at("case_consent"), asked).content.decode()
    assert place.clinic.organisation.name in shown
    assert "nos notes" in shown
    assert not Consent.objects.exists()
    assert opened.post(at("case_consent"), {**asked, "act": "agreed"}).status_code == 422
    opened.post(at("case_consent"), {**asked, "act": "agreed", "how": "spoken", "given_on": TODAY.isoformat()})
    agreed = Consent.objects.get()
    assert agreed.kinds == ["need", "note"]
    assert agreed.wording in page(opened, at("case_agreements")).replace("&nbsp;", "\u00a0")


def test_keeping_asks_for_no_recipient(opened, at):
    asked = {"purpose": "keeping", "language": "ro", "act": "agreed", "how": "written", "given_on": TODAY.isoformat()}
    assert "un interprète le lui dit" in opened.post(at("case_consent"), {**asked, "how": ""}).content.decode()
    opened.post(at("case_consent"), asked)
    assert Consent.objects.get().recipient is None


def test_a_part_is_shared_on_her_agreement_read_there_and_taken_back(opened, noted, place, clinic, at):
    agreed = consent(noted, place.nadia, place.clinic)
    typed = {"to": f"consent:{agreed.pk}", "kinds": ["note"], "until": until()}
    # More than she agreed to is refused in words.
    assert opened.post(at("case_share"), {**typed, "kinds": ["note", "violence"]}).status_code == 422
    opened.post(at("case_share"), typed)
    made = Share.objects.get()
    listed = page(clinic, reverse("pro:cases_shared"))
    assert noted.number in listed
    assert NOTE not in listed
    told = clinic.post(reverse("pro:case_shared", args=[made.pk])).content.decode()
    assert NOTE in told
    assert NAME not in told
    assert "peut lire" in page(opened, at("case_agreements"))
    opened.post(at("case_share_end", made.pk))
    assert clinic.post(reverse("pro:case_shared", args=[made.pk])).status_code == 404


def test_a_document_that_is_shared_opens_there_while_it_is_and_not_a_moment_longer(
    opened, case, place, clinic, at, signed_in_client
):
    document = services.add_document(
        case_id=case.pk, kind=DocumentKind.HEALTH, title="Ordonnance", data=pdfs.plain(), **acting(place.nadia)
    )
    made = shared(case, place.nadia, place.clinic, kinds=frozenset({EntryKind.DOCUMENT}))
    where = reverse("pro:case_shared_document", args=[made.pk, document.pk])
    assert where in clinic.post(reverse("pro:case_shared", args=[made.pk])).content.decode()
    given = clinic.post(where)
    assert pdfs.WORDS in pdfs.words_of(given.content)
    assert given["Content-Disposition"] == 'attachment; filename="document.pdf"'
    line = Line.objects.get(action=Action.OPENED, subject_id=case.pk, details__entry=str(document.pk))
    assert (line.member_id, line.reason) == (place.clinic.reader.membership.member_id, "shared")
    assert clinic.get(where).status_code == 405
    other = signed_in_client(place.other.reader.membership)
    assert other.post(where).status_code == 404
    opened.post(at("case_share_end", made.pk))
    assert clinic.post(where).status_code == 404


def test_a_long_share_turns_its_pages(case, place, clinic):
    for number in range(35):
        moment = AT - dt.timedelta(hours=number)
        services.write_note(case_id=case.pk, text=f"note-{number:02d}.", happened_at=moment, **acting(place.nadia))
    where = reverse("pro:case_shared", args=[shared(case, place.nadia, place.clinic).pk])
    first = clinic.post(where).content.decode()
    following = first.split('name="avant" value="')[1].split('"')[0]
    second = clinic.post(where, {"avant": following}).content.decode()
    assert [number for number in range(35) if f"note-{number:02d}." in first] == list(range(20))
    assert [number for number in range(35) if f"note-{number:02d}." in second] == list(range(20, 35))
    assert 'name="avant"' not in second


def test_a_colleague_who_only_reports_reads_what_is_shared_with_her(opened, noted, place, at, signed_in_client):
    volunteer = signed_in_client(place.volunteer.membership)
    opened.post(
        at("case_share"), {"to": f"member:{place.volunteer.membership.pk}", "kinds": ["note"], "until": until()}
    )
    made = Share.objects.get()
    assert NOTE in volunteer.post(reverse("pro:case_shared", args=[made.pk])).content.decode()
    assert volunteer.get(at()).status_code == 403


def test_she_takes_her_agreement_back_and_the_share_ends_at_once(opened, noted, place, clinic, at):
    made = shared(noted, place.nadia, place.clinic)
    assert "Retire-t-elle" in page(opened, at("case_consent_withdraw", made.consent_id))
    opened.post(at("case_consent_withdraw", made.consent_id))
    assert clinic.post(reverse("pro:case_shared", args=[made.pk])).status_code == 404
    assert "la personne a retiré son accord" in page(opened, at("case_agreements"))


def test_another_organisation_reads_the_offer_and_takes_over(opened, noted, place, clinic, at):
    assert "sans accord, rien ne part" in page(opened, at("case_transfer"))
    agreed = consent(noted, place.nadia, place.clinic, purpose=Purpose.TRANSFER)
    opened.post(at("case_transfer"), {"consent": agreed.pk})
    offer = Transfer.objects.get()
    assert offer.case.number in page(clinic, reverse("pro:cases_shared"))
    closed = page(clinic, reverse("pro:case_offer", args=[offer.pk]))
    assert NOTE not in closed
    assert NOTE in clinic.post(reverse("pro:case_offer_read", args=[offer.pk])).content.decode()
    taken = clinic.post(reverse("pro:case_offer_receive", args=[offer.pk]), follow=True)
    assert NAME in taken.content.decode()
    theirs = Case.objects.exclude(pk=noted.pk).get()
    assert theirs.organisation == place.clinic.organisation
    assert NOTE in page(clinic, reverse("pro:case_timeline", args=[theirs.pk]))
    assert opened.get(at("case_note")).status_code == 404


def test_a_refused_offer_comes_back(opened, noted, place, clinic, at):
    agreed = consent(noted, place.nadia, place.clinic, purpose=Purpose.TRANSFER)
    opened.post(at("case_transfer"), {"consent": agreed.pk})
    offer = Transfer.objects.get()
    refuse = reverse("pro:case_offer_refuse", args=[offer.pk])
    assert clinic.post(refuse, {}).status_code == 422
    assert "revient à l’organisation" in clinic.post(refuse, {"reason": "full"}, follow=True).content.decode()
    noted.refresh_from_db()
    offer.refresh_from_db()
    assert (noted.state, offer.state) == (CaseState.OPEN, TransferState.REFUSED)


def test_she_hears_everything_in_plain_words_and_takes_a_copy_along(opened, noted, at):
    told = page(opened, at("case_plain"))
    assert NOTE in told
    assert "Ce qui est écrit sur vous" in told
    copy = opened.post(at("case_plain_pdf"))
    assert copy["Content-Type"] in {"application/pdf", "text/html; charset=utf-8"}
    assert Line.objects.filter(action=Action.OPENED, reason="person_asks", subject_id=noted.pk).count() == 2
    assert opened.get(at("case_plain_pdf")).status_code == 405
    assert NOTE in opened.post(at("case_htcds")).content.decode()


def test_it_is_held_then_erased_as_she_asks_and_the_certificate_holds_nothing_of_hers(opened, noted, at):
    opened.post(at("case_hold"), {"ground": "judicial", "until": until()})
    assert "une procédure judiciaire est en cours" in page(opened, at("case_rights"))
    assert opened.post(at("case_erase")).status_code == 422
    opened.post(at("case_lift"))
    assert "pour toujours" in page(opened, at("case_erase"))
    told = opened.post(at("case_erase"), follow=True).content.decode()
    assert "Certificat d’effacement" in told
    assert opened.get(at("case_plain")).status_code == 404
    noted.refresh_from_db()
    assert noted.pseudonym is None
    href = told.split('class="document" href="')[1].split('"')[0]
    certificate = opened.get(href)
    assert certificate.status_code == 200
    assert NAME.encode() not in certificate.content
    assert "effacé" in page(opened, at())


def test_the_list_opens_names_a_page_at_a_time_and_shows_what_comes_next(nadia, lead, noted, place, at):
    services.appoint(case_id=noted.pk, starts_at=AT + dt.timedelta(days=2), minutes=30, text="x", **acting(place.nadia))
    listed = page(nadia, reverse("pro:cases"))
    assert NAME in listed
    assert "Rendez-vous" in listed
    assert NAME not in page(lead, reverse("pro:cases"))
    assert NAME in page(lead, reverse("pro:cases"), show="all")
    assert NAME not in page(nadia, reverse("pro:cases"), show="closed")
    assert Line.objects.filter(subject_id=noted.pk, reason="following").exists()


def test_what_nobody_follows_any_more_is_shown_to_the_lead_alone(nadia, lead, noted, place):
    place.nadia.membership.ended_at = AT
    place.nadia.membership.save()
    assert "n’a plus personne pour le suivre" in page(lead, reverse("pro:cases"))
    assert NAME in page(lead, reverse("pro:cases"), show="orphans")


def test_the_timeline_turns_its_pages_without_losing_anything(opened, case, place, at):
    for number in range(35):
        moment = AT - dt.timedelta(hours=number // 2)
        services.write_note(case_id=case.pk, text=f"note-{number:02d}.", happened_at=moment, **acting(place.nadia))
    first = page(opened, at("case_timeline"))
    following = first.split('href="?avant=')[1].split('"')[0]
    second = opened.get(f"{at('case_timeline')}?avant={following}").content.decode()
    both = [number for number in range(35) if f"note-{number:02d}." in first + second]
    assert both == list(range(35))
    assert str(EntryKind.NOTE.label) in second
