"""The way of a report in the words of whoever spoke: the professionals' words are for professionals."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal
from maillon.reports.enums import Deadline, Decision, Outcome, RefusalReason, State
from maillon.reports.refusals import (
    EmptyText,
    Erased,
    NoRecipient,
    NotComplete,
    RequiredRecipient,
    UnknownRecipient,
)
from maillon.speaking.refusals import AlreadySent, NoSuchCode

STATES: Mapping[State, Promise] = {
    State.SENT: _("Arrivé, pas encore ouvert"),
    State.OPENED: _("Ouvert"),
    State.ACKNOWLEDGED: _("Réception confirmée"),
    State.IN_HAND: _("Quelqu’un s’en occupe"),
    State.TRANSFERRED: _("Transmis à un autre service"),
    State.RETURNED: _("N’a pas pu s’en occuper"),
    State.CLOSED: _("Terminé"),
}
DEADLINES: Mapping[Deadline, Promise] = {
    Deadline.ACKNOWLEDGE: _("Doit confirmer la réception"),
    Deadline.TAKE_UP: _("Doit reprendre votre récit"),
    Deadline.ANSWER: _("Doit évaluer la situation, d’après la loi"),
    Deadline.VERIFY: _("Vérifiera que cela a cessé"),
    Deadline.SORT: _("Doit trier les nouveaux récits"),
    Deadline.ERASURE: _("Doit répondre à votre demande d’effacement"),
}
OUTCOMES: Mapping[Outcome, Promise] = {
    Outcome.PROTECTED: _("La personne est en sécurité."),
    Outcome.ENDED: _("L’exploitation a cessé. Ce sera vérifié."),
    Outcome.ACCOMPANIED: _("La personne est accompagnée."),
    Outcome.PROCEDURE: _("La justice s’en occupe."),
    Outcome.CHILD_PROTECTION: _("Une mesure protège l’enfant."),
    Outcome.DECLINED: _("La personne ne souhaite pas d’aide pour l’instant."),
    Outcome.NOT_FOUND: _("La personne n’a pas été retrouvée."),
    Outcome.UNFOUNDED: _("D’après ce destinataire, ce n’est pas ce que l’on craignait."),
    Outcome.DUPLICATE: _("Ce destinataire le savait déjà."),
    Outcome.ABUSE: _("Cette organisation n’y donne pas suite."),
    Outcome.ERASED: _("Effacé à votre demande."),
}
DECISIONS: Mapping[Decision, Promise] = {Decision.DONE: _("c’est fait"), Decision.REFUSED: _("refusé")}
REASONS: Mapping[RefusalReason, Promise] = {
    RefusalReason.LEGAL_DUTY: _("la loi oblige à le garder"),
    RefusalReason.LEGAL_CLAIMS: _("il sert à défendre des droits devant la justice"),
    RefusalReason.CHILD_PROTECTION: _("la protection d’un enfant en dépend"),
}
_REFUSALS: Mapping[type[Refusal], str | Promise] = {
    NotComplete: _("Il manque une réponse : l’âge, le lieu ou le moment. Revenez à cette question."),
    NoRecipient: _("Choisissez au moins une ligne, ou arrêtez-vous là : rien ne part."),
    RequiredRecipient: _("La loi vous demande de prévenir ce destinataire : il est déjà choisi."),
    UnknownRecipient: _("La liste a changé. Choisissez à nouveau."),
    EmptyText: _("Écrivez un texte avant de l’envoyer."),
    Erased: _("Votre récit a été effacé."),
    NoSuchCode: NoSuchCode.message,
    AlreadySent: AlreadySent.message,
}


def refused(refusal: Refusal) -> str:
    """Why something is refused, in words for her; of what has none of its own, that it can't be done any more."""
    return str(_REFUSALS.get(type(refusal), _("Ce n’est plus possible ici. Rien n’est parti.")))
