"""What a form is bound to."""

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """The body of a POST, even an empty one; None otherwise."""
    return request.POST if request.method == "POST" else None
