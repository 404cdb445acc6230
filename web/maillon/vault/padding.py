"""Hides how long a text is: every length is rounded up to one of few sizes. Pure."""

_SMALLEST = 1024
# Up to here sizes are powers of two, so that a few more words do not show; above, Padmé adds a thirty-second at most.
_LARGEST_POWER = 64 * 1024
_PREFIX = 4


def bucket(length: int) -> int:
    """The size that a payload of `length` bytes is padded to."""
    if length <= _LARGEST_POWER:
        return max(_SMALLEST, 1 << (length - 1).bit_length())
    # Padmé (Nikitin et al., 2019): keep as many leading bits as the exponent has bits, and round the rest up.
    exponent = length.bit_length() - 1
    loose = exponent - exponent.bit_length()
    return (length + (1 << loose) - 1) >> loose << loose


def pad(plaintext: bytes) -> bytes:
    """The length in four bytes, the text, and zeros up to the bucket's size."""
    payload = len(plaintext).to_bytes(_PREFIX, "big") + plaintext
    return payload.ljust(bucket(len(payload)), b"\0")


def unpad(padded: bytes) -> bytes:
    """Undoes `pad`. Raises ValueError when the length does not fit or anything but zeros follows the text."""
    end = _PREFIX + int.from_bytes(padded[:_PREFIX], "big")
    if len(padded) < _PREFIX or end > len(padded) or padded[end:].strip(b"\0"):
        msg = "not a padded text"
        raise ValueError(msg)
    return padded[_PREFIX:end]
