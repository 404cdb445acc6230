"""Who a source is: an address, or the circuit of an onion service, known under a name that nobody can turn back.

The name is a digest under a random key of this process's memory, which is thrown away every day. Neither address
nor name goes to a database, a log, a cookie or a page.
"""

import secrets
from dataclasses import dataclass, field
from hashlib import blake2b
from ipaddress import IPv6Address, IPv6Network, ip_address
from socket import AF_INET, inet_pton

ROTATES_IN = 24 * 3600.0
_UNKNOWN = b"unknown"
# Tor writes the circuit into the last bits of an address that begins so (HiddenServiceExportCircuitID haproxy).
_CIRCUITS = IPv6Network("fc00:dead:beef:4dad::/64")


def address_of(peer: str, *, proxied: bool, header: str = "") -> str:
    """The address a request comes from, as text.

    `peer` is whom the server talks to, or whom a PROXY line named (`proxied`). `header` is what the proxy in front
    writes: its last entry counts, and only without a PROXY line, since Tor passes on whatever headers a client invents.
    """
    named = header.rpartition(",")[2].strip()
    return peer if proxied or not named else named


def network_of(address: str) -> bytes:
    """What counts as one source: an IPv4 address, the first half of an IPv6 address, or one circuit in whole.

    Whoever has no address that can be read (a Unix socket) shares one name.
    """
    try:
        # The many, in a tenth of the time.
        return inet_pton(AF_INET, address)
    except (OSError, ValueError):
        pass
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return _UNKNOWN
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return found.ipv4_mapped.packed
        return found.packed if found in _CIRCUITS else found.packed[:8]
    return found.packed


@dataclass
class Names:
    """Names of sources, and the day's key. `since` is the moment at which the key was made."""

    since: float
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def stale(self, at: float) -> bool:
        """True when the key has to be thrown away."""
        return at - self.since >= ROTATES_IN

    def name(self, address: str) -> bytes:
        """16 bytes that say the same of the same source for as long as the key lives."""
        return blake2b(network_of(address), digest_size=16, key=self.key).digest()
