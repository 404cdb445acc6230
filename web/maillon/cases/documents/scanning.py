"""Asking an antivirus program on this machine (ClamAV, INSTREAM on its socket), where one is set up.

Nothing leaves the machine, and nothing is written to a disk: the bytes go through a local socket.
"""

import socket
import struct

from django.conf import settings

from maillon.cases.enums import Scan
from maillon.cases.refusals import Infected, ScannerUnreachable

_SECONDS = 20
_PIECE = 64 * 1024
_CLEAN, _FOUND = "OK", "FOUND"


def scan(data: bytes) -> Scan:
    """What the antivirus says of these bytes; NOT_SCANNED where the instance has none (`CLAMAV_SOCKET` is empty).

    Raises Infected where it finds something, ScannerUnreachable where it is set up and gives no clear answer.
    """
    path = settings.CLAMAV_SOCKET
    if not path:
        return Scan.NOT_SCANNED
    try:
        answer = _ask(path, data)
    except OSError:
        raise ScannerUnreachable from None
    if answer.endswith(_FOUND):
        raise Infected
    if not answer.endswith(_CLEAN):
        raise ScannerUnreachable
    return Scan.CLEAN


def _ask(path: str, data: bytes) -> str:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.settimeout(_SECONDS)
        door.connect(path)
        door.sendall(b"zINSTREAM\0")
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE]
            door.sendall(struct.pack("!L", len(piece)) + piece)
        door.sendall(struct.pack("!L", 0))
        return _heard(door)


def _heard(door: socket.socket) -> str:
    answer = b""
    while not answer.endswith(b"\0") and (more := door.recv(_PIECE)):
        answer += more
    return answer.rstrip(b"\0").decode("ascii", "replace").strip()
