"""Communes, and which service is competent where."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from maillon.base.enums import Confidence
from maillon.territories.enums import JurisdictionKind


class Departement(models.Model):
    code = models.CharField(max_length=3, primary_key=True)
    name = models.CharField(max_length=60)


class Commune(models.Model):
    """A commune of the Code officiel géographique. `name` carries its article, as written on its town hall."""

    code = models.CharField(max_length=5, primary_key=True)
    name = models.CharField(max_length=60)
    departement = models.ForeignKey(Departement, on_delete=models.RESTRICT, related_name="communes")
    postal_codes = ArrayField(models.CharField(max_length=5), default=list)
    population = models.PositiveIntegerField(null=True)
    epci = models.CharField(max_length=9, blank=True)
    epci_name = models.CharField(max_length=120, blank=True)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    # Folded name without article, for search: see rules.fold.
    search_key = models.CharField(max_length=80, db_index=True)


class Jurisdiction(models.Model):
    """A public service's area: a prosecutor's office, a police district, a council."""

    code = models.SlugField(max_length=60, primary_key=True)
    kind = models.CharField(max_length=20, choices=JurisdictionKind)
    name = models.CharField(max_length=120)
    departement = models.ForeignKey(Departement, on_delete=models.RESTRICT, related_name="jurisdictions")


class Competence(models.Model):
    """That a jurisdiction covers a commune, with where we know it from."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.CASCADE, related_name="competences")
    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="competences")
    # Repeated from the jurisdiction, so that the database itself allows one of a kind for a commune.
    kind = models.CharField(max_length=20, choices=JurisdictionKind)
    confidence = models.CharField(max_length=20, choices=[(item.value, item.value) for item in Confidence])
    source = models.CharField(max_length=200)
    checked_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["commune", "kind"], name="one_jurisdiction_of_a_kind_per_commune")
        ]
