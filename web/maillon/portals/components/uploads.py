"""The one way in for a file: a PDF, in memory, for views that ask for it and for no other (guardrail G3).

Everywhere else FILE_UPLOAD_HANDLERS is empty: a file that is sent anyway is dropped before any view sees it.
"""

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

# The name of the field in the form.
FIELD = "document"
# One byte more than is accepted, so that whoever reads it sees that there was more. Nothing beyond is kept in memory.
MOST = 10 * 1024 * 1024 + 1

View = Callable[..., HttpResponse]


class OnePdf(FileUploadHandler):
    """Keeps the first file of the field `document`, up to MOST bytes, and drops every other. Never touches the disk."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._taken = False
        self._kept = BytesIO()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Refuses any file but the first of the field."""
        super().new_file(*args, **kwargs)
        if self._taken or self.field_name != FIELD:
            raise SkipFile
        self._taken = True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keeps a piece, as far as there is room."""
        self._kept.write(raw_data[: max(0, MOST - self._kept.tell())])

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """What was kept. The name that it had on somebody's device is dropped."""
        size = self._kept.tell()
        self._kept.seek(0)
        return InMemoryUploadedFile(self._kept, FIELD, "document.pdf", "application/pdf", size, None)


def takes_pdf(view: View) -> View:
    """Lets a view receive one PDF: `given_pdf` gives its bytes. Put it directly above the view, below its guard.

    Forms are checked for forgery here instead of before, since that check reads the form, and with it the file.
    """
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.upload_handlers = [OnePdf(request)]
        return protected(request, *args, **kwargs)

    return opened


def given_pdf(request: HttpRequest) -> bytes:
    """The bytes that were sent with the form; empty where none were. Whether it is a PDF, the caller finds out."""
    sent = request.FILES.get(FIELD)
    return sent.read() if sent is not None else b""
