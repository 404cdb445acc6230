"""Tokens against forged forms, for whoever has something open; nobody else gets one, nor a cookie to hold it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware


class TokensOfSittings(CsrfViewMiddleware):
    """Django's check, where there is a sitting that a forged form could act in.

    Pages that keep nothing are asked and answered without a cookie: somebody else's page that posts to them achieves
    what opening them would. The forms that start a sitting are judged by `entrances.from_own_page`.
    """

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., HttpResponseBase],
        callback_args: tuple[Any, ...],
        callback_kwargs: dict[str, Any],
    ) -> HttpResponseForbidden | None:
        """Refuses a form without the sitting's token."""
        if not _has_sitting(request):
            return None
        return super().process_view(request, callback, callback_args, callback_kwargs)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Keeps a token that a page was drawn with, in the sitting."""
        return super().process_response(request, response) if _has_sitting(request) else response


def _has_sitting(request: HttpRequest) -> bool:
    return not request.session.is_empty()
