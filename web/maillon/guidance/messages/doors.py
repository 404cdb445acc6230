"""Texts of data/doors.toml, for makemessages. Written by `manage.py guidance_messages`."""

from django.utils.translation import gettext_noop as _

MESSAGES = (
    _("Police ou gendarmerie, quand quelqu’un est en danger maintenant."),
    _("Par SMS, si parler est impossible ou dangereux."),
    _("Le numéro d’urgence de toute l’Europe."),
    _("En cas de blessure ou de malaise."),
    _("Ensuite, pour un enfant ou un adolescent : à toute heure."),
    _("Pour tout enfant ou adolescent en danger, y compris s’il s’agit de prostitution."),
    _("Pour dormir à l’abri."),
    _("Pour une annonce ou des images que tout le monde peut voir."),
    _("Pour écrire à un policier ou à un gendarme, sans se déplacer."),
    _("Pour rencontrer des soignants, à Alençon."),
    _("Pour rencontrer quelqu’un près de chez soi, dans l’Orne."),
    _("Pour les femmes : être écoutée, et savoir vers qui aller."),
    _("Pour toute victime : être écoutée, connaître ses droits, être aidée."),
)
