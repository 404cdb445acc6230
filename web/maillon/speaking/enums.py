"""Closed lists of those who speak without an account."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SourceLevel(TextChoices):
    """How busy the source is that a report comes from; the gate knows it, and nobody stores it."""

    NORMAL = "normal", _("habituel")
    BUSY = "busy", _("très actif")


class Kept(TextChoices):
    """The kinds of sealed content of this app; part of what binds an envelope to its place."""

    PAUSED = "speaking.paused", _("récit interrompu")


class ContactChannel(TextChoices):
    """How somebody may be contacted who said that she may be."""

    CALL = "call", _("Appel")
    SMS = "sms", _("SMS")
    EMAIL = "email", _("Courriel")
    OTHER = "other", _("Autrement")
