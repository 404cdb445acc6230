"""What this installation is."""

from django.db import models
from django.db.models import Q


class Instance(models.Model):
    """The one row that names the installation and says whether its data is invented."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(max_length=120)
    departement_code = models.CharField(max_length=3)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="instance_is_one_row")]
