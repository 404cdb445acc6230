"""The page of figures: medians and answers by reason, small numbers held back."""

import datetime as dt

import pytest
from django.urls import reverse

from maillon.base.ids import new_id
from maillon.referrals.enums import RefusalReason, StepState
from tests.portals.pro.referrals.walking import refers


@pytest.fixture
def address(db):
    return reverse("pro:referral_figures")


@pytest.fixture
def counted(referrer, scene):
    """Twelve referrals that the shelter refused for want of a place, and one that still waits."""
    referral = refers(referrer, scene.shelter)
    step, answered_at = referral.steps.get(), referral.created_at + dt.timedelta(days=2)
    for number in range(12):
        referral.pk, referral.draft_id, referral.number = new_id(), new_id(), f"figures-{number}"
        referral.save(force_insert=True)
        step.pk, step.referral = new_id(), referral
        step.state, step.refusal_reason = StepState.REFUSED, RefusalReason.FULL
        step.answered_at = step.ended_at = answered_at
        step.save(force_insert=True)


def squeezed(response) -> str:
    return "".join(response.content.decode().split())


def test_numbers_stand_beside_their_bars_in_a_table(service, counted, address, time_machine):
    time_machine.shift(dt.timedelta(minutes=5))
    shown = squeezed(service.get(address, {"whose": "all", "days": "90"}))
    assert 'Pasdeplacedansledélai</th><tddata-label="Nombre">12</td>' in shown
    assert '<meteraria-hidden="true"min="0"max="12"value="12">' in shown
    assert "<dd>13</dd>" in shown
    assert "<dd>2,0</dd>" in shown


def test_a_small_number_is_not_shown_and_says_so(service, counted, address, time_machine):
    time_machine.shift(dt.timedelta(minutes=5))
    shown = squeezed(service.get(address, {"whose": "all"}))
    assert "nonmontré" in shown
    assert "<dd>1</dd>" not in shown
    assert ">12<" not in squeezed(service.get(address, {"whose": "ours"}))


def test_what_is_not_understood_filters_nothing(service, address):
    assert service.get(address, {"days": "nonsense", "whose": "nobody"}).status_code == 200
