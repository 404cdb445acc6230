"""How the public door answers: in the language of the address alone, and in few bytes."""

from collections.abc import Callable
from typing import Any

from csp.constants import HEADER
from csp.middleware import CheckableLazyObject, CSPMiddleware
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation

from maillon.base.languages import SHARED_LANGUAGES

# Applications of addresses, at this door, whose pages exist in SHARED_LANGUAGES only.
_FOR_PROFESSIONALS = frozenset({"field", "answering"})


class CompressWithoutSecrets(GZipMiddleware):
    """Compresses the pages of whoever comes without a cookie: they hold nothing that their length could give away."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if request.COOKIES or response.cookies else super().process_response(request, response)


class PolicyOnce(CSPMiddleware):
    """django-csp, whose policy for a page that asks for none of its own is kept: it is the same each time."""

    _usual: str | None = None

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Writes the policy into the answer."""
        own = HEADER in response.headers or any(name.startswith("_csp") for name in (*vars(request), *vars(response)))
        if not own and self._usual is not None:
            response.headers[HEADER] = self._usual
            # Too late to be given a nonce, as there.
            request.csp_nonce = CheckableLazyObject(self._csp_nonce_post_response)  # type: ignore[attr-defined]
            return response
        answered: HttpResponseBase = super().process_response(request, response)
        if not own:
            self._usual = answered.headers.get(HEADER)
        return answered


class LanguageFromPath:
    """French at `/`, another language of settings.LANGUAGES under its code (`/en/`).

    The addresses behind the code are the same in every language: the code is taken off before they are looked up, and
    put before every address that a page leads to, as a server does with the folder that an application stands in.

    Sets `request.home_path`, the door's first page in that language, and `request.languages`, the present page in each
    language as (code, name, address). Pages made for professionals exist in SHARED_LANGUAGES only.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language, inner = language_of(request.path_info), inner_path(request.path_info)
        before = get_script_prefix()
        request.home_path = home_path(language)  # type: ignore[attr-defined]
        request.languages = _addresses(inner, dict(settings.LANGUAGES))  # type: ignore[attr-defined]
        request.path_info = inner
        set_script_prefix(before[:-1] + home_path(language))
        try:
            with translation.override(language):
                response = self.get_response(request)
        finally:
            set_script_prefix(before)
        response.headers["Content-Language"] = language
        return response

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """Keeps professionals' pages to their languages."""
        match = request.resolver_match
        if match is None or _FOR_PROFESSIONALS.isdisjoint(match.app_names):
            return
        names = dict(settings.LANGUAGES)
        kept = {code: names[code] for code in SHARED_LANGUAGES}
        if translation.get_language() not in kept:
            raise Http404
        request.languages = _addresses(request.path_info, kept)  # type: ignore[attr-defined]


def language_of(path: str) -> str:
    """The language code that a path asks for."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def inner_path(path: str) -> str:
    """The path without its language: the same for a page in all of them."""
    language = language_of(path)
    return path if language == settings.LANGUAGE_CODE else path.lstrip("/").removeprefix(language)


def home_path(language: str) -> str:
    """Where the first page stands in a language."""
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"


def _addresses(inner: str, languages: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(code, name, home_path(code) + inner.removeprefix("/")) for code, name in languages.items()]
