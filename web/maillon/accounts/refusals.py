"""Why the accounts refuse something, in words for the person who asked."""

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal


class LockedOut(Refusal):
    """Too many wrong passphrases for this name from this address."""

    message = _("Trop d’essais. Attendez 15 minutes sans réessayer, puis recommencez.")


class NotAllowed(Refusal):
    """The acting membership has no right to do this."""

    message = _("Votre rôle ne permet pas de faire cela.")


class PassphraseTooShort(Refusal):
    message = _("Cette phrase de passe est trop courte : il faut au moins 12 caractères. Quatre mots suffisent.")


class PassphraseTooLong(Refusal):
    message = _("Cette phrase de passe est trop longue : 256 caractères au plus.")


class PassphraseTooCommon(Refusal):
    message = _("Cette phrase de passe est trop facile à deviner. Choisissez quatre mots sans lien entre eux.")


class PassphraseTooPersonal(Refusal):
    message = _("Cette phrase de passe ressemble à votre nom ou à votre adresse. Choisissez autre chose.")


class WrongCode(Refusal):
    """The one-time code does not fit, or has been used."""

    message = _("Ce code n’est pas le bon. Attendez que l’application en affiche un nouveau et recopiez-le.")


class WrongRecoveryCode(Refusal):
    message = _("Ce code de secours n’est pas le bon, ou il a déjà servi. Essayez-en un autre de votre liste.")


class TooManyCodes(Refusal):
    """The second factor is throttled after wrong codes. `seconds` is how long."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        text = _("Plusieurs codes faux de suite. Attendez %(seconds)s secondes avant le prochain essai.")
        super().__init__(text % {"seconds": seconds})


class AlreadyInvited(Refusal):
    message = _("Une invitation est déjà en cours pour cette adresse. Annulez-la d’abord pour en faire une autre.")


class AlreadyMember(Refusal):
    message = _("Cette personne fait déjà partie de l’organisation.")


class UnknownInvitation(Refusal):
    """Wrong, used, revoked and expired look the same."""

    message = _(
        "Ce code d’invitation n’est pas valable : il est mal recopié, déjà utilisé, annulé, ou il date de plus de "
        "7 jours. Vérifiez-le, ou demandez-en un autre à la personne qui vous a invité."
    )


class HasAccount(Refusal):
    """The invited address belongs to an account in use, which only its own passphrase opens."""

    message = _("Vous avez déjà un compte à cette adresse : connectez-vous, puis saisissez de nouveau ce code.")


class OtherAccount(Refusal):
    message = _("Cette invitation est pour une autre adresse que celle de votre compte.")


class LastLead(Refusal):
    """Leaving would leave the organisation without anybody to lead it."""

    message = _(
        "C’est la dernière personne responsable de l’organisation. Invitez d’abord une autre personne responsable, "
        "ou demandez à l’administration de l’instance."
    )


class LastAdministrator(Refusal):
    """Nobody could invite leads or correct the directory any more."""

    message = _(
        "C’est la dernière personne qui administre l’instance. Invitez d’abord une autre personne pour l’administrer."
    )


class LastHolder(Refusal):
    """Taking the key back would close, for good, what was sent to the organisation."""

    message = _(
        "C’est la seule personne qui a la clé de l’organisation : sans elle, plus personne ne pourrait lire ce qui a "
        "été envoyé. Remettez d’abord la clé à quelqu’un d’autre."
    )


class HasAdministrator(Refusal):
    message = _("Cette instance a déjà une personne qui l’administre : c’est à elle d’inviter les autres.")


class NotWaiting(Refusal):
    message = _("Cette personne n’attend pas de clé.")


class NoUnlockedKey(Refusal):
    """Whoever hands a key over needs to hold it."""

    message = _("Votre propre accès à la clé de l’organisation manque : une autre personne doit remettre la clé.")


class DemoOnly(Refusal):
    message = _("Cela n’existe que sur une instance de démonstration.")
