"""Why something is refused in a case, in words for the person who asked."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal


class NotAllowed(Refusal):
    """Nobody is told whether the thing exists."""

    message = _("Vous n’avez pas accès à cette page, ou elle n’existe pas.")


class MinorsAreProtected(Refusal):
    """The person is a minor, or may be one: the child-protection route is the only one."""

    message = _(
        "Une personne mineure relève de la protection de l’enfance, jamais d’un accompagnement ici : faites un "
        "signalement à la CRIP du conseil départemental, ou appelez le 119. En danger immédiat : 17 ou 112. "
        "Si l’âge n’est pas sûr, la protection des mineurs s’applique."
    )


class NoName(Refusal):
    """No name was given; any will do."""

    message = _("Donnez un nom : celui qu’elle se donne, un surnom ou une initiale. Son vrai nom n’est pas demandé.")


class NothingWritten(Refusal):
    """Nothing was written."""

    message = _("Écrivez au moins quelques mots.")


class WrongMoment(Refusal):
    """A moment or a length that can't be: an appointment in the past, a contact in the future."""

    message = _("Cette date n’est pas possible. Vérifiez-la.")


class AlreadyEnded(Refusal):
    """The action, goal, appointment, share or request was settled before."""

    message = _("C’est déjà noté. Rechargez la page.")


class NoConsent(Refusal):
    """Something would go to another organisation without her living agreement to exactly that."""

    message = _("Notez d’abord comment et quand la personne a donné son accord. Sans accord, rien ne part.")


class NotReceivable(Refusal):
    """The recipient is no organisation or member that may be given any of it."""

    message = _("Cette organisation ou ce membre ne peut rien recevoir d’un accompagnement.")


class NothingToShare(Refusal):
    """No kind was chosen, or one that is never shared."""

    message = _("Cochez au moins une chose à partager.")


class KeptOpen(Refusal):
    """Something is still under way. `reasons` say what, in words."""

    message = _("Quelque chose est encore en cours : terminez-le d’abord.")

    def __init__(self, reasons: Sequence[str] = ()) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join([str(self.message), *self.reasons]))


class WrongSuccessor(Refusal):
    """The member can't follow a person: gone, without a key, or the same one."""

    message = _("Choisissez un autre membre actif de votre organisation, qui reçoit et traite.")


class WrongChoice(Refusal):
    """A choice that does not exist at this point."""

    message = _("Ce choix n’est pas possible ici.")


class NotAPdf(Refusal):
    """The file is no PDF that can be read."""

    message = _("Ce fichier n’est pas un PDF lisible. Aucun autre format n’est accepté.")


class Encrypted(Refusal):
    """The PDF is locked with a password."""

    message = _("Ce PDF est protégé par un mot de passe. Retirez la protection, puis ajoutez-le à nouveau.")


class TooLarge(Refusal):
    """Over ten megabytes, or too many pages."""

    message = _("Ce fichier est trop lourd : 10 Mo et 200 pages au plus.")


class NoTextLeft(Refusal):
    """Without its images the PDF says nothing: it is a scan or a photograph."""

    message = _(
        "Ce PDF ne contient que des images, et aucune image n’est gardée ici. Recopiez ce qui est utile dans une note, "
        "ou demandez le document d’origine, avec du texte."
    )


class Infected(Refusal):
    """The antivirus program found something."""

    message = _("L’antivirus a trouvé quelque chose dans ce fichier. Il n’est pas gardé. Prévenez votre informatique.")


class ScannerUnreachable(Refusal):
    """An antivirus program is set up and does not answer."""

    message = _("L’antivirus ne répond pas : le document n’est pas gardé. Réessayez plus tard.")


class Erased(Refusal):
    """The content was destroyed at the end of its time."""

    message = _("Ce contenu a été effacé au terme de sa durée de conservation. Seules les dates restent.")


class Held(Refusal):
    """Erasure was asked while the content is held for a procedure."""

    message = _("La conservation est prolongée pour une procédure : rien ne peut être effacé avant sa fin.")
