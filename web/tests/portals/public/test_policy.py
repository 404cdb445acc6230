"""The content security policy is composed once, and still anew for an answer that asks for something of its own."""

import pytest
from csp.exceptions import CSPNonceError
from django.http import HttpRequest, HttpResponse

from maillon.portals.public.middleware import PolicyOnce

HEADER = "Content-Security-Policy"
ALLOWED = {"script-src": ["https://example.org"]}


def answered(middleware, request=None, **own):
    """The policy of an answer, to which `own` attributes were given as django-csp's decorators do."""
    request = request or HttpRequest()
    middleware.process_request(request)
    response = HttpResponse()
    vars(response).update(own)
    return middleware.process_response(request, response).headers.get(HEADER)


def test_an_answer_that_asks_for_its_own_gets_its_own_before_and_after_others():
    middleware = PolicyOnce(lambda _request: HttpResponse())
    first = answered(middleware, _csp_update=ALLOWED)
    usual = answered(middleware)
    assert answered(middleware, _csp_update=ALLOWED) == first != usual
    assert answered(middleware, _csp_exempt=True) is None
    assert answered(middleware) == usual
    assert "example.org" in first
    assert "example.org" not in usual


def test_a_nonce_that_was_given_does_not_come_into_the_policy_of_others():
    middleware = PolicyOnce(lambda _request: HttpResponse())
    request = HttpRequest()
    middleware.process_request(request)
    nonce = str(request.csp_nonce)
    middleware.process_response(request, HttpResponse())
    later = HttpRequest()
    usual, again = answered(middleware), answered(middleware, later)
    assert usual == again
    assert nonce not in usual
    with pytest.raises(CSPNonceError):
        str(later.csp_nonce)
