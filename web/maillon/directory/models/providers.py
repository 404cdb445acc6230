"""Who offers services, whether or not it takes part in Maillon."""

from django.db import models
from django.db.models import Q

from maillon.directory.models.organisations import Organisation


class Provider(models.Model):
    """A body that offers services: HSDS's organization, data·inclusion's structure.

    `organisation` is the one with members and keys that it is here, if it takes part: what is sealed goes to that.
    """

    id = models.UUIDField(primary_key=True)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.RESTRICT, related_name="providers"
    )
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    siret = models.CharField(max_length=14, blank=True)
    website = models.URLField(max_length=500, blank=True)
    # Where it was imported from and what it is called there; both empty for what was written here.
    source = models.CharField(max_length=60, blank=True)
    external_id = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "external_id"], condition=~Q(external_id=""), name="one_provider_per_external_id"
            ),
            models.CheckConstraint(
                condition=Q(source="", external_id="") | ~Q(source=""), name="provider_has_a_source"
            ),
        ]

    def __str__(self) -> str:
        return self.name
