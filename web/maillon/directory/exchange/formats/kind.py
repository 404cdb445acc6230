"""What every format is: two functions, and what it can say."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import BinaryIO

from django.utils.functional import Promise

from maillon.directory.exchange.records import LeftOut, Record, Row

Read = Callable[[BinaryIO], Iterator[Row]]
Write = Callable[[Iterable[Record], BinaryIO], list[LeftOut]]
_ASIDE = frozenset({"external_id", "where", "notes", "changed_on"})
ALL_FIELDS = frozenset(entry.name for entry in fields(Record)) - _ASIDE


@dataclass(frozen=True, kw_only=True)
class Format:
    """`read` yields a row for each service and raises nothing, whatever the bytes; `write` says what it left out.

    `carries` are the fields of Record that the format has words for: importing leaves the others alone. Of the lists in
    `vocabulary`, it has words for these codes only. `one_place`: a service has one place at most.
    """

    code: str
    title: str | Promise
    suffix: str
    media_type: str
    is_text: bool
    read: Read
    write: Write
    carries: frozenset[str] = ALL_FIELDS
    vocabulary: Mapping[str, frozenset[str]] = field(default_factory=dict)
    one_place: bool = False
