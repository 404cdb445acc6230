"""The public door's language comes from the address alone: nothing is stored to remember it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


class LanguageFromPath:
    """French at `/`, another language of settings.LANGUAGES under its code (`/en/`).

    Sets `request.home_path`, the door's first page in that language.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        request.home_path = home_path(language)  # type: ignore[attr-defined]
        with translation.override(language):
            response = self.get_response(request)
        response.headers["Content-Language"] = language
        return response


def language_of(path: str) -> str:
    """The language code that a path asks for."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def home_path(language: str) -> str:
    """Where the first page stands in a language."""
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
