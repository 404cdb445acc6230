"""Base58 and Keccak-256, which the addresses of cryptocurrencies carry their checksums in.

Keccak-256 is the function before NIST changed its padding, so `hashlib.sha3_256` gives another digest. Written after
the Keccak reference (keccak.team/keccak_specs_summary.html).
"""

from hashlib import sha256

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_RATE, _LANES, _MASK = 136, 25, (1 << 64) - 1
_ROUNDS = 24


def base58_number(text: str) -> int | None:
    """The number that a base58 text writes; None for any other character."""
    number = 0
    for character in text:
        digit = _BASE58.find(character)
        if digit < 0:
            return None
        number = number * 58 + digit
    return number


def base58_check(text: str) -> bytes | None:
    """The version byte and payload of a Base58Check text; None when its checksum does not fit."""
    number = base58_number(text)
    if number is None:
        return None
    zeros = len(text) - len(text.lstrip("1"))
    raw = bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
    payload, check = raw[:-4], raw[-4:]
    return payload if len(raw) > 4 and sha256(sha256(payload).digest()).digest()[:4] == check else None


def keccak_256(data: bytes) -> bytes:
    """The 32-byte digest."""
    state = [0] * _LANES
    padded = bytearray(data + b"\x01" + bytes(-(len(data) + 1) % _RATE))
    padded[-1] |= 0x80
    for block in range(0, len(padded), _RATE):
        for lane in range(_RATE // 8):
            at = block + 8 * lane
            state[lane] ^= int.from_bytes(padded[at : at + 8], "little")
        _permute(state)
    return b"".join(lane.to_bytes(8, "little") for lane in state[:4])


def _constants() -> list[int]:
    found, register = [], 1
    for _ in range(_ROUNDS):
        constant = 0
        for power in range(7):
            if register & 1:
                constant |= 1 << ((1 << power) - 1)
            register = (register << 1) ^ (0x171 if register & 0x80 else 0)
        found.append(constant)
    return found


def _offsets() -> list[int]:
    offsets, x, y = [0] * _LANES, 1, 0
    for step in range(24):
        offsets[x + 5 * y] = (step + 1) * (step + 2) // 2 % 64
        x, y = y, (2 * x + 3 * y) % 5
    return offsets


_CONSTANTS, _OFFSETS = _constants(), _offsets()


def _turned(lane: int, by: int) -> int:
    return ((lane << by) | (lane >> (64 - by))) & _MASK


def _permute(state: list[int]) -> None:
    for constant in _CONSTANTS:
        columns = [state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20] for x in range(5)]
        mixed = [columns[(x - 1) % 5] ^ _turned(columns[(x + 1) % 5], 1) for x in range(5)]
        moved = [0] * _LANES
        for place in range(_LANES):
            x, y = place % 5, place // 5
            moved[y + 5 * ((2 * x + 3 * y) % 5)] = _turned(state[place] ^ mixed[x], _OFFSETS[place])
        for y in range(0, _LANES, 5):
            row = moved[y : y + 5]
            state[y : y + 5] = [row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5] & _MASK) for x in range(5)]
        state[0] ^= constant
