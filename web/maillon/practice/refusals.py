"""Why an exercise refuses something, in words for the person who asked."""

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal


class NoSuchRoom(Refusal):
    """No open room has this code."""

    message = _("Aucune salle ouverte n’a ce code. Vérifiez-le au tableau : il n’a ni O, ni I, ni 0, ni 1.")


class RoomOver(Refusal):
    """The room was closed, or its four hours are over."""

    message = _("Cette séance est terminée : les réponses ne sont plus prises. Regardez le tableau.")


class RoomFull(Refusal):
    """As many phones as a room takes have joined."""

    message = _("Cette salle est pleine. La personne qui anime peut en ouvrir une autre.")


class TooManyAtOnce(Refusal):
    """Many phones are joining this room at this moment; nobody is locked out."""

    message = _("Beaucoup de téléphones entrent en même temps. Attendez quelques secondes et appuyez de nouveau.")


class ChooseScenarios(Refusal):
    """A room needs one to five scenarios."""

    message = _("Choisissez de une à cinq situations.")


class NotAllowed(Refusal):
    """Nobody is told whether the room exists."""

    message = _("Vous n’avez pas accès à cette page, ou elle n’existe pas.")


class NotAnAnswer(Refusal):
    """What was sent answers nothing that was asked."""

    message = _("Cette réponse ne correspond à aucune question posée. Rechargez la page et répondez de nouveau.")
