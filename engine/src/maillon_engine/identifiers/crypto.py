"""Addresses of cryptocurrencies, only those whose checksum fits: Bitcoin, Litecoin, Ethereum, Tron, Monero."""

import re
from collections.abc import Iterator
from typing import Final

from maillon_engine.identifiers.checksums import base58_check, base58_number, keccak_256
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

# One scan finds whatever could be an address: long runs without spaces. Case counts, so the original is read.
_RUN = re.compile(
    r"(?<![0-9A-Za-z])(?:0x[0-9a-fA-F]{40}|(?:bc1|BC1|ltc1|LTC1)[0-9A-Za-z]{20,87}|[1-9A-HJ-NP-Za-km-z]{25,95})(?![0-9A-Za-z])"
)
_SHORTEST = 25
_VERSIONS = {0x00: "btc", 0x05: "btc", 0x30: "ltc", 0x32: "ltc", 0x41: "trx"}
_MONERO_BLOCK, _MONERO_BYTES, _MONERO_NETWORKS = 11, 8, frozenset({18, 19, 42})
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


class Crypto:
    """Kind `crypto`; the value is `currency:address`."""

    kind = "crypto"
    words: Final = frozenset[str]()

    def may_hold(self, text: Prepared) -> bool:
        """The shortest address has 25 characters without a space, and some digit."""
        return text.digits > 0 and _has_run(text.original, _SHORTEST)

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Addresses whose checksum fits; an Ethereum address in one case carries none and counts by its form."""
        _ = region
        for run in _RUN.finditer(text.original):
            currency = _currency(run[0])
            if currency is not None:
                address = run[0].lower() if currency == "eth" else run[0]
                yield Identifier(self.kind, f"{currency}:{address}", run.start(), run.end())


def _has_run(text: str, size: int) -> bool:
    """Whether so many characters stand without a space between them: leaps from a space to the last one in reach."""
    after, last = 0, len(text) - size
    while after <= last:
        space = text.rfind(" ", after, after + size)
        if space < 0:
            return max(map(len, text.split()), default=0) >= size  # other blanks may part them
        after = space + 1
    return False


def _currency(address: str) -> str | None:
    if address.startswith("0x"):
        return "eth" if _is_ethereum(address[2:]) else None
    if address.lower().startswith(("bc1", "ltc1")):
        return _segwit(address)
    if len(address) == 95:
        return "xmr" if _is_monero(address) else None
    payload = base58_check(address) if len(address) <= 35 else None
    return _VERSIONS.get(payload[0]) if payload is not None and len(payload) == 21 else None


def _is_ethereum(digits: str) -> bool:
    """By EIP-55: the case of each letter is a bit of the digest of the address in lower case."""
    lower = digits.lower()
    if digits in {lower, digits.upper()}:
        return True
    digest = keccak_256(lower.encode()).hex()
    return all(
        not letter.isalpha() or letter.isupper() == (int(bit, 16) >= 8)
        for letter, bit in zip(digits, digest, strict=False)
    )


def _segwit(address: str) -> str | None:
    if address.lower().startswith("bc1"):
        from stdnum import bitcoin  # noqa: PLC0415 - brings sockets and documentation, which few texts need

        return "btc" if bitcoin.is_valid(address) else None
    return "ltc" if address in {address.lower(), address.upper()} and _bech32_fits(address.lower()) else None


def _bech32_fits(address: str) -> bool:
    """The checksum of BIP 173, or of BIP 350 from version 1 on."""
    prefix, _, data = address.rpartition("1")
    if any(character not in _BECH32 for character in data):
        return False
    values = [ord(character) >> 5 for character in prefix] + [0] + [ord(character) & 31 for character in prefix]
    check = 1
    for value in [*values, *map(_BECH32.index, data)]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> place & 1 else 0
    return check == (1 if data[0] == "q" else 0x2BC830A3)


def _is_monero(address: str) -> bool:
    """Eight full blocks of eight bytes and one of five, the last four bytes being the head of their digest."""
    raw = b""
    for at in range(0, 95, _MONERO_BLOCK):
        number = base58_number(address[at : at + _MONERO_BLOCK])
        size = _MONERO_BYTES if at < 88 else 5
        if number is None or number >= 1 << (8 * size):
            return False
        raw += number.to_bytes(size, "big")
    return raw[0] in _MONERO_NETWORKS and keccak_256(raw[:-4])[:4] == raw[-4:]
