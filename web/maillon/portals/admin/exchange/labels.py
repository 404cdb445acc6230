"""What the fields of a directory file are called on screen."""

from django.utils.translation import gettext_lazy as _

_LABELS = {
    "name": _("Nom"),
    "summary": _("En quelques mots"),
    "needs": _("Besoins"),
    "min_age": _("Âge minimal"),
    "max_age": _("Âge maximal"),
    "welcomes": _("Accueille"),
    "excludes": _("N’accueille pas"),
    "languages": _("Langues"),
    "eligibility": _("Conditions d’accès"),
    "zone_kind": _("Étendue du territoire"),
    "zone": _("Territoire"),
    "hours": _("Horaires"),
    "phone": _("Téléphone"),
    "email": _("Courriel"),
    "website": _("Site"),
    "pro_phone": _("Téléphone réservé aux professionnels"),
    "pro_email": _("Courriel réservé aux professionnels"),
    "how": _("Comment joindre"),
    "cost": _("Coût"),
    "is_confidential": _("Adresse confidentielle"),
    "confidence": _("Certitude"),
    "confirmed_on": _("Confirmé le"),
    "confirmed_by": _("Confirmé par"),
    "source_url": _("Adresse de la source"),
    "ended_on": _("Fin"),
    "places": _("Lieux"),
    "provider": _("Structure"),
}


def label_of(field: str) -> str:
    """The label of a field of Record; a column or path of the file is shown as it is."""
    return str(_LABELS.get(field, field))
