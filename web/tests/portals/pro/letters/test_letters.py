"""Letters: the right kinds, tagged PDF, filled from what is sealed, and kept nowhere."""

import io

import pypdf
import pytest
from django.conf import settings
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from maillon.base.models import Instance
from maillon.guidance import rulebook
from maillon.guidance.enums import AgeClass, OffenceKnown
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.portals.components.pdf import PdfUnavailable, render
from maillon.portals.pro.letters import views
from maillon.reports.letters import QUOTES, LetterKind
from maillon.reports.models import Report
from maillon.reports.services import open_transmission
from tests.accounts.factories import sign_in
from tests.reports.factories import AT, Orne, adult_content, make_orne, make_report, minor_content, transmission_to

pytestmark = pytest.mark.django_db

WORDS = "Phrase témoin que seul le courrier répète."
NAME = "Prénom Témoin, chambre douze"


@pytest.fixture
def orne() -> Orne:
    return make_orne()


@pytest.fixture
def report(orne: Orne) -> Report:
    content = minor_content(
        orne.commune, narrative=WORDS, identity=NAME, offence=OffenceKnown.CRIME_OR_DELIT, grave=True
    )
    return make_report(orne, content=content)


def client_of(person) -> Client:
    return sign_in(Client(), person.membership)


def pdf_of(response) -> pypdf.PdfReader:
    assert response.status_code == 200, response.content[:500]
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="document.pdf"'
    return pypdf.PdfReader(io.BytesIO(response.content))


def text_of(reader: pypdf.PdfReader) -> str:
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


def assert_universally_accessible(reader: pypdf.PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert reader.metadata is not None
    assert reader.metadata.title


@pytest.mark.parametrize("kind", LetterKind)
def test_author_gets_each_letter_as_tagged_pdf_with_her_words(orne, report, kind) -> None:
    response = client_of(orne.firefighter).post(reverse("pro:own_letter", args=[report.id, kind]))
    reader = pdf_of(response)
    assert_universally_accessible(reader)
    text = text_of(reader)
    assert WORDS in text
    assert NAME in text
    assert report.number in text
    for code in QUOTES[kind]:
        assert rulebook.load().sources[code].article in text


def test_a_letter_is_in_french_whatever_its_writer_reads_in(orne, report) -> None:
    client = client_of(orne.firefighter)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    reader = pdf_of(client.post(reverse("pro:own_letter", args=[report.id, LetterKind.ARTICLE_40])))
    assert reader.trailer["/Root"]["/Lang"] == "fr"
    assert "Faits portés à votre connaissance" in text_of(reader)


def test_making_a_letter_is_journalled_with_the_unsealing(orne, report) -> None:
    client_of(orne.firefighter).post(reverse("pro:own_letter", args=[report.id, LetterKind.SIGNALEMENT]))
    assert Line.objects.filter(subject_id=report.id, action=Action.LETTER_MADE, reason="signalement").exists()
    assert Line.objects.filter(action=Action.UNSEALED, reason="letter").exists()


def test_recipient_gets_a_letter_from_what_was_sealed_to_it(orne, report) -> None:
    transmission = transmission_to(report, orne.council)
    council = orne.council.reader
    open_transmission(
        transmission_id=transmission.id, by=council.membership, keyring=council.keyring, at=AT, reason="first_reading"
    )
    address = reverse("pro:received_letter", args=[transmission.id, LetterKind.SIGNALEMENT])
    assert WORDS in text_of(pdf_of(client_of(council).post(address)))


def test_nothing_is_printed_from_a_transmission_that_nobody_opened(orne, report) -> None:
    transmission = transmission_to(report, orne.council)
    address = reverse("pro:received_letter", args=[transmission.id, LetterKind.SIGNALEMENT])
    assert client_of(orne.council.reader).post(address).status_code == 404


def test_strangers_get_no_letter_and_no_receipt(orne, report) -> None:
    stranger = client_of(orne.association.reader)
    assert stranger.post(reverse("pro:own_letter", args=[report.id, LetterKind.SIGNALEMENT])).status_code == 404
    assert stranger.get(reverse("pro:receipt", args=[report.id])).status_code == 404


def test_no_article_40_letter_about_the_purchase_contravention(orne) -> None:
    report = make_report(orne, content=adult_content(orne.commune, offence=OffenceKnown.PURCHASE))
    address = reverse("pro:own_letter", args=[report.id, LetterKind.ARTICLE_40])
    assert client_of(orne.firefighter).post(address).status_code == 404


def test_receipt_holds_the_number_and_nothing_that_identifies(orne, report) -> None:
    reader = pdf_of(client_of(orne.firefighter).get(reverse("pro:receipt", args=[report.id])))
    assert_universally_accessible(reader)
    text = text_of(reader)
    assert report.number in text
    for transmission in report.transmissions.all():
        assert transmission.recipient.name in text
    for hidden in (WORDS, NAME, orne.firefighter.membership.member.name):
        assert hidden not in text


def test_a_get_opens_nothing(orne, report) -> None:
    address = reverse("pro:own_letter", args=[report.id, LetterKind.SIGNALEMENT])
    assert client_of(orne.firefighter).get(address).status_code == 405


def test_without_pango_the_letter_is_a_page_to_print(orne, report, monkeypatch) -> None:
    def missing(_html: str) -> bytes:
        raise PdfUnavailable

    monkeypatch.setattr(views, "render", missing)
    response = client_of(orne.firefighter).post(reverse("pro:own_letter", args=[report.id, LetterKind.SIGNALEMENT]))
    assert response.status_code == 200
    assert WORDS in response.content.decode()


def test_a_letter_fetches_nothing(tmp_path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("h1 { font-size: 99pt }")
    link = f'<link rel="stylesheet" href="{secret.as_uri()}">'

    def page(head: str) -> bytes:
        html = f'<html lang="fr"><head><title>T</title>{head}</head><body><h1>A</h1></body></html>'
        return pypdf.PdfReader(io.BytesIO(render(html))).pages[0].get_contents().get_data()

    assert page(link) == page("")


def test_every_letter_kind_has_its_template_and_verified_quotes() -> None:
    sources = rulebook.load().sources
    for kind in LetterKind:
        get_template(f"pro/letters/{kind.value}.html")
        assert all(sources[code].confidence_on(timezone.localdate()) for code in QUOTES[kind])


@pytest.mark.guardrail("G12")
def test_a_demonstration_says_on_paper_too_that_it_is_invented(orne, report) -> None:
    client, address = client_of(orne.firefighter), reverse("pro:receipt", args=[report.id])
    assert "Données inventées" not in text_of(pdf_of(client.get(address)))
    Instance.objects.create(name="Essai", departement_code="61", is_demo=True)
    assert "Données inventées" in text_of(pdf_of(client.get(address)))


def test_the_letter_says_the_age_only_as_it_is_known(orne) -> None:
    report = make_report(orne, content=minor_content(orne.commune, age=AgeClass.DOUBTFUL))
    address = reverse("pro:own_letter", args=[report.id, LetterKind.INFORMATION_PREOCCUPANTE])
    assert "âge incertain" in text_of(pdf_of(client_of(orne.firefighter).post(address)))
