"""How a directory stays true: who confirmed what, whether the phone answered, what is free, where it does not act."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from maillon.directory.enums import Confirmed, Decided
from maillon.directory.models.services import Service


class Confirmation(models.Model):
    """That somebody stood for a service's facts on a day. `by` is a member; None for an import."""

    id = models.UUIDField(primary_key=True)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="confirmations")
    way = models.CharField(max_length=20, choices=Confirmed)
    at = models.DateTimeField()
    by = models.UUIDField(null=True)
    by_name = models.CharField(max_length=200, blank=True)


class Call(models.Model):
    """Whether the phone answered, said with one tap after a call."""

    id = models.UUIDField(primary_key=True)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="calls")
    answered = models.BooleanField()
    at = models.DateTimeField()
    by = models.UUIDField()


class Capacity(models.Model):
    """How many places are free: dated, by whom, and for how long anybody may believe it."""

    id = models.UUIDField(primary_key=True)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="capacities")
    free = models.PositiveSmallIntegerField()
    total = models.PositiveSmallIntegerField(null=True)
    said_at = models.DateTimeField()
    said_by = models.UUIDField()
    said_by_name = models.CharField(max_length=200)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(total=None) | Q(free__lte=F("total")), name="no_more_free_than_there_are"
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("said_at")), name="capacity_expires_later"),
        ]


class ZoneDoubt(models.Model):
    """A refusal “not in our zone”: for which commune (C61001), and which refusal it was, so that it counts once."""

    refusal_id = models.UUIDField(primary_key=True)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="zone_doubts")
    commune_code = models.CharField(max_length=5)
    at = models.DateTimeField()


class ZoneProposal(models.Model):
    """That a service's zone be corrected, made of several doubts; a person decides (guardrail G11)."""

    id = models.UUIDField(primary_key=True)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="zone_proposals")
    # What would be taken out of the zone.
    commune_codes = ArrayField(models.CharField(max_length=5))
    doubts = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    decided = models.CharField(max_length=20, choices=Decided, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service"], condition=Q(decided=""), name="one_open_zone_proposal"),
            models.CheckConstraint(
                condition=Q(decided="", decided_at=None) | (~Q(decided="") & Q(decided_at__isnull=False)),
                name="a_decision_has_its_moment",
            ),
        ]
