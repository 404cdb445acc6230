"""What somebody who speaks may wish for, by code. Several at once, or nothing."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WISHES: Mapping[str, Promise] = {
    "listen": _("Parler à quelqu’un qui écoute"),
    "shelter": _("Être dans un endroit sûr"),
    "care": _("Voir un médecin ou un soignant"),
    "leave": _("De l’aide pour que cela s’arrête"),
    "rights": _("Connaître ses droits, porter plainte peut-être"),
    "papers": _("De l’aide pour ses papiers, son logement ou un travail"),
    "know": _("Que quelqu’un sache, rien de plus pour l’instant"),
}
