"""What a person needs to see to enrol an authenticator app."""

from base64 import b32encode
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import segno
from django_otp.plugins.otp_totp.models import TOTPDevice

from maillon.accounts.models import Member


@dataclass(frozen=True)
class Enrolment:
    """`picture` is the QR code as a data address, `secret` the same to be typed, in groups of four."""

    picture: str
    secret: str


def enrolment_of(device: TOTPDevice, member: Member) -> Enrolment:
    """The QR code and the secret of a device that waits for its first code."""
    secret = b32encode(device.bin_key).decode()
    query = urlencode({"secret": secret, "issuer": "Maillon", "digits": device.digits, "period": device.step})
    code = segno.make(f"otpauth://totp/Maillon:{quote(member.email)}?{query}", error="m")
    # White around it and black on it, whatever the theme: cameras want it so.
    picture = code.svg_data_uri(scale=5, border=4, dark="#000", light="#fff")
    return Enrolment(picture, " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)))
