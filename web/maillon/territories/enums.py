"""Closed lists of the territories."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class JurisdictionKind(TextChoices):
    """What a jurisdiction decides. Police and gendarmerie share one kind: a commune has one of the two."""

    PROSECUTOR = "prosecutor", _("Parquet")
    FORCE = "force", _("Police ou gendarmerie")
    COUNCIL = "council", _("Conseil départemental")
