"""Texts of data/clocks.toml, for makemessages. Written by `manage.py guidance_messages`."""
# ruff: noqa: E501

from django.utils.translation import gettext_noop as _

MESSAGES = (
    _("Évaluation de l’information préoccupante : trois mois au plus après réception, moins selon le danger et l’âge."),
    _(
        "Réception confirmée sous 4 heures en cas de danger. Délai fixé par Maillon : la loi dit seulement « sans délai »."
    ),
    _(
        "Réception confirmée sous 24 heures pour un mineur. Délai fixé par Maillon : la loi dit seulement « sans délai »."
    ),
    _("Réception confirmée sous 72 heures pour une personne majeure. Délai fixé par Maillon : la loi n’en donne pas."),
)
