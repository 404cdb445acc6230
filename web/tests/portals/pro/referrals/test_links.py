"""A service without an account: its digits are shown once, and what it says by voice is written down."""

import re

import pytest
from django.urls import reverse

from maillon.referrals.enums import StepState
from tests.portals.pro.referrals.walking import refers


@pytest.mark.django_db(transaction=True)
def test_the_digits_are_shown_once_and_stand_in_no_mail(referrer, scene, mailoutbox):
    step = refers(referrer, scene.by_link).steps.get()
    referrer.post(reverse("pro:step_link", args=[step.pk]))
    digits = re.search(r"<strong>(\d{4}) (\d{4})</strong>", referrer.page)
    assert digits is not None
    assert len(mailoutbox) == 1
    assert "".join(digits.groups()) not in mailoutbox[0].body
    referrer.get(reverse("pro:referral", args=[step.referral_id]))
    assert digits.group(1) not in referrer.page
    assert "Refaire le lien" in referrer.page
    referrer.post(reverse("pro:step_link_end", args=[step.pk]))
    assert "il n’ouvre plus rien" in referrer.page
    referrer.post(reverse("pro:step_accept", args=[step.pk]))
    step.refresh_from_db()
    assert step.state == StepState.ACCEPTED
    assert referrer.step == "referral"
