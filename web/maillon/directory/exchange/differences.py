"""What a file would change. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from maillon.directory.exchange.formats.kind import Format
from maillon.directory.exchange.records import PlaceRecord, Record

# Files that say nothing of these leave them as they are.
_ONLY_IF_SAID = frozenset({"pro_phone", "pro_email"})
_BELIEF = frozenset({"confirmed_on", "confirmed_by", "confidence"})


@dataclass(frozen=True)
class FieldChange:
    """One field, before and after, as Record has it."""

    field: str
    before: Any
    after: Any


def merged(old: Record, new: Record, kind: Format) -> Record:
    """What the service would be: the new record where its format has words, the old one elsewhere.

    A confirmation made here is never undone by an older one of the file.
    """
    values = {name: getattr(new, name) for name in kind.carries - _BELIEF if _is_said(name, new)}
    for name, known in kind.vocabulary.items():
        unsaid = set(getattr(old, name)) - known
        values[name] = tuple(sorted({*getattr(new, name), *unsaid}))
    if "zone_kind" not in kind.carries and new.zone == old.zone:
        values["zone_kind"] = old.zone_kind
    # Whom the format does not exclude, an older word here may: welcoming them wins.
    values["excludes"] = tuple(sorted(set(values.get("excludes", old.excludes)) - set(values.get("welcomes", ()))))
    secret = values.get("is_confidential", old.is_confidential)
    values["places"] = () if secret else _places(old, new, kind)
    values |= _belief(old, new)
    # It is there, so it lives.
    values["ended_on"] = new.ended_on
    return replace(old, **values)


def _is_said(name: str, new: Record) -> bool:
    return name not in _ONLY_IF_SAID or bool(getattr(new, name))


def _belief(old: Record, new: Record) -> dict[str, Any]:
    if old.confirmed_on and (new.confirmed_on is None or new.confirmed_on < old.confirmed_on):
        return {}
    found: dict[str, Any] = {"confidence": new.confidence or old.confidence}
    if new.confirmed_on != old.confirmed_on:
        found |= {"confirmed_on": new.confirmed_on, "confirmed_by": new.confirmed_by}
    return found


def _places(old: Record, new: Record, kind: Format) -> tuple[PlaceRecord, ...]:
    """A format that knows but one place, without name and hours, moves the one it means and leaves the others."""
    if not kind.one_place or len(new.places) != 1:
        return new.places
    (told,) = new.places
    if not any(_is_same(told, place) for place in old.places):
        return new.places
    return tuple(_moved(place, told) if _is_same(told, place) else place for place in old.places)


def _is_same(told: PlaceRecord, place: PlaceRecord) -> bool:
    return (told.commune, told.address) == (place.commune, place.address)


def _moved(place: PlaceRecord, told: PlaceRecord) -> PlaceRecord:
    if told.longitude is None or told.latitude is None:
        return place
    return replace(place, longitude=told.longitude, latitude=told.latitude)


def changes(old: Record, new: Record) -> Iterator[FieldChange]:
    """The fields that differ, by name."""
    for name in sorted(vars(old)):
        if name not in {"where", "notes", "changed_on"} and getattr(old, name) != getattr(new, name):
            yield FieldChange(name, getattr(old, name), getattr(new, name))
