"""A keyed statement of where every chain stood, to be kept away from the database. Pure."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from maillon.journal.rules import Head

_FORMAT = "maillon-journal-anchor/1"


class NotAnAnchor(ValueError):  # noqa: N818 - says what the text is, not what went wrong
    """The text is no anchor, was changed since it was written, or was written under another key."""


def statement(key: bytes, at: datetime, heads: Iterable[Head]) -> str:
    """JSON that names each chain’s length and last digest, closed by an HMAC-SHA256 under the journal’s key."""
    body: dict[str, Any] = {
        "format": _FORMAT,
        "at": at.isoformat(),
        "chains": [{"chain": head.chain, "length": head.length, "head": head.digest.hex()} for head in heads],
    }
    return json.dumps(body | {"mac": _mac(key, body)}, indent=1) + "\n"


def marks(key: bytes, text: str) -> dict[int, Head]:
    """The heads that an anchor states, by chain, for `rules.check_chain`. Raises NotAnAnchor."""
    try:
        body = json.loads(text)
        mac = body.pop("mac")
        if body["format"] != _FORMAT or not hmac.compare_digest(mac, _mac(key, body)):
            raise NotAnAnchor
        heads = [Head(row["chain"], row["length"], bytes.fromhex(row["head"]), b"") for row in body["chains"]]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotAnAnchor from error
    return {head.chain: head for head in heads}


def _mac(key: bytes, body: dict[str, Any]) -> str:
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hmac.digest(key, b"anchor|" + text.encode(), hashlib.sha256).hex()
