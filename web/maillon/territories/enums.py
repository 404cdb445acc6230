"""Closed lists of the territories."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class JurisdictionKind(TextChoices):
    """What a jurisdiction decides. Police and gendarmerie share one kind: a commune has one of the two."""

    PROSECUTOR = "prosecutor", _("Parquet")
    FORCE = "force", _("Police ou gendarmerie")
    COUNCIL = "council", _("Conseil départemental")


class NameKind(IntegerChoices):
    """Which part of a commune's designation a search key is made of. A smaller number is a better hit."""

    WHOLE = 0, "whole name"
    LATER_WORD = 1, "from a later word on"
    POSTAL = 2, "postal code"
