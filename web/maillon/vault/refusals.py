"""What the vault refuses, in words for the person who is refused."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal


class CannotOpen(Refusal):
    """The key does not fit, or the content is not what it claims to be. Never says which."""

    message = _("Ce contenu ne peut pas être ouvert avec votre clé.")


class WrongPassphrase(Refusal):
    """The passphrase does not unlock the member's key, or she has none: both look the same from outside."""

    message = _("L’adresse ou la phrase de passe n’est pas la bonne.")


class NoKey(Refusal):
    """Somebody who should receive has no current key. `owner_id` is the organisation or the member."""

    message = _("Ce destinataire ne peut pas encore recevoir de contenu scellé : sa clé n’est pas prête.")

    def __init__(self, owner_id: UUID) -> None:
        self.owner_id = owner_id
        super().__init__()


class HasKey(Refusal):
    """There is a current key already."""

    message = _("La clé existe déjà.")


class NotAHolder(Refusal):
    """The member who acts does not hold the organisation's key herself."""

    message = _("Vous n’avez pas la clé de cette organisation : demandez-la à une personne qui l’a.")


class NotOwn(Refusal):
    """The item is readable by others too, so it is not the member's alone."""

    message = _("Ce contenu n’est plus un brouillon personnel.")
