"""Closed lists of the directory."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganisationKind(TextChoices):
    """What an organisation is, as far as the law treats it differently."""

    GENDARMERIE = "gendarmerie", _("Gendarmerie")
    POLICE = "police", _("Police nationale")
    PROSECUTOR = "prosecutor", _("Parquet")
    FIRE_RESCUE = "fire_rescue", _("Sapeurs-pompiers")
    PREFECTURE = "prefecture", _("Préfecture")
    COUNCIL = "council", _("Conseil départemental (CRIP)")
    HEALTH = "health", _("Santé")
    SCHOOL = "school", _("Établissement scolaire")
    ASSOCIATION = "association", _("Association")
    LODGING = "lodging", _("Hébergement touristique, logement")
    OTHER = "other", _("Autre")


class Secrecy(TextChoices):
    """Whether its members are bound by professional secrecy; settled by the organisation's own DPO or lawyer."""

    BOUND = "bound", _("secret professionnel")
    DISCRETION = "discretion", _("obligation de discrétion")
    NONE = "none", _("ni l’un ni l’autre")
    TO_CONFIRM = "to_confirm", _("à confirmer")
