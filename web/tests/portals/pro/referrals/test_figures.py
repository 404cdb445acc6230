"""The page of figures: medians and answers by reason, small numbers held back."""

import pytest
from django.urls import reverse

from maillon.portals.pro.referrals.views import figures as page
from maillon.referrals.enums import RefusalReason, ReferralState
from maillon.referrals.selectors import Figures
from tests.portals.pro.referrals.walking import refers


@pytest.fixture
def address(db):
    return reverse("pro:referral_figures")


def test_small_numbers_are_not_shown_and_say_so(service, referrer, scene, address):
    refers(referrer, scene.shelter)
    shown = service.get(address, {"whose": "all"}).content.decode()
    assert "non montré" in shown
    assert "<dd>1</dd>" not in shown.replace("\n", "").replace(" ", "")


def test_numbers_stand_beside_their_bars_in_a_table(service, address, monkeypatch):
    asked = {}

    def given(**about):
        asked.update(about)
        by_reason = dict.fromkeys(RefusalReason, 0) | {RefusalReason.FULL: 12, RefusalReason.LANGUAGE: None}
        states = dict.fromkeys(ReferralState, 0) | {ReferralState.DONE: 31}
        return Figures(40, states, 25, 6, by_reason, 1.5, 4.0)

    monkeypatch.setattr(page.selectors, "figures", given)
    shown = service.get(address, {"days": "90"}).content.decode()
    assert "Pas de place dans le délai" in shown
    assert '<meter aria-hidden="true" min="0" max="25" value="12">' in shown
    assert "1,5" in shown
    assert (asked["until"] - asked["since"]).days == 90
    assert asked["organisation_id"] is not None


def test_what_is_not_understood_filters_nothing(service, address):
    assert service.get(address, {"days": "nonsense", "whose": "nobody"}).status_code == 200
