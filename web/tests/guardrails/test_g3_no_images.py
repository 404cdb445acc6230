"""G3: no image is stored, and none can come in.

One form takes a file since people who are followed bring documents: a PDF with text, out of which every image is taken
before it is sealed (tests/cases/test_documents.py proves that with the guardrail's mark). Everything below holds for
every other page as it did before.
"""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import RequestFactory
from django.urls import reverse

import maillon
import maillon_engine
from maillon.accounts.enums import Role
from maillon.directory.enums import OrganisationKind
from maillon.reports.content import ReportContent
from maillon.reports.models import Draft
from maillon.vault.models import SealedItem

pytestmark = pytest.mark.guardrail("G3")

WEB = Path(maillon.__file__).parent
ENGINE = Path(maillon_engine.__file__).parent
# The one form that takes a file, and the one module that reads it.
THE_FORM = {"pro/cases/document.html"}
THE_DOOR = {"portals/components/uploads.py"}
PICTURE = b"\x89PNG\r\n\x1a\n" + b"pixels" * 50


def test_no_model_keeps_a_file_or_an_image() -> None:
    kept = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.FileField)
    ]
    assert kept == []


def test_no_template_but_one_asks_for_a_file_and_that_one_for_a_pdf() -> None:
    asking = {
        path.as_posix().rpartition("/templates/")[2]: path.read_text()
        for path in WEB.rglob("*.html")
        if 'type="file"' in path.read_text() or "multipart" in path.read_text()
    }
    assert asking.keys() <= THE_FORM
    assert all('accept="application/pdf"' in text for text in asking.values())
    assert all("capture" not in text and "image/" not in text for text in asking.values())


@pytest.mark.parametrize(
    "word", ["ImageField", "FileField", "request.FILES", "from PIL", "import cv2", "face_recognition"]
)
def test_no_code_but_the_one_door_reads_an_image_or_an_upload(word) -> None:
    using = {
        path.relative_to(root).as_posix()
        for root in (WEB, ENGINE)
        for path in root.rglob("*.py")
        if word in path.read_text()
    }
    assert using <= (THE_DOOR if word == "request.FILES" else set())


def test_only_a_view_of_cases_opens_that_door() -> None:
    opening = {
        path.relative_to(WEB).as_posix()
        for path in WEB.rglob("*.py")
        if re.search(r"takes_pdf|given_pdf", path.read_text())
    }
    assert {path for path in opening if not path.startswith("portals/pro/cases/")} == THE_DOOR


def test_a_file_sent_anyway_is_dropped_before_any_view_sees_it() -> None:
    assert settings.FILE_UPLOAD_HANDLERS == []
    request = RequestFactory().post("/", {"narrative": "x", "photo": SimpleUploadedFile("p.png", PICTURE, "image/png")})
    assert dict(request.FILES) == {}


def test_a_picture_sent_to_the_report_path_is_kept_nowhere(member_of, signed_in_client) -> None:
    membership = member_of(OrganisationKind.FIRE_RESCUE, Role.REPORTER)
    client = signed_in_client(membership)
    photo = SimpleUploadedFile("p.png", PICTURE, "image/png")
    client.post(reverse("pro:report_start"), {"danger": "no", "photo": photo})
    assert Draft.objects.count() <= 1
    stored = b"".join(bytes(item.envelope) for item in SealedItem.objects.all())
    assert PICTURE[:8] not in stored
    assert "photo" not in ReportContent.__dataclass_fields__
