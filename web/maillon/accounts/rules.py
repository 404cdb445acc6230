"""Pure rules of the accounts: codes that people copy by hand, safety numbers, names of browsers."""

import hashlib
import re
from datetime import timedelta

# Crockford's alphabet, as in maillon.base.ids: 5 bits a character, and none that looks like another.
_ALPHABET = frozenset("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_GROUP = 4

RECOVERY_CODES = 10
RECOVERY_CODE_LENGTH = 16  # 80 bits
INVITATION_CODE_LENGTH = 20  # 100 bits
INVITATION_LIFE = timedelta(days=7)
# How long what has served its purpose stays: ended invitations for questions, failed sign-ins for their lockout.
INVITATION_KEPT = timedelta(days=30)
ATTEMPTS_KEPT = timedelta(days=1)
# The longest that browsers keep a cookie; it is given anew at each contact.
DEVICE_KEPT = timedelta(days=400)

PASSPHRASE_LENGTH = 12
PASSPHRASE_LONGEST = 256
_FEWEST_DIFFERENT = 5
_WELL_KNOWN = (
    "motdepasse", "phrasedepasse", "azertyuiop", "qsdfghjklm", "qwertyuiop", "bonjour", "soleil", "doudou", "maillon",
    "gendarmerie", "police", "pompiers", "prefecture", "password", "passphrase", "administrateur", "administrator",
    "changezmoi", "changeme", "jetaime", "secret",
)  # fmt: skip

_SAFETY_DIGITS = 20


def read_code(typed: str, length: int) -> str | None:
    """The bare code that somebody typed with spaces, dashes or small letters, or None when its length is wrong."""
    bare = re.sub(r"[\s.\-–—]", "", typed).upper().translate(_READ_AS)
    return bare if len(bare) == length and set(bare) <= _ALPHABET else None


def grouped(code: str) -> str:
    """The code in groups of four, as it is shown and printed."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def digest_of(purpose: str, code: str) -> bytes:
    """What is kept of a code. It holds 80 random bits or more, so that a slow hash would add nothing."""
    return hashlib.blake2b(code.encode(), digest_size=32, person=purpose.encode()).digest()


def safety_number(member_key: bytes) -> str:
    """A public key as 20 digits (66 bits) in four groups: two people compare it by voice before handing over a key."""
    number = int.from_bytes(hashlib.blake2b(member_key, digest_size=32, person=b"safety-number").digest(), "big")
    digits = str(number % 10**_SAFETY_DIGITS).zfill(_SAFETY_DIGITS)
    return " ".join(digits[start : start + 5] for start in range(0, _SAFETY_DIGITS, 5))


def is_too_simple(passphrase: str) -> bool:
    """True for a few characters repeated, and for well-known words dressed up with digits and signs."""
    letters = re.sub(r"[\W\d_]", "", passphrase.lower())
    return len(set(passphrase)) < _FEWEST_DIFFERENT or not _without_known_words(letters)


def _without_known_words(letters: str) -> str:
    for word in _WELL_KNOWN:
        letters = letters.replace(word, "")
    return letters


def browser_name(user_agent: str) -> str:
    """Browser and system in two words, so that a member recognises her own devices; empty when unknown."""
    browsers = (("Edg", "Edge"), ("Firefox", "Firefox"), ("OPR", "Opera"), ("Chrome", "Chrome"), ("Safari", "Safari"))
    systems = (
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"),
    )  # fmt: skip
    found = [next((name for mark, name in marks if mark in user_agent), "") for marks in (browsers, systems)]
    return ", ".join(part for part in found if part)
