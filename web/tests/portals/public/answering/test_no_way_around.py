"""Whatever somebody does who has the link and not its digits, in whatever order: nothing opens, nothing is answered."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maillon.portals.public.gate import judging
from maillon.referrals.enums import StepState
from maillon.referrals.models import Link
from tests.portals.public.referring import refer
from tests.portals.public.speaking import Visitor

pytestmark = pytest.mark.django_db
_SCREENS = ("answering:reading", "answering:accept", "answering:refuse", "answering:close")
_SENT = {"reason": "full", "words": "x", "digits": "00000000"}
moves = st.lists(
    st.tuples(
        st.sampled_from(["get", "post", "head"]),
        st.sampled_from(["answering:enter", "answering:enter", *_SCREENS, "following"]),
        st.sampled_from(["/", "/en/", "/es/"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


def address(home, name, token):
    visitor = Visitor(home)
    return visitor._address(name, [token] if name == "answering:enter" else [])


def pages(played, token, digits):
    """What each move is answered with, in one window."""
    window = Visitor()
    for method, name, home, with_token in played:
        sent = {**_SENT, "digits": digits} if method == "post" else {}
        own = {"sec-fetch-site": "same-origin" if with_token else "cross-site"}
        target = address(home, name, token if with_token else "A" * 22)
        yield getattr(window.client, method)(target, sent, headers=own, follow=True)


@given(moves)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_order_of_moves_opens_a_link_without_its_digits(door, referred, played):
    judging.the_gate.cache_clear()
    wrong = f"{(int(referred.digits) + 1) % 10**8:08d}"
    # A block of its own would be nested in the test's, and deriving a key refuses that.
    before = transaction.savepoint()
    for page in pages(played, referred.token, wrong):
        assert b"Canari" not in page.content
        assert b"Maison A" not in page.content
    assert referred.step.state == StepState.PROPOSED
    assert Link.objects.get().wrong_codes <= 5
    transaction.savepoint_rollback(before)


def test_the_same_moves_open_it_with_them(door, referred):
    """So that the test above can fail."""
    played = [("post", "answering:enter", "/", True), ("get", "answering:reading", "/", True)]
    assert b"Canari" in list(pages(played, referred.token, referred.digits))[-1].content


@pytest.fixture
def referred(door, orne):
    return refer(orne)
