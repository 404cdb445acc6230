"""HTML to PDF/UA, with nothing fetched and nothing stored."""

from typing import Any, NoReturn


class PdfUnavailable(Exception):  # noqa: N818 - a state of the machine, not a fault
    """The machine lacks the Pango libraries that WeasyPrint draws with (see docs/operations.md)."""


def _refuse(url: str, *_args: Any, **_kwargs: Any) -> NoReturn:
    msg = "documents fetch nothing"
    raise ValueError(msg)


def render(html: str) -> bytes:
    """The document as tagged PDF (PDF/UA-1), made in memory. Raises PdfUnavailable without Pango."""
    try:
        from weasyprint import HTML  # noqa: PLC0415 - loads system libraries that `make run` can do without
    except OSError as error:
        raise PdfUnavailable from error
    document: bytes = HTML(string=html, url_fetcher=_refuse).write_pdf(pdf_variant="pdf/ua-1")
    return document
