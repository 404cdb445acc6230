"""Minutes as PDF/UA."""

from django.template.loader import render_to_string
from django.utils import translation

from maillon.base import clock
from maillon.base.selectors import is_demo
from maillon.commission.content import Minutes
from maillon.portals.components.pdf import render
from maillon.portals.pro.commission.shown import cited


def document(minutes: Minutes) -> bytes:
    """The document, in French whatever its maker reads in. Raises PdfUnavailable where the machine can't draw one."""
    return render(html(minutes))


def html(minutes: Minutes) -> str:
    """What is drawn: one HTML document with its style inside, for paper."""
    at = clock.now()
    with translation.override("fr"):
        context = {
            "minutes": minutes,
            "is_demo": is_demo(),
            "drawn_at": at,
            "quorum_source": cited("quorum", at),
            "minutes_source": cited("minutes", at),
        }
        return render_to_string("pro/commission/minutes_document.html", context)
