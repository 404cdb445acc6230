"""What the authenticator app of a test shows."""

import time

from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from maillon.accounts.models import Member


def enrolled(member: Member) -> TOTPDevice:
    """The member's app, enrolled."""
    return TOTPDevice.objects.create(user=member, name="application", confirmed=True)


def code_of(device: TOTPDevice) -> str:
    """The code that the app shows now."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = time.time()
    return f"{totp.token():06d}"


def wrong_code_of(device: TOTPDevice) -> str:
    """A code that the app shows neither now nor a step away."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    near = set()
    for step in range(-3, 4):
        totp.time = time.time() + step * device.step
        near.add(totp.token())
    return next(f"{number:06d}" for number in range(100) if number not in near)
