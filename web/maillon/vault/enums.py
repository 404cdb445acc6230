"""Closed lists of the vault."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class KeyOwner(TextChoices):
    """Whose key pair it is."""

    MEMBER = "member", _("membre")
    ORGANISATION = "organisation", _("organisation")
    CODE = "code", _("code de suivi")
    LINK = "link", _("lien de réponse")
