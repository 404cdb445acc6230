"""Where a service receives people. Never a shelter's: that one has a front door only."""

from django.db import models

from maillon.directory.models.services import Service
from maillon.territories.models import Commune


class Place(models.Model):
    """A public address of a service; its position is the one given, else the town hall's."""

    id = models.UUIDField(primary_key=True)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="places")
    commune = models.ForeignKey(Commune, on_delete=models.RESTRICT, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    # Its own hours where they differ from the service's.
    hours = models.CharField(max_length=500, blank=True)
