"""What comes in as a document: a PDF with text, made anew without images or anything that runs."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from maillon.base.errors import Refusal
from maillon.cases import documents, services
from maillon.cases.documents.cleaning import FORBIDDEN, is_image
from maillon.cases.documents.walking import dictionaries
from maillon.cases.enums import DocumentKind, EntryKind, Reading, Scan
from maillon.cases.models import Document
from maillon.cases.refusals import (
    Encrypted,
    Infected,
    NotAllowed,
    NotAPdf,
    NoTextLeft,
    NothingWritten,
    ScannerUnreachable,
    TooLarge,
)
from maillon.portals.components import uploads
from maillon.vault.models import SealedItem
from tests.cases import pdfs
from tests.cases.factories import Place, acting, make_place, open_case, read, with_key

GUARD = pytest.mark.guardrail("G3")
PNG = b"\x89PNG\r\n\x1a\n" + b"pixels" * 50


def assert_harmless(data: bytes) -> None:
    """No image under any name, in a resource or inside drawing instructions, and nothing that runs or leads away."""
    reader = PdfReader(BytesIO(data))
    for found in dictionaries(reader.trailer):
        assert not is_image(found)
        assert not FORBIDDEN & found.keys()
    for page in reader.pages:
        contents = page.get_contents()
        assert b"INLINE IMAGE" not in [operator for _operands, operator in (contents.operations if contents else [])]


@GUARD
def test_every_image_and_all_that_runs_leads_away_or_hides_is_gone_and_the_text_stays() -> None:
    before = pdfs.hostile()
    assert pdfs.PIXELS in before
    cleaned = documents.clean(before)
    assert cleaned.images == 4
    assert pdfs.WORDS in pdfs.words_of(cleaned.data)
    assert_harmless(cleaned.data)
    for found in dictionaries(PdfReader(BytesIO(cleaned.data)).trailer):
        data = found.get_data() if hasattr(found, "get_data") else b""
        assert pdfs.PIXELS not in data
        assert pdfs.PAYLOAD not in data
    assert pdfs.PIXELS not in cleaned.data
    assert pdfs.PAYLOAD not in cleaned.data


def test_what_a_broken_document_says_stands_in_no_log(caplog) -> None:
    with pytest.raises(NotAPdf):
        documents.clean(pdfs.plain().replace(b"/Type /Page\n", b"/Ty\0\xff /Page Ana\n").replace(b"/Kids", b"/Ki\xffs"))
    assert caplog.text == ""


def test_what_has_only_text_stays_as_it_reads() -> None:
    cleaned = documents.clean(pdfs.plain())
    assert (cleaned.images, cleaned.pages) == (0, 1)
    assert pdfs.words_of(cleaned.data) == pdfs.WORDS
    assert pdfs.words_of(documents.clean(cleaned.data).data) == pdfs.WORDS


@GUARD
def test_a_photograph_of_a_page_is_refused_and_the_refusal_says_what_to_do() -> None:
    with pytest.raises(NoTextLeft) as refused:
        documents.clean(pdfs.scanned())
    assert "note" in str(refused.value.message)


@GUARD
@pytest.mark.parametrize("data", [b"", PNG, b"MZ\x90", b"<html></html>", b"%PDF-1.7\nnothing", pdfs.plain()[:200]])
def test_what_is_no_pdf_is_refused(data) -> None:
    with pytest.raises(NotAPdf):
        documents.clean(data)


def test_a_locked_one_and_a_large_one_are_refused() -> None:
    with pytest.raises(Encrypted):
        documents.clean(pdfs.locked())
    with pytest.raises(TooLarge):
        documents.clean(b"%PDF-" + b"0" * documents.LARGEST)


@settings(max_examples=40)
@given(cut=st.integers(0, 2000), junk=st.binary(max_size=40))
def test_a_broken_file_is_refused_and_never_breaks_anything(cut, junk) -> None:
    data = pdfs.hostile()
    place = cut % len(data)
    try:
        cleaned = documents.clean(data[:place] + junk + data[place + len(junk) :])
    except Refusal:
        return
    assert_harmless(cleaned.data)


@contextmanager
def antivirus(folder: Path, answer: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """A ClamAV that gives one answer, and what it was shown."""
    path, heard = str(folder / "clamd"), list[bytes]()
    door = socket.socket(socket.AF_UNIX)
    door.bind(path)
    door.listen(1)

    def serve() -> None:
        caller, _ = door.accept()
        with caller:
            got = b""
            while not got.endswith(b"\0\0\0\0"):
                got += caller.recv(65536)
            heard.append(got)
            caller.sendall(answer)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield path, heard
    finally:
        thread.join(5)
        door.close()


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (b"stream: OK\0", Scan.CLEAN),
        (b"stream: Eicar-Test FOUND\0", Infected),
        (b"INSTREAM size limit exceeded. ERROR\0", ScannerUnreachable),
        (b"", ScannerUnreachable),
    ],
)
def test_an_antivirus_that_is_set_up_decides(settings, tmp_path, answer, outcome) -> None:
    with antivirus(tmp_path, answer) as (path, heard):
        settings.CLAMAV_SOCKET = path
        if isinstance(outcome, Scan):
            assert documents.scan(b"bytes of a file") is outcome
        else:
            with pytest.raises(outcome):
                documents.scan(b"bytes of a file")
    assert heard == [b"zINSTREAM\0\x00\x00\x00\x0fbytes of a file\0\0\0\0"]


def test_one_that_is_set_up_and_away_refuses_and_none_at_all_is_said(settings, tmp_path) -> None:
    settings.CLAMAV_SOCKET = str(tmp_path / "nobody")
    with pytest.raises(ScannerUnreachable):
        documents.scan(b"x")
    settings.CLAMAV_SOCKET = ""
    assert documents.scan(b"x") is Scan.NOT_SCANNED


@pytest.fixture
def place(db) -> Place:
    return make_place()


def test_a_document_is_kept_without_images_sealed_and_read_again(place) -> None:
    case = open_case(place)
    document = services.add_document(
        case_id=case.pk, kind=DocumentKind.HOUSING, title="Bail", data=pdfs.hostile(), **acting(place.nadia)
    )
    assert (document.images_removed, document.scan, document.pages) == (4, Scan.NOT_SCANNED, 1)
    entry = read(case, place.nadia).latest(EntryKind.DOCUMENT)
    assert entry.text == "Bail"
    opened = services.read_document(entry_id=document.pk, reason=Reading.FOLLOWING, **with_key(place.nadia))
    assert pdfs.WORDS in pdfs.words_of(opened)
    assert pdfs.PIXELS not in opened


def test_nothing_is_kept_of_what_is_refused(place, settings, tmp_path) -> None:
    case = open_case(place)
    before = SealedItem.objects.count()
    act = {"case_id": case.pk, "kind": DocumentKind.LETTER}
    with pytest.raises(NoTextLeft):
        services.add_document(title="Scan", data=pdfs.scanned(), **act, **acting(place.nadia))
    with pytest.raises(NothingWritten):
        services.add_document(title=" ", data=pdfs.plain(), **act, **acting(place.nadia))
    with pytest.raises(NotAllowed):
        services.add_document(title="x", data=pdfs.plain(), **act, **acting(place.colleague))
    settings.CLAMAV_SOCKET = str(tmp_path / "nobody")
    with pytest.raises(ScannerUnreachable):
        services.add_document(title="x", data=pdfs.plain(), **act, **acting(place.nadia))
    assert (SealedItem.objects.count(), Document.objects.count()) == (before, 0)


def received(**sent: SimpleUploadedFile) -> tuple[bytes, dict[str, object]]:
    """What the one view that takes a PDF is given of a form."""
    seen: dict[str, object] = {}

    @uploads.takes_pdf
    def view(request: HttpRequest) -> HttpResponse:
        seen["files"], seen["typed"] = len(request.FILES), request.POST.get("title")
        seen["names"] = [sent.name for sent in request.FILES.values()]
        return HttpResponse(uploads.given_pdf(request))

    request = RequestFactory().post("/", {"title": "Bail", **sent})
    request._dont_enforce_csrf_checks = True
    return view(request).content, seen


@GUARD
def test_the_one_way_in_takes_one_file_of_one_field_in_memory_and_forgets_its_name() -> None:
    content, seen = received(
        document=SimpleUploadedFile("Ana-bail.pdf", b"%PDF-1", "application/pdf"),
        photo=SimpleUploadedFile("p.png", PNG, "image/png"),
    )
    assert content == b"%PDF-1"
    assert seen == {"files": 1, "typed": "Bail", "names": ["document.pdf"]}


@GUARD
def test_the_one_way_in_keeps_no_more_than_it_may_read() -> None:
    content, _seen = received(document=SimpleUploadedFile("x.pdf", b"0" * (uploads.MOST + 70_000)))
    assert len(content) == uploads.MOST == documents.LARGEST + 1


@GUARD
@pytest.mark.django_db
def test_the_one_way_in_is_guarded_against_forged_forms() -> None:
    @uploads.takes_pdf
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse("in")

    request = RequestFactory(enforce_csrf_checks=True).post("/", {"document": SimpleUploadedFile("x.pdf", b"x")})
    assert view(request).status_code == 403
