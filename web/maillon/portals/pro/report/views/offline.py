"""The path's questions as data, for a device that asks them without a signal."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from maillon.portals.pro.report.offline import questions


@require_GET
def offline_questions(_request: HttpRequest) -> HttpResponse:
    """The questions in the reader's language. Nothing about anybody: open to whoever asks."""
    return JsonResponse(questions())
