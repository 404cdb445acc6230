"""Communes, and which service is competent where."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from maillon.base.enums import Confidence
from maillon.base.ids import new_id
from maillon.territories.enums import JurisdictionKind, NameKind

_CONFIDENCES = [(item.value, item.value) for item in Confidence]


class Departement(models.Model):
    code = models.CharField(max_length=3, primary_key=True)
    name = models.CharField(max_length=60)

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class Commune(models.Model):
    """A commune of the Code officiel géographique. `name` carries its article, as written on its town hall."""

    code = models.CharField(max_length=5, primary_key=True)
    name = models.CharField(max_length=60)
    departement = models.ForeignKey(Departement, on_delete=models.RESTRICT, related_name="communes")
    # Empty for the one commune whose code the source lacks.
    postal_codes = ArrayField(models.CharField(max_length=5), default=list)
    population = models.PositiveIntegerField(null=True)
    epci = models.CharField(max_length=9, blank=True)
    epci_name = models.CharField(max_length=120, blank=True)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    # The folded name without its article (rules.folding.fold): what is searched, and what lists sort by, since
    # the database need not know French.
    search_key = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["departement", "search_key"], name="commune_by_departement")]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """What a person reads: “Alençon (61000)”, or the département where there are several postal codes or none."""
        place = self.postal_codes[0] if len(self.postal_codes) == 1 else self.departement_id
        return f"{self.name} ({place})"


class CommuneName(models.Model):
    """One beginning under which somebody may type a commune: its name, the rest of it from a later word on, or a
    postal code. Rebuilt with the commune; population and département are repeated so that ranking needs no join.
    """

    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="names")
    kind = models.PositiveSmallIntegerField(choices=NameKind)
    key = models.CharField(max_length=80)
    departement_code = models.CharField(max_length=3)
    population = models.PositiveIntegerField(default=0)
    # Digests of the key's beginning with one letter left out (rules.typos.variants), to forgive a slip.
    typo_keys = ArrayField(models.IntegerField(), default=list)

    class Meta:
        indexes = [
            models.Index(fields=["key"], name="commune_name_prefix", opclasses=["varchar_pattern_ops"]),
            GinIndex(fields=["typo_keys"], name="commune_name_typos", fastupdate=False),
        ]


class Jurisdiction(models.Model):
    """A public service's area: a prosecutor's office, a police district, a council. Confidence is in its existence."""

    code = models.SlugField(max_length=60, primary_key=True)
    kind = models.CharField(max_length=20, choices=JurisdictionKind)
    name = models.CharField(max_length=120)
    departement = models.ForeignKey(Departement, on_delete=models.RESTRICT, related_name="jurisdictions")
    confidence = models.CharField(max_length=20, choices=_CONFIDENCES)
    source = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name


class Competence(models.Model):
    """That a jurisdiction covers a commune, with where we know it from."""

    id = models.UUIDField(primary_key=True, default=new_id)
    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.CASCADE, related_name="competences")
    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="competences")
    # Repeated from the jurisdiction, so that the database itself allows one of a kind for a commune.
    kind = models.CharField(max_length=20, choices=JurisdictionKind)
    confidence = models.CharField(max_length=20, choices=_CONFIDENCES)
    source = models.CharField(max_length=200)
    checked_on = models.DateField()
    # Set once a person has corrected or confirmed the row: loading the project's data leaves it alone from then on.
    edited_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["commune", "kind"], name="one_jurisdiction_of_a_kind_per_commune")
        ]

    @property
    def to_confirm(self) -> bool:
        """Whether people must be told that this is not certain (“à confirmer”)."""
        return self.confidence == Confidence.UNCONFIRMED
