"""What a passphrase must be. Length does most of the work; nothing asks for signs, capitals or a yearly change."""

import unicodedata
from collections.abc import Callable

from django.contrib.auth.password_validation import CommonPasswordValidator, UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError

from maillon.accounts import rules
from maillon.accounts.models import Member
from maillon.accounts.refusals import (
    PassphraseTooCommon,
    PassphraseTooLong,
    PassphraseTooPersonal,
    PassphraseTooShort,
)

_common = CommonPasswordValidator()
_personal = UserAttributeSimilarityValidator(user_attributes=("email", "name"))


def normalised(passphrase: str) -> str:
    """The same characters whatever keyboard composed them (NFKC). What goes to the vault goes through here."""
    return unicodedata.normalize("NFKC", passphrase)


def check(passphrase: str, *, email: str, name: str) -> None:
    """Raises the refusal that tells what is wrong with a new passphrase."""
    passphrase = normalised(passphrase)
    if len(passphrase) < rules.PASSPHRASE_LENGTH:
        raise PassphraseTooShort
    if len(passphrase) > rules.PASSPHRASE_LONGEST:
        raise PassphraseTooLong
    if rules.is_too_simple(passphrase) or not _passes(lambda: _common.validate(passphrase)):
        raise PassphraseTooCommon
    if not _passes(lambda: _personal.validate(passphrase, user=Member(email=email, name=name))):
        raise PassphraseTooPersonal


def _passes(validate: Callable[[], None]) -> bool:
    try:
        validate()
    except ValidationError:
        return False
    return True
