"""What an address says was just done, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DONE: Mapping[str, str | Promise] = {
    "commence": _("C’est noté. Expliquez-lui maintenant ce que le parcours change pour elle."),
    "explique": _("C’est noté. Si elle le veut, préparez la demande avec elle. Sinon, rien ne change."),
    "demande": _("Le dossier est ouvert. Écrivez chaque pièce avec elle, à son rythme."),
    "piece": _("La pièce est scellée."),
    "aide": _("La simulation est gardée avec le dossier, scellée."),
    "sans-aide": _("L’aide financière n’est plus demandée."),
    "remis": _("Le dossier est remis. Seule la préfecture peut l’ouvrir, avec vous."),
    "retire": _("La demande est retirée : la préfecture ne peut plus rien ouvrir."),
    "renvoye": _("C’est demandé. Le dossier est rendu à l’association, et vous est fermé jusqu’à son retour."),
    "avis": _("L’avis est noté."),
    "accorde": _("La décision est notée. L’association en est prévenue : elle le dit à la personne."),
    "refuse": _("La décision et ses motifs sont notés. L’association en est prévenue."),
    "parti": _("C’est noté : le parcours court."),
    "termine": _("Le parcours est terminé. L’accompagnement, lui, continue."),
    "sejour": _("C’est noté, et scellé. Personne d’autre ne le voit."),
    "sejour-efface": _("C’est effacé."),
    "agrement": _("C’est noté. L’autre partie en est prévenue."),
}
