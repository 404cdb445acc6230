"""Why the commission's rooms refuse something, in words for the person who asked."""

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal


class NotAllowed(Refusal):
    """Nobody is told whether the thing exists."""

    message = _("Vous n’avez pas accès à cette page, ou elle n’existe pas.")


class AlreadyThere(Refusal):
    """There is one already."""

    message = _("C’est déjà fait.")


class WrongQuality(Refusal):
    """The quality does not exist, or does not allow holding it so."""

    message = _("Cette qualité n’est pas dans la liste, ou ne permet pas de suppléance.")


class SeatTaken(Refusal):
    """Two titulars, or somebody who sits already."""

    message = _("Ce siège a déjà un titulaire, ou cette personne siège déjà. Mettez d’abord fin à l’autre mandat.")


class WrongDays(Refusal):
    """An end before the beginning, or a beginning in the past."""

    message = _("Vérifiez les dates : la fin ne peut pas être avant le début.")


class WrongMoment(Refusal):
    """A meeting in the past, or opened on another day than the one it was convoked for."""

    message = _("Choisissez un moment à venir. Une séance s’ouvre le jour pour lequel elle est convoquée.")


class TooLate(Refusal):
    """Less than the law's days are left, and no emergency was given."""

    message = _(
        "Il reste moins de jours que la convocation n’en demande. Choisissez une autre date, ou indiquez l’urgence."
    )


class EmptyAgenda(Refusal):
    """Nothing to speak of."""

    message = _("Mettez au moins un point à l’ordre du jour : la convocation le porte.")


class WrongPoint(Refusal):
    """A request that is not before the préfecture, or is on another agenda; or a point of another kind of meeting."""

    message = _("Cette demande n’attend pas d’avis, ou elle est déjà à l’ordre du jour d’une séance.")


class WrongSheet(Refusal):
    """A sheet that was not submitted to this secretariat, or is on another agenda; or a meeting of another kind."""

    message = _("Cette fiche n’est plus au secrétariat, ou elle est déjà à l’ordre du jour d’une séance.")


class SheetGone(Refusal):
    """The council that wrote it took it back."""

    message = _("Le conseil départemental a retiré cette fiche : son contenu est détruit.")


class WrongProxy(Refusal):
    """A proxy that the law does not allow."""

    message = _(
        "Ce pouvoir n’est pas possible : chaque membre en donne un seul et n’en porte qu’un, à quelqu’un qui siège à "
        "cette séance, et ne passe pas celui qu’il porte."
    )


class WrongRoll(Refusal):
    """The roll call names somebody who does not sit there, twice the same seat, or from afar where that is not open."""

    message = _("L’appel ne correspond pas aux sièges de cette séance. Vérifiez les présences.")


class NoQuorum(Refusal):
    """Too few take part. `missing` says how many more are needed."""

    message = _("Le quorum n’est pas atteint.")

    def __init__(self, missing: int) -> None:
        self.missing = missing
        super().__init__(_("Le quorum n’est pas atteint : il manque %d voix.") % missing)


class WrongCount(Refusal):
    """The voices do not add up to those who deliberate."""

    message = _("Le compte n’est pas juste : une voix pour chaque membre qui délibère, pouvoirs compris.")


class NoMajority(Refusal):
    """An even vote without a casting voice."""

    message = _("Les voix sont égales et la présidence n’a pas tranché : il n’y a pas d’avis. Votez de nouveau.")


class NothingAdvised(Refusal):
    """A topic of policy gets no opinion."""

    message = _("Un sujet de politique départementale ne reçoit pas d’avis.")


class Erased(Refusal):
    """The content was destroyed at the end of its time."""

    message = _("Ce contenu a été effacé au terme de sa durée de conservation. Seules les dates restent.")
