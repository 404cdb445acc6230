"""Why the referrals refuse something, in words for the person who asked."""

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal


class NotAllowed(Refusal):
    """Nobody is told whether the thing exists."""

    message = _("Vous n’avez pas accès à cette page, ou elle n’existe pas.")


class DraftMovedOn(Refusal):
    """The draft was saved since this answer was written, in another window or on another device."""

    message = _(
        "Ce brouillon a été modifié entre-temps, sans doute sur un autre appareil. "
        "Vérifiez les deux versions avant de continuer : rien n’a été écrasé."
    )


class NothingToTell(Refusal):
    """No part was written, or a service would be told a part that nobody wrote."""

    message = _("Écrivez au moins la situation ou les besoins, et ne cochez que ce qui est écrit.")


class NoService(Refusal):
    """No service was chosen, or the same one twice."""

    message = _("Choisissez au moins un service, et chacun une seule fois.")


class NoNeed(Refusal):
    """Nothing is asked for."""

    message = _("Indiquez au moins un besoin.")


class ServiceGone(Refusal):
    """A chosen service has ended, or is not in the directory."""

    message = _("Un service choisi n’existe plus. Choisissez-en un autre.")


class Unreachable(Refusal):
    """The service has neither readers in Maillon nor an address for a link."""

    message = _(
        "Ce service ne peut pas recevoir d’orientation ici : il n’a ni compte ni adresse de messagerie. Téléphonez-lui."
    )


class NoConsent(Refusal):
    """An adult's agreement to one of the services was not recorded, or is dated after now."""

    message = _(
        "Pour chaque service, notez comment et quand la personne a donné son accord. Sans accord, rien ne part."
    )


class NoGround(Refusal):
    """The law gives no ground for telling this service about a minor."""

    message = _(
        "La loi ne permet pas d’orienter une personne mineure vers ce service sans passer par la protection de "
        "l’enfance. Adressez-vous au conseil départemental, ou faites un signalement."
    )


class ParentsNotSaid(Refusal):
    """For a minor: whether her parents were told, and if not why, is missing."""

    message = _(
        "Pour une personne mineure, dites si les parents sont informés. Sinon, dites pourquoi ce serait contraire à "
        "son intérêt."
    )


class WrongReason(Refusal):
    """The reason or outcome does not exist for this person's age class, or at this point."""

    message = _("Ce motif n’est pas possible ici. Choisissez-en un dans la liste.")


class WrongMoment(Refusal):
    """An appointment in the past, or of no length."""

    message = _("Choisissez un moment à venir, et une durée entre 10 minutes et 4 heures.")


class Erased(Refusal):
    """The content was destroyed at the end of its time."""

    message = _("Ce contenu a été effacé au terme de sa durée de conservation. Seules les dates restent.")


class NoSuchLink(Refusal):
    """No link of this kind, ended, expired, or wrong digits: from outside they look the same, but for what is left."""

    message = _(
        "Ce lien n’ouvre rien, ou ces chiffres ne sont pas les bons. Demandez-les de vive voix à qui vous écrit."
    )

    def __init__(self, *, left: int = 0) -> None:
        super().__init__()
        self.left = left


class AlreadyThere(Refusal):
    """The service is asked already in this referral."""

    message = _("Ce service est déjà sollicité pour cette orientation.")


class IsMinor(Refusal):
    """The report it comes from speaks of a minor, or of somebody who may be one."""

    message = _(
        "Le signalement parle d’une personne mineure, ou dont l’âge n’est pas sûr : dans le doute, la protection des "
        "mineurs s’applique. Indiquez qu’elle est mineure."
    )
