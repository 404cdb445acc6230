"""The cards as pages and as sheets of paper. They ask nothing and keep nothing."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from maillon.base import clock
from maillon.base.selectors import is_demo
from maillon.guidance import rulebook
from maillon.guidance.enums import Trade
from maillon.portals.components import pdf
from maillon.portals.field.cards.shown import shown

# A sheet depends on its data alone and takes a second to draw: each is drawn once, so nobody can keep the door busy.
_drawn = lru_cache(maxsize=len(Trade) * len(settings.LANGUAGES))(pdf.render)


@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    """Every trade, each leading to its card."""
    book = rulebook.load()
    trades = [(trade.value, gettext(book.word(trade))) for trade in book.cards]
    return render(request, "field/cards/cards.html", {"trades": trades})


@require_safe
def card(request: HttpRequest, trade: Trade) -> HttpResponse:
    """One trade's card."""
    return render(request, "field/cards/card.html", _context(trade))


@require_safe
def card_pdf(_request: HttpRequest, trade: Trade) -> HttpResponse:
    """The same on one sheet of A4, or as a page to print where the machine can't draw PDF."""
    html = render_to_string("field/cards/letters/sheet.html", {**_context(trade), "is_demo": is_demo()})
    try:
        content = _drawn(html)
    except pdf.PdfUnavailable:
        return HttpResponse(html)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="document.pdf"'
    return response


def _context(trade: Trade) -> dict[str, Any]:
    book = rulebook.load()
    return {"card": shown(book.cards[trade], book, timezone.localdate(clock.now()))}
