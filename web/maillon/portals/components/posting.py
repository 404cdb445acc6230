"""What a form is bound to, and what comes with it: which version of a draft its page has shown."""

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """The body of a POST, even an empty one; None otherwise."""
    return request.POST if request.method == "POST" else None


def version_in(typed: QueryDict) -> int:
    """The version of the draft that a form was made from; 0, which no draft has, when it does not say."""
    value = typed.get("version", "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else 0


def typed_in(posted: QueryDict) -> list[tuple[str, str]]:
    """Every name and value that somebody typed or tapped, for showing them again."""
    return [
        (name, value)
        for name, values in posted.lists()
        for value in values
        if name not in {"csrfmiddlewaretoken", "version"}
    ]
