"""The pages in a real browser: axe finds nothing, nothing is wider than the screen, targets fit a thumb."""

import pytest
from django.urls import reverse

from maillon.accounts.enums import Role
from tests.portals.asking import ask, membership
from tests.portals.examined import examine

PAGES = ("rules", "rules_sources", "rules_grounds", "rules_contacts", "rules_signs")


@pytest.mark.journey
def test_axe_finds_nothing_and_everything_fits(db):
    by = membership(Role.REPORTER)
    drawn = {reverse(f"pro:{name}"): ask(reverse(f"pro:{name}"), by).content for name in PAGES}
    assert examine(drawn) == []
