"""What the directory refuses, and what to do about it."""

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal


class PlaceOfASecret(Refusal):
    """The address of a confidential service is stored nowhere."""

    message = _("L’adresse de ce service est confidentielle : retirez les lieux. Dites seulement comment le joindre.")


class WelcomedAndExcluded(Refusal):
    """The same people can't be welcome and turned away."""

    message = _("Les mêmes personnes sont à la fois accueillies et non accueillies. Choisissez.")


class AgesReversed(Refusal):
    """The lower limit is above the upper one."""

    message = _("L’âge minimal dépasse l’âge maximal.")


class HoursUnreadable(Refusal):
    """Nobody could say from these hours whether it is open."""

    message = _("Ces horaires ne se lisent pas. Exemple : Mo-Fr 09:00-17:00; PH off")


class NothingCovered(Refusal):
    """A service without a need or without a zone would never be found."""

    message = _("Indiquez au moins un besoin couvert et un territoire.")


class NoWayIn(Refusal):
    """Nobody could be oriented to it."""

    message = _("Indiquez au moins un moyen de joindre ce service : téléphone, adresse, site, lieu ou quelques mots.")


class ChangedMeanwhile(Refusal):
    """Somebody else saved the entry after it was shown."""

    message = _("Quelqu’un a modifié cette fiche entre-temps. Rouvrez-la pour voir ce qui a changé, puis recommencez.")


class Ended(Refusal):
    """The service has ended."""

    message = _("Ce service a pris fin.")


class MoreFreeThanThereAre(Refusal):
    """Free places are counted among all of them."""

    message = _("Il ne peut pas y avoir plus de places libres que de places.")


class Decided(Refusal):
    """The proposed correction has been decided on."""

    message = _("Quelqu’un a déjà répondu à cette proposition.")


class NothingLeft(Refusal):
    """A correction would leave no commune at all."""

    message = _("Il ne resterait aucune commune. Si le service n’existe plus, mettez fin à sa fiche.")
