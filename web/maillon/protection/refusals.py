"""Why child protection refuses something, in words for the person who asked."""

from collections.abc import Sequence

from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal
from maillon.protection.rules import Missing


class NotAllowed(Refusal):
    """Nobody is told whether the thing exists."""

    message = _("Vous n’avez pas accès à cette page, ou elle n’existe pas.")


class NoMinor(Refusal):
    """The report speaks of an adult."""

    message = _("Ce signalement parle d’une personne majeure : il n’y a pas d’évaluation de protection de l’enfance.")


class AlreadyAssessed(Refusal):
    """There is an assessment of this transmission."""

    message = _("Une évaluation existe déjà pour ce signalement. Ouvrez-la depuis la liste.")


class WrongDay(Refusal):
    """A day in the future, or before the information was received."""

    message = _("Choisissez un jour passé, ou aujourd’hui.")


class TooLate(Refusal):
    """The day set is later than the law leaves, past, or without its reason."""

    message = _(
        "Choisissez un jour entre aujourd’hui et la date limite de la loi, avec un motif : la loi permet un délai plus "
        "court, jamais plus long."
    )


class NotAnAssessor(Refusal):
    """The chosen member does not read at the organisation."""

    message = _("Choisissez une personne de votre organisation qui reçoit et traite.")


class Empty(Refusal):
    """Nothing was written."""

    message = _("Écrivez quelque chose avant d’enregistrer.")


class ParentsUnclear(Refusal):
    """Neither that the parents are informed, when and how, nor why not."""

    message = _(
        "Dites quand et comment les parents sont informés. Sinon, dites pourquoi ce serait contraire à l’intérêt de "
        "l’enfant."
    )


class NotYet(Refusal):
    """Something is missing before the assessment can end; `what` says what."""

    message = _("Il manque quelque chose avant de terminer.")
    _words = {
        Missing.PARENTS: _(
            "Avant de terminer, notez que les parents sont informés, ou pourquoi ce serait contraire à l’intérêt de "
            "l’enfant."
        ),
        Missing.GROUND: _(
            "Le motif de saisine va avec le procureur, et avec rien d’autre : choisissez-le, ou videz-le."
        ),
        Missing.SEIZED_ON: _("Indiquez le jour où le procureur a été saisi."),
        Missing.WHY: _(
            "Dites pourquoi il n’y a pas de suite : la loi présume en danger tout mineur qui se livre à la "
            "prostitution."
        ),
    }

    def __init__(self, what: Missing) -> None:
        self.what = what
        super().__init__(self._words[what])


class WrongHold(Refusal):
    """A hold of more than a year, or that ends today or before."""

    message = _("Choisissez un jour à venir, dans un an au plus : la conservation se prolonge d’année en année.")


class NamesSomebody(Refusal):
    """A sheet that holds what names the child, or tells how to reach somebody."""

    message = _("Une fiche de coordination ne nomme personne.")

    def __init__(self, found: Sequence[str]) -> None:
        text = translated("Une fiche de coordination ne nomme personne. Retirez : %(found)s.")
        super().__init__(text % {"found": ", ".join(found)})


class NoSecretariat(Refusal):
    """The organisation chosen is no préfecture of the département, or has no key yet."""

    message = _("Le secrétariat de la commission de votre département ne peut pas encore recevoir de fiche ici.")


class Erased(Refusal):
    """The content was destroyed at the end of its time."""

    message = _("Ce contenu a été effacé au terme de sa durée de conservation. Seules les dates restent.")
