"""What a person can be oriented to: for whom, where, when, how to reach it, and how sure all this is."""

import datetime as dt

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q

from maillon.base.enums import Confidence
from maillon.directory.enums import Cost, Need, Trait, ZoneKind
from maillon.directory.models.providers import Provider

_CONFIDENCES = [(item.value, item.value) for item in Confidence]
_CODE = 20
SEARCHED = SearchVector("search_key", config="simple")
"""What full-text search looks at: folded text (territories.rules.folding), so the database need not know French."""


class Service(models.Model):
    """One service of a provider. Empty text, list or null always means unknown, never no."""

    id = models.UUIDField(primary_key=True)
    provider = models.ForeignKey(Provider, on_delete=models.CASCADE, related_name="services")
    name = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    needs = ArrayField(models.CharField(max_length=_CODE, choices=Need))
    # Whom it is for. Both ages are included; without one there is no limit that anybody knows of.
    min_age = models.PositiveSmallIntegerField(null=True, blank=True)
    max_age = models.PositiveSmallIntegerField(null=True, blank=True)
    welcomes = ArrayField(models.CharField(max_length=_CODE, choices=Trait), default=list, blank=True)
    excludes = ArrayField(models.CharField(max_length=_CODE, choices=Trait), default=list, blank=True)
    languages = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    eligibility = models.TextField(blank=True)
    # Where it acts: communes (C61001), départements (D61; a region is its départements) or the country (FR).
    zone_kind = models.CharField(max_length=20, choices=ZoneKind)
    zone = ArrayField(models.CharField(max_length=8))
    # OpenStreetMap's syntax, exceptions included (base.opening).
    hours = models.CharField(max_length=500, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(max_length=500, blank=True)
    # For professionals alone: never shown at the public door, never exported.
    pro_phone = models.CharField(max_length=30, blank=True)
    pro_email = models.EmailField(blank=True)
    how = models.TextField(blank=True)
    cost = models.CharField(max_length=20, choices=Cost, blank=True)
    # Its address is secret: it has a front door (`how`, a number), and no place is stored (a trigger holds this).
    is_confidential = models.BooleanField(default=False)
    confidence = models.CharField(max_length=20, choices=_CONFIDENCES)
    # Freshness: when its facts were last confirmed, by whom in words, and until when that holds.
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=200, blank=True)
    due_on = models.DateField()
    last_success_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=60, blank=True)
    external_id = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    changed_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)
    # Folded: name, provider, summary, needs in words, communes of its places.
    search_key = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "external_id"], condition=~Q(external_id=""), name="one_service_per_external_id"
            ),
            models.CheckConstraint(condition=Q(source="", external_id="") | ~Q(source=""), name="service_has_a_source"),
            models.CheckConstraint(
                condition=~Q(welcomes__overlap=F("excludes")), name="nobody_is_welcome_and_excluded"
            ),
            models.CheckConstraint(
                condition=Q(min_age=None) | Q(max_age=None) | Q(min_age__lte=F("max_age")), name="ages_are_in_order"
            ),
            models.CheckConstraint(condition=Q(needs__len__gt=0), name="a_service_covers_a_need"),
            models.CheckConstraint(condition=Q(zone__len__gt=0), name="a_service_acts_somewhere"),
        ]
        indexes = [
            # Both at once: everybody who looks for help in a place looks for a need.
            GinIndex(fields=["zone", "needs"], name="service_by_zone_and_need"),
            GinIndex(SEARCHED, name="service_by_words"),
        ]

    def __str__(self) -> str:
        return self.name

    def is_over(self, on: dt.date) -> bool:
        """Whether it, or its provider with it, has ended by that day. Needs its provider loaded."""
        return any(day is not None and day <= on for day in (self.ended_on, self.provider.ended_on))
