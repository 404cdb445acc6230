"""HTML to PDF/UA, with nothing fetched and nothing stored."""


class PdfUnavailable(Exception):  # noqa: N818 - a state of the machine, not a fault
    """The machine lacks the Pango libraries that WeasyPrint draws with (see docs/operations.md)."""


def render(html: str) -> bytes:
    """The document as tagged PDF (PDF/UA-1), made in memory. Raises PdfUnavailable without Pango."""
    try:
        # Loads system libraries that `make run` can do without.
        from weasyprint import HTML  # noqa: PLC0415
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except OSError as error:
        raise PdfUnavailable from error
    document: bytes = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=())).write_pdf(pdf_variant="pdf/ua-1")
    return document
