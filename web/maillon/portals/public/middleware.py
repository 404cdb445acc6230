"""The public door's language comes from the address alone: nothing is stored to remember it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


class LanguageFromPath:
    """French at `/`, another language of settings.LANGUAGES under its code (`/en/`).

    Sets `request.home_path`, the door's first page in that language, `request.languages`, the present page in each
    language as (code, name, address), and with `request.current_app` keeps links between
    the pages that both doors share in it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        request.home_path = home_path(language)  # type: ignore[attr-defined]
        request.current_app = field_space(language)
        request.languages = [  # type: ignore[attr-defined]
            (code, name, in_language(request.path_info, code)) for code, name in settings.LANGUAGES
        ]
        with translation.override(language):
            response = self.get_response(request)
        response.headers["Content-Language"] = language
        return response


def language_of(path: str) -> str:
    """The language code that a path asks for."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def field_space(language: str) -> str:
    """The name under which the shared pages' addresses stand in a language."""
    return "field" if language == settings.LANGUAGE_CODE else f"field_{language}"


def in_language(path: str, language: str) -> str:
    """Where the page of a path stands in another language."""
    return home_path(language) + path.removeprefix(home_path(language_of(path)))


def home_path(language: str) -> str:
    """Where the first page stands in a language."""
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
