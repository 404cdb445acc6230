"""What the address says was just done, and the words for it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DONE: Mapping[str, str | Promise] = {
    "commencee": _("L’évaluation est commencée. Attribuez-la à la personne qui évalue."),
    "attribuee": _("L’évaluation est attribuée."),
    "delai": _("La date est enregistrée. Les rappels suivent."),
    "ecrit": _("C’est enregistré, scellé pour votre organisation."),
    "demarche": _("La démarche est notée."),
    "parents": _("C’est noté."),
    "terminee": _("L’évaluation est terminée."),
    "conservee": _("La conservation est prolongée."),
    "liberee": _("La prolongation est levée. Le délai de conservation reprend."),
    "fiche": _("La fiche est enregistrée. Personne d’autre ne la lit tant qu’elle n’est pas transmise."),
    "transmise": _("La fiche est transmise au secrétariat de la commission."),
    "retiree": _("La fiche est retirée. Plus personne ne peut l’ouvrir."),
}
