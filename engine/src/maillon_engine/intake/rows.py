"""One row of a batch: what it must hold, and what becomes of its values. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from maillon_engine.intake.faults import Fault

# Longer than any advert or statement; what is longer is a file in a field.
LONGEST_TEXT = 1_000_000
_IMAGE_HASH = re.compile(r"(?:0x)?([0-9a-f]{16})", re.IGNORECASE)
_FRENCH = ("%d/%m/%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y à %H:%M")


@dataclass(frozen=True, slots=True)
class Document:
    """A row that is taken in. `faults` are those that cost it a value."""

    id: str
    text: str
    posted_at: datetime | None = None
    place: str | None = None
    source: str | None = None
    image_hash: str | None = None
    faults: tuple[Fault, ...] = field(default=())


def document(values: Mapping[str, Any]) -> Document | Fault:
    """The document in these values, or why there is none."""
    identifier, text = as_text(values.get("id")), as_text(values.get("text"))
    fault = _fault(identifier, text)
    if fault is not None:
        return fault
    faults: list[Fault] = []
    posted_at = _or_fault(values.get("posted_at"), instant, Fault.POSTED_AT, faults)
    image_hash = _or_fault(values.get("image_hash"), hash_digits, Fault.IMAGE_HASH, faults)
    place, source = (_clean(values.get(name)) for name in ("place", "source"))
    return Document(identifier, text, posted_at, place, source, image_hash, tuple(faults))


def _fault(identifier: str, text: str) -> Fault | None:
    both = identifier + text
    if not both.strip():
        return Fault.EMPTY
    if "\x00" in both:
        return Fault.NUL
    if not _is_unicode(both):
        return Fault.NOT_UTF8
    if not identifier.strip():
        return Fault.NO_ID
    if not text.strip():
        return Fault.NO_TEXT
    return Fault.TOO_LONG if len(text) > LONGEST_TEXT else None


def instant(value: Any) -> datetime | None:
    """The instant in UTC that a value says: a datetime, a date, ISO 8601, French day first, or seconds since 1970.

    None when it says none. An instant without a zone is taken as UTC.
    """
    found = value if isinstance(value, datetime) else _parsed(as_text(value).strip())
    if found is None:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _parsed(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    for form in _FRENCH:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 - the zone is given by the caller
        except ValueError:
            continue
    # Since 2001, before 2286: other numbers are something else.
    return datetime.fromtimestamp(int(text), UTC) if re.fullmatch(r"[1-9][0-9]{9}", text) else None


def hash_digits(value: Any) -> str | None:
    """Sixteen lower-case hex digits, or None when the value is something else."""
    found = _IMAGE_HASH.fullmatch(as_text(value).strip())
    return found[1].lower() if found else None


def _or_fault(value: Any, read: Any, fault: Fault, faults: list[Fault]) -> Any:
    if not as_text(value).strip():
        return None
    found = read(value)
    if found is None:
        faults.append(fault)
    return found


def _clean(value: Any) -> str | None:
    text = as_text(value).strip()
    return text if text and "\x00" not in text and _is_unicode(text) else None


def as_text(value: Any) -> str:
    """A value as text: bytes that are not UTF-8 become lone surrogates, nothing is ""."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    return "" if value is None else str(value)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
