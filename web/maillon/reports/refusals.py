"""Why the reports refuse something, in words for the person who asked."""

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal


class NotAllowed(Refusal):
    """Nobody is told whether the thing exists."""

    message = _("Vous n’avez pas accès à cette page, ou elle n’existe pas.")


class DraftMovedOn(Refusal):
    """Another device has saved this draft since it was opened here."""

    message = _(
        "Ce brouillon a été modifié entre-temps, sans doute sur un autre appareil. "
        "Vérifiez les deux versions avant de continuer : rien n’a été écrasé."
    )


class NotReadable(Refusal):
    """What a device sent does not open: sealed for another member, with a key that is gone, or damaged on the way."""

    message = _(
        "Ce signalement ne s’ouvre pas avec ce compte. Il reste sur l’appareil : connectez-vous avec le compte qui l’a "
        "écrit."
    )


class NotComplete(Refusal):
    """An answer that the law's routing needs is missing."""

    message = _("Il manque une réponse : la commune, l’âge ou le moment. Revenez à la question signalée.")


class NoRecipient(Refusal):
    """Nothing was chosen to whom the report could go."""

    message = _("Choisissez au moins une organisation destinataire, ou supprimez le brouillon.")


class RequiredRecipient(Refusal):
    """The law does not leave this recipient to choice."""

    message = _("La loi n’autorise pas à écarter un destinataire obligatoire. Rétablissez-le pour envoyer.")


class UnknownRecipient(Refusal):
    """A recipient that guidance did not name for these facts."""

    message = _("Un destinataire choisi n’est plus proposé pour cette situation. Vérifiez la liste et renvoyez.")


class NoGround(Refusal):
    """The law gives no ground for this transfer."""

    message = _("Aucun fondement légal ne permet ce transfert à cette organisation. Choisissez-en un autre.")


class AlreadyThere(Refusal):
    """The organisation has the report."""

    message = _("Cette organisation a déjà reçu ce signalement.")


class StillElsewhere(Refusal):
    """The organisation that it was transferred to has it in hand: two hands never hold it at once."""

    message = _(
        "L’organisation à qui vous l’avez transféré ne l’a ni clos ni rendu. "
        "Attendez sa réponse, ou demandez-lui de vous le rendre."
    )


class TooEarly(Refusal):
    """The day on which an ended exploitation was to be verified has not come."""

    message = _("La date de vérification n’est pas encore atteinte. Revenez à la date indiquée.")


class Unreachable(Refusal):
    """The organisation has no reader yet, so nothing can be sealed to it."""

    message = _(
        "Cette organisation n’a encore personne qui puisse lire dans Maillon. Utilisez le téléphone ou le courrier."
    )


class WrongOutcome(Refusal):
    """The outcome does not exist for this person's age class, or lacks or has too early a verification date."""

    message = _(
        "Ce motif de clôture n’est pas possible ici. Pour « l’exploitation a pris fin », "
        "indiquez une date de vérification à venir."
    )


class NotAReader(Refusal):
    """Assigned to somebody who can't read it."""

    message = _("Cette personne ne peut pas lire les signalements de votre organisation. Choisissez un autre membre.")


class NoReason(Refusal):
    """A request of the person is refused without one of the law's reasons."""

    message = _("Pour refuser un effacement, choisissez la raison que la loi permet.")


class EmptyText(Refusal):
    """Nothing was written."""

    message = _("Écrivez un texte avant de l’envoyer.")


class Erased(Refusal):
    """The content was destroyed at the end of its time."""

    message = _("Ce contenu a été effacé au terme de sa durée de conservation. Seules les dates restent.")
