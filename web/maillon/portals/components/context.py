"""What every template knows: which installation this is, and in whose name the reader acts."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from maillon.base import selectors
from maillon.base.models import Instance


def instance(request: HttpRequest) -> dict[str, Any]:
    """`instance` (the row, or empty before set-up), `is_demo`, and `membership` (None when nobody is signed in).

    The row is read when a template first asks for it, once a request.
    """
    return {
        "instance": SimpleLazyObject(lambda: _row(request)),
        "is_demo": SimpleLazyObject(lambda: _is_demo(request)),
        "membership": getattr(request, "membership", None),
    }


def door(request: HttpRequest) -> dict[str, Any]:
    """`door_page`: the template in which this process draws the pages that both doors share; and what stands around.

    `door_title` replaces every page's own title, `door_bar` names what is drawn around every page, `door_style` is the
    style sheet to write into the page; each may be empty.
    """
    # Whoever has a cookie has been here: the style sheet that the browser kept costs less than one in every page.
    style = "" if request.COOKIES else settings.DOOR_STYLE
    return {"door_page": settings.DOOR_PAGE, "door_style": style, **surroundings()}


def surroundings() -> dict[str, str]:
    """What stands around every page of this process, also around those drawn without a request."""
    return {"door_title": settings.DOOR_TITLE, "door_bar": settings.DOOR_BAR}


def _row(request: HttpRequest) -> Instance | None:
    if not hasattr(request, "instance_row"):
        request.instance_row = selectors.instance()  # type: ignore[attr-defined]
    return request.instance_row  # type: ignore[attr-defined,no-any-return]


def _is_demo(request: HttpRequest) -> bool:
    row = _row(request)
    return row is not None and row.is_demo
