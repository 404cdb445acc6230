"""What an address says was just done, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DONE: Mapping[str, str | Promise] = {
    "acceptee": _("C’est accepté. La personne qui oriente en est prévenue. Fixez un rendez-vous dès que possible."),
    "refusee": _("C’est refusé. Le service suivant est sollicité, s’il y en a un."),
    "rendez-vous": _("Le rendez-vous est noté. Chacun peut l’ajouter à son agenda."),
    "absence": _("L’absence est notée, sans reproche. Proposez un autre rendez-vous."),
    "rencontre": _("La rencontre est notée. Quand c’est terminé, dites avec quelle issue."),
    "terminee": _("C’est terminé. L’issue est transmise à la personne qui oriente et, en mots simples, à la personne."),
    "retiree": _("La demande est retirée : aucun service ne peut plus rien ouvrir."),
    "service-retire": _("La demande est retirée à ce service : il ne peut plus rien ouvrir."),
    "accord-retire": _("C’est noté : ce service ne peut plus rien ouvrir."),
    "lien-retire": _("Le lien est retiré : il n’ouvre plus rien."),
    "ajoute": _("Le service est ajouté à la suite."),
    "demande": _("C’est noté. La personne verra ce service avec son code, et l’acceptera ou non. Rien ne part avant."),
}
