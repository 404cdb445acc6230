"""The first steps of `rules.matching`'s order, counted by the database, so that few rows have to be judged.

Each expression says what the rule of its name says; a test holds both to the same answers over services made up at
random. Only distances may differ, by the rounding of a float.
"""

import datetime as dt

from django.db.models import (
    Case,
    Expression,
    ExpressionWrapper,
    F,
    FloatField,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import ASin, Coalesce, Cos, Least, Power, Radians, Rank, Sin, Sqrt

from maillon.directory.models import Place, Service
from maillon.directory.rules.eligibility import ages_told
from maillon.directory.rules.nearness import BANDS_KM, ZONE_BANDS
from maillon.directory.rules.wanted import Wanted
from maillon.territories.rules.distances import EARTH_RADIUS_KM, Position


def best(found: QuerySet[Service], wanted: Wanted, on: dt.date, *, limit: int) -> QuerySet[Service]:
    """The services among which the best `limit` are: those level with the last of them stay in."""
    order = [
        _ruled_out(wanted),
        _covered(wanted).desc(),
        _flag(Q(due_on__lt=on)),
        _open_questions(wanted),
        _band(wanted),
    ]
    return found.annotate(place=Window(Rank(), order_by=order)).filter(place__lte=limit)


def _flag(condition: Q) -> Case:
    return Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())


def _count(conditions: list[Q]) -> Expression:
    total: Combinable = Value(0)
    for condition in conditions:
        total = total + _flag(condition)
    return ExpressionWrapper(total, output_field=IntegerField())


def _covered(wanted: Wanted) -> Expression:
    return _count([Q(needs__contains=[need]) for need in sorted(wanted.needs)])


def _ruled_out(wanted: Wanted) -> Case:
    ruled_out = Q(excludes__overlap=sorted(wanted.traits))
    told = ages_told(wanted)
    return _flag(ruled_out if told is None else ruled_out | _outside(told))


def _outside(told: tuple[int, int]) -> Q:
    return Q(min_age__gt=told[1]) | Q(max_age__lt=told[0])


def _open_questions(wanted: Wanted) -> Expression:
    unsaid = [~Q(excludes__contains=[trait]) & ~Q(welcomes__contains=[trait]) for trait in sorted(wanted.traits)]
    told = ages_told(wanted)
    if told is None:
        return _count(unsaid)
    some = Q(min_age__gt=told[0]) | Q(max_age__lt=told[1])
    unsure = Q(min_age=None, max_age=None) | (some & ~_outside(told))
    return _count([*unsaid, unsure])


def _band(wanted: Wanted) -> Case:
    by_zone = [When(zone_kind=kind, then=Value(band)) for kind, band in ZONE_BANDS.items()]
    zone = Case(*by_zone, default=Value(len(BANDS_KM)), output_field=IntegerField())
    if wanted.position is None:
        return zone
    limits = [When(km__lte=limit, then=Value(band)) for band, limit in enumerate(BANDS_KM)]
    nearest = (
        Place.objects.filter(service=OuterRef("pk"))
        .values("service")
        .annotate(km=Min(_km(wanted.position)))
        .annotate(band=Case(*limits, When(km__gt=BANDS_KM[-1], then=Value(len(BANDS_KM))), output_field=IntegerField()))
    )
    band = Coalesce(Subquery(nearest.values("band")), zone)
    return Case(When(is_confidential=True, then=zone), default=band, output_field=IntegerField())


def _km(start: Position) -> Combinable:
    latitude = Coalesce(F("latitude"), F("commune__latitude"), output_field=FloatField())
    longitude = Coalesce(F("longitude"), F("commune__longitude"), output_field=FloatField())
    rise = Power(Sin(Radians(latitude - start.latitude) / 2), 2)
    run = Power(Sin(Radians(longitude - start.longitude) / 2), 2)
    inside = rise + Cos(Radians(Value(start.latitude))) * Cos(Radians(latitude)) * run
    return 2 * EARTH_RADIUS_KM * ASin(Sqrt(Least(Value(1.0), inside)))
