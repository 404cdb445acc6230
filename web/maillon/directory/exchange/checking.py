"""Makes a Record of what a format has found in a line, or says all that is wrong with it."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from maillon.base.enums import Confidence
from maillon.directory.enums import Cost, Need, Trait, ZoneKind
from maillon.directory.exchange import words
from maillon.directory.exchange.records import BadRow, LeftOut, PlaceRecord, ProviderRecord, Record, Row
from maillon.directory.exchange.values import Values

Raw = Mapping[str, Any]
LONG, NAME, LINE = 10_000, 200, 500
_NEEDS, _TRAITS = frozenset(Need.values), frozenset(Trait.values)
_KINDS, _COSTS = frozenset(ZoneKind.values), frozenset(Cost.values)
_CONFIDENCES = frozenset(item.value for item in Confidence)


def record_of(raw: Raw, where: str, *, forgiving: bool) -> Row:
    """A Record of values under its own field names, texts or lists of texts; `places` and `provider` are mappings.

    `forgiving` is for files that others keep: hours that nobody can read are left unknown, with a note, and a service
    that nobody could reach is left out.
    """
    external_id = Values(raw, where, forgiving=True).text("external_id", 200)
    found = Values(raw, where, external_id=external_id, forgiving=forgiving)
    facts: dict[str, Any] = {"external_id": found.text("external_id", 200, required=True)}
    for part in (_provider, _words, _publics, _zone, _reach, _trust):
        facts |= part(found)
    _contradictions(facts, found)
    places = _places(found)
    if facts["is_confidential"] and places:
        places = found.leave_out(words.ADDRESS_DROPPED)
    if not _ways_in(facts, places):
        if forgiving and not found.problems:
            return LeftOut(where, external_id, words.NO_WAY_IN)
        found.wrong("phone", words.NO_WAY_IN)
    if found.problems:
        return BadRow(where, tuple(found.problems), external_id)
    return Record(**facts, places=places, changed_on=raw.get("changed_on"), where=where, notes=tuple(found.notes))


def _provider(found: Values) -> Mapping[str, Any]:
    told = found.within("provider", "provider_")
    return {
        "provider": ProviderRecord(
            external_id=told.text("external_id", 200, required=True, shown="provider_id"),
            name=told.text("name", NAME, required=True),
            description=told.text("description", LONG),
            siret=told.siret("siret"),
            website=told.address("website"),
        )
    }


def _words(found: Values) -> Mapping[str, Any]:
    texts = {"name": NAME, "summary": LONG, "eligibility": LONG, "how": LONG}
    return {name: found.text(name, length, required=name == "name") for name, length in texts.items()}


def _publics(found: Values) -> Mapping[str, Any]:
    return {
        "needs": found.codes("needs", _NEEDS, required=True),
        "min_age": found.age("min_age"),
        "max_age": found.age("max_age"),
        "welcomes": found.codes("welcomes", _TRAITS),
        "excludes": found.codes("excludes", _TRAITS),
        "languages": found.languages("languages"),
        "cost": found.code("cost", _COSTS),
    }


def _zone(found: Values) -> Mapping[str, Any]:
    zone = found.zone("zone")
    return {"zone": zone, "zone_kind": found.code("zone_kind", _KINDS) or kind_of(zone)}


def kind_of(zone: Sequence[str]) -> str:
    """How large a zone is, where nothing says so: a region can't be told from its départements."""
    if "FR" in zone:
        return ZoneKind.COUNTRY.value
    whole = any(code.startswith("D") for code in zone)
    return (ZoneKind.DEPARTEMENT if whole else ZoneKind.COMMUNES).value


def _reach(found: Values) -> Mapping[str, Any]:
    return {
        "hours": found.hours("hours"),
        "phone": found.text("phone", 30),
        "email": found.email("email"),
        "website": found.address("website"),
        "pro_phone": found.text("pro_phone", 30),
        "pro_email": found.email("pro_email"),
        "is_confidential": found.yes("is_confidential"),
    }


def _trust(found: Values) -> Mapping[str, Any]:
    return {
        "confidence": found.code("confidence", _CONFIDENCES),
        "confirmed_on": found.date("confirmed_on"),
        "confirmed_by": found.text("confirmed_by", 200),
        "source_url": found.address("source_url"),
        "ended_on": found.date("ended_on"),
    }


def _ways_in(facts: Mapping[str, Any], places: Sequence[PlaceRecord]) -> bool:
    ways = ("phone", "email", "website", "pro_phone", "pro_email", "how")
    return any(facts[name] for name in ways) or any(place.address or place.name for place in places)


def _contradictions(facts: Mapping[str, Any], found: Values) -> None:
    low, high = facts["min_age"], facts["max_age"]
    if low is not None and high is not None and low > high:
        found.wrong("max_age", words.AGES_CROSSED, high)
    for trait in sorted(set(facts["welcomes"]) & set(facts["excludes"])):
        found.wrong("excludes", words.BOTH, trait)


def _places(found: Values) -> tuple[PlaceRecord, ...]:
    told = [_place(each) for each in found.each("places", "place_")]
    return in_order(place for place in told if place is not None)


def in_order(places: Iterable[PlaceRecord]) -> tuple[PlaceRecord, ...]:
    """Places without repetition, in the one order that makes two files comparable."""
    key: Callable[[PlaceRecord], tuple[str, ...]] = lambda place: (  # noqa: E731 - a key, used once
        place.commune, place.address, place.name, place.hours, str(place.longitude), str(place.latitude),
    )  # fmt: skip
    return tuple(sorted(dict.fromkeys(places), key=key))


def _place(found: Values) -> PlaceRecord | None:
    place = PlaceRecord(
        commune=found.commune("commune"),
        name=found.text("name", NAME),
        address=found.text("address", 300),
        longitude=found.degrees("longitude", 180),
        latitude=found.degrees("latitude", 90),
        hours=found.hours("hours"),
        city=found.text("city", NAME),
        postal_code=found.text("postal_code", 5),
    )
    return None if place == PlaceRecord() and not (place.city or place.postal_code) else place


def in_the_future(record: Record, today: dt.date) -> BadRow | None:
    """What is wrong with a record whose confirmation is dated later than today."""
    if record.confirmed_on is None or record.confirmed_on <= today:
        return None
    found = Values({}, record.where, external_id=record.external_id)
    found.wrong("confirmed_on", words.IN_THE_FUTURE, record.confirmed_on)
    return BadRow(record.where, tuple(found.problems), record.external_id)
