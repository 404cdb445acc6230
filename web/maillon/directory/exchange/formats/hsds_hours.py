"""Weekly opening times of HSDS in OpenStreetMap's syntax."""

import re
from collections import defaultdict
from collections.abc import Iterable

from maillon.directory.exchange.formats.hsds_models import Schedule

_DAYS = {"MO": "Mo", "TU": "Tu", "WE": "We", "TH": "Th", "FR": "Fr", "SA": "Sa", "SU": "Su"}
# A time of day, with seconds and an offset that are passed over: these are the clocks of the place.
_TIME = re.compile(r"(\d{1,2}):(\d\d)(:\d\d)?(Z|[+-]\d\d:?\d\d)?")


def weekly(schedules: Iterable[Schedule]) -> str:
    """`Mo,Tu 09:00-12:00,14:00-17:00; Fr 09:00-12:00` of entries that repeat each week; others say nothing."""
    spans: dict[str, set[str]] = defaultdict(set)
    for each in schedules:
        span = _span(each)
        for day in (each.byday or "").upper().split(","):
            if span and day.strip() in _DAYS:
                spans[day.strip()].add(span)
    alike: dict[str, list[str]] = defaultdict(list)
    for day, name in _DAYS.items():
        if day in spans:
            alike[",".join(sorted(spans[day]))].append(name)
    return "; ".join(f"{','.join(days)} {times}" for times, days in alike.items())


def _span(schedule: Schedule) -> str:
    if schedule.freq == "MONTHLY" or (schedule.interval or 1) != 1:
        return ""
    opens, closes = _time(schedule.opens_at), _time(schedule.closes_at)
    return f"{opens}-{closes}" if opens and closes else ""


def _time(text: str | None) -> str:
    found = _TIME.fullmatch((text or "").strip())
    return f"{int(found[1]):02}:{found[2]}" if found else ""
