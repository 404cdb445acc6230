"""The second factor: one-time codes of an authenticator app, and recovery codes for the day it is lost."""

from datetime import datetime
from math import ceil

from django.db import transaction
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from maillon.accounts import rules
from maillon.accounts.models import Member, Membership, RecoveryCode
from maillon.accounts.refusals import NotAllowed, TooManyCodes, WrongCode, WrongRecoveryCode
from maillon.accounts.rights import Ability, abilities
from maillon.accounts.services.codes import new_code
from maillon.accounts.services.devices import end_devices
from maillon.accounts.services.signing_out import revoke_sessions
from maillon.journal.enums import Action
from maillon.journal.services import record


def begin_totp(*, member: Member) -> TOTPDevice:
    """The device being enrolled, made now if there is none; it counts for nothing before its first right code."""
    with transaction.atomic():
        # The member's row serialises two tabs that begin at once.
        Member.objects.select_for_update(of=("self",), no_key=True).get(pk=member.pk)
        device = TOTPDevice.objects.filter(user=member, confirmed=False).first()
        return device or TOTPDevice.objects.create(user=member, name="application", confirmed=False)


def confirm_totp(*, member: Member, code: str) -> list[str]:
    """Takes the device being enrolled as the member's only one, and returns her new recovery codes: shown once.

    Raises WrongCode, or TooManyCodes when codes come too fast.
    """
    with transaction.atomic():
        device, accepted = _tried(member, code, confirmed=False)
        if accepted:
            TOTPDevice.objects.filter(user=member).exclude(pk=device.pk).delete()
            TOTPDevice.objects.filter(pk=device.pk).update(confirmed=True)
            return new_recovery_codes(member)
    # The failure is committed, so that the next try has to wait.
    raise WrongCode


def check_totp(*, member: Member, code: str) -> None:
    """Raises WrongCode unless the code is the app's present one and has not been used; TooManyCodes when throttled."""
    with transaction.atomic():
        _device, accepted = _tried(member, code, confirmed=True)
    if not accepted:
        raise WrongCode


def _tried(member: Member, code: str, *, confirmed: bool) -> tuple[TOTPDevice, bool]:
    # Locked, so that one code can't be used twice at the same moment.
    device = TOTPDevice.objects.select_for_update(of=("self",)).filter(user=member, confirmed=confirmed).first()
    if device is None:
        raise WrongCode
    allowed, why = device.verify_is_allowed()
    if not allowed:
        raise TooManyCodes(max(1, ceil((why["locked_until"] - timezone.now()).total_seconds())))
    return device, device.verify_token("".join(code.split()))


def new_recovery_codes(member: Member) -> list[str]:
    """Replaces the member's recovery codes and returns them as they are shown: once, since only digests are kept."""
    codes = [new_code(rules.RECOVERY_CODE_LENGTH) for _ in range(rules.RECOVERY_CODES)]
    with transaction.atomic():
        RecoveryCode.objects.filter(member=member).delete()
        RecoveryCode.objects.bulk_create(
            [RecoveryCode(member=member, digest=rules.digest_of("recovery", code)) for code in codes]
        )
    return [rules.grouped(code) for code in codes]


def use_recovery_code(*, member: Member, code: str, at: datetime) -> None:
    """Uses one recovery code up, in one statement, so that of two uses at once one wins. Raises WrongRecoveryCode."""
    bare = rules.read_code(code, rules.RECOVERY_CODE_LENGTH)
    unused = RecoveryCode.objects.filter(member=member, used_at=None)
    if bare is None or not unused.filter(digest=rules.digest_of("recovery", bare)).update(used_at=at):
        raise WrongRecoveryCode


def reset_second_factor(*, membership: Membership, by: Membership, at: datetime) -> None:
    """Forgets another member's app and recovery codes and signs her out: she enrols anew with her passphrase."""
    if Ability.RESET_SECOND_FACTOR not in abilities(by, membership):
        raise NotAllowed
    with transaction.atomic():
        forget_second_factor(membership.member)
        revoke_sessions(membership.member)
        # Most often the phone is gone, and with it what it kept.
        end_devices(member=membership.member, at=at)
        record(
            by=by,
            at=at,
            action=Action.SECOND_FACTOR_RESET,
            subject_kind="member",
            subject_id=membership.member_id,
        )


def forget_second_factor(member: Member) -> None:
    """Deletes the member's authenticator devices and recovery codes."""
    TOTPDevice.objects.filter(user=member).delete()
    RecoveryCode.objects.filter(member=member).delete()
