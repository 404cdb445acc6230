"""What an address says was just done, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DONE: Mapping[str, str | Promise] = {
    "siege": _("Le siège est ajouté. Nommez maintenant qui y siège."),
    "siege-retire": _("Le siège est retiré, avec ses mandats."),
    "nomme": _("C’est noté. À sa prochaine visite, la personne s’engagera à garder le secret."),
    "mandat-fini": _("La fin du mandat est notée."),
    "engagement": _("Merci. Votre engagement est noté."),
    "preparee": _("La séance est en préparation. Personne n’est encore prévenu."),
    "ordre": _("L’ordre du jour est à jour."),
    "convoquee": _(
        "La convocation est partie : un message sans détail prévient chaque membre, "
        "qui voit la séance à l’accueil. L’ordre du jour est fixé."
    ),
    "annulee": _("La séance est annulée."),
    "ouverte": _(
        "La séance est ouverte. Les membres présents peuvent ouvrir les dossiers ou les fiches, jusqu’à la clôture."
    ),
    "sans-quorum": _("L’absence de quorum est notée. Une seconde convocation n’en demandera pas."),
    "reconvoquee": _("La seconde séance est en préparation, avec le même ordre du jour. Convoquez-la."),
    "arrivee": _("L’arrivée est notée."),
    "depart": _("Le départ est noté : cette personne ne peut plus ouvrir aucun dossier."),
    "pouvoir": _("Le pouvoir est noté."),
    "pouvoir-repris": _("Le pouvoir est repris."),
    "avis": _("L’avis est noté. Il part avec la clôture de la séance."),
    "deport": _("C’est noté : ni voix ni dossier sur ce point."),
    "desaccord": _("Votre désaccord sera mentionné au procès-verbal."),
    "close": _("La séance est close. Plus personne n’ouvre les dossiers, et les avis sont transmis."),
    "proces-verbal": _("Le procès-verbal est établi, scellé, et les membres sont prévenus."),
}
