"""Why something is refused on an exit path, in words for the person who asked."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal


class NotAllowed(Refusal):
    """Nobody is told whether the thing exists."""

    message = _("Vous n’avez pas accès à cette page, ou elle n’existe pas.")


class NotApproved(Refusal):
    """The association has no approval that covers this day."""

    message = _(
        "Votre association n’a pas d’agrément en cours : seule une association agréée par le préfet présente un "
        "parcours de sortie. Demandez l’agrément, ou orientez la personne vers une association agréée si elle le veut."
    )


class NoPrefecture(Refusal):
    """The chosen body is no préfecture that takes part."""

    message = _("Choisissez une préfecture qui participe.")


class AlreadyOpen(Refusal):
    """The person already has a path under way here."""

    message = _("Un parcours est déjà ouvert pour cette personne.")


class NotExplained(Refusal):
    """She was not told yet what a path changes for her."""

    message = _("Expliquez d’abord à la personne ce que le parcours change pour elle, et notez quand et comment.")


class NoConsent(Refusal):
    """The file would go without her living agreement."""

    message = _("Notez d’abord comment et quand la personne a donné son accord. Sans accord, rien ne part.")


class MissingPapers(Refusal):
    """The file is not whole. `papers` says what is left to write."""

    message = _("Le dossier n’est pas complet.")

    def __init__(self, papers: Sequence[str | Promise] = ()) -> None:
        self.papers = tuple(str(paper) for paper in papers)
        super().__init__(" ".join([str(self.message), *(f"{paper}." for paper in self.papers)]))


class Incomplete(Refusal):
    """A paper lacks something that a file can't do without."""

    message = _("Il manque quelque chose dans cette pièce : remplissez chaque partie.")


class WrongPaper(Refusal):
    """A paper that this kind of request does not have."""

    message = _("Cette pièce ne fait pas partie de ce dossier.")


class WrongDay(Refusal):
    """A day that can't be: in the future, before what it follows, or already granted."""

    message = _("Cette date n’est pas possible. Vérifiez-la.")


class NoTimeLeft(Refusal):
    """The twenty-four months are used up."""

    message = _("La durée totale prévue par la loi est atteinte : aucun renouvellement n’est possible.")


class NoReasons(Refusal):
    """A refusal without a word on why."""

    message = _("Un refus se motive : écrivez pourquoi, en mots simples.")


class WrongReason(Refusal):
    """A reason that does not exist at this point."""

    message = _("Ce motif n’est pas possible ici. Choisissez-en un dans la liste.")


class NotAssociation(Refusal):
    """Only an association is approved."""

    message = _("Seule une association peut être agréée.")


class NoDepartement(Refusal):
    """An approval was asked for nowhere."""

    message = _("Indiquez au moins un département.")


class TooLate(Refusal):
    """The préfet asks for a missing paper after the file counts as complete."""

    message = _("Le délai pour demander une pièce est passé : le dossier est réputé complet.")


class Erased(Refusal):
    """The content was destroyed at the end of its time."""

    message = _("Ce contenu a été effacé au terme de sa durée de conservation. Seules les dates restent.")


class PathOpen(Refusal):
    """The case can't end while a path is open."""

    message = _("Un parcours de sortie est ouvert : terminez-le d’abord.")
