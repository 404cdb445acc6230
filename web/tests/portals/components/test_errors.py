import pytest
from django.core.exceptions import SuspiciousOperation
from django.http import Http404
from django.test import RequestFactory

from maillon.portals.components import errors

CANARY = "canari-7d1f"
PAGES = [
    (errors.bad_request, 400, (SuspiciousOperation(CANARY),)),
    (errors.forbidden, 403, (PermissionError(CANARY),)),
    (errors.not_found, 404, (Http404(CANARY),)),
    (errors.csrf_failure, 403, (CANARY,)),
    (errors.server_error, 500, ()),
]


@pytest.fixture
def request_with_canary():
    request = RequestFactory().post(f"/{CANARY}?q={CANARY}", {"text": CANARY}, headers={"user-agent": CANARY})
    request.instance_row = None
    return request


@pytest.mark.parametrize(("view", "status", "arguments"), PAGES)
def test_an_error_page_is_plain_and_repeats_nothing_that_was_sent(view, status, arguments, request_with_canary):
    response = view(request_with_canary, *arguments)
    page = response.content.decode()
    assert response.status_code == status
    assert CANARY not in page
    assert "Traceback" not in page
    assert 'href="/"' in page
    assert "<h1>" in page


def test_a_breakdown_is_said_without_database_or_session():
    # No database mark on this test: a query would fail it.
    page = errors.server_error(RequestFactory().get("/")).content.decode()
    assert "17" in page
    assert "112" in page
