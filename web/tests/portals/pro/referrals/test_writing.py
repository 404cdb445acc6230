"""Writing a referral, screen by screen."""

from django.urls import reverse

from maillon.referrals.enums import Basis, PartKind, StepState
from maillon.referrals.models import Draft, Referral
from tests.portals.pro.referrals.walking import CONTACT, SITUATION, refers
from tests.reports.factories import make_report, transmission_to


def test_it_is_written_screen_by_screen_and_goes_to_the_first_service(referrer, scene):
    referral = refers(referrer, scene.shelter, scene.other)
    assert "Demande envoyée" in referrer.page
    assert [step.service for step in referral.steps.order_by("position")] == [scene.shelter, scene.other]
    assert [step.state for step in referral.steps.order_by("position")] == [StepState.PROPOSED, StepState.PLANNED]
    assert {part.kind for part in referral.parts.all()} == {PartKind.SITUATION, PartKind.CONTACT}
    assert referral.consents.count() == 2
    assert not Draft.objects.exists()
