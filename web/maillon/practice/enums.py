"""Closed lists of the exercises."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Moment(TextChoices):
    """When a questionnaire is answered."""

    BEFORE = "before", _("Avant")
    AFTER = "after", _("Après")
