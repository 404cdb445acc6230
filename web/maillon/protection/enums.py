"""Closed lists of child protection."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AssessmentState(TextChoices):
    """Where the assessment of an information préoccupante stands."""

    RECEIVED = "received", _("à attribuer")
    UNDER_WAY = "under_way", _("en cours")
    ENDED = "ended", _("terminée")


class Move(TextChoices):
    """What changes its state."""

    ASSIGN = "assign", _("attribuer")
    END = "end", _("terminer")
    SEIZE = "seize", _("saisir le procureur")


class Age(TextChoices):
    """The child's age as far as it is known. In doubt, a minor."""

    UNDER_15 = "under_15", _("moins de 15 ans")
    FROM_15 = "minor_15_17", _("15 à 17 ans")
    DOUBTFUL = "doubtful", _("âge à vérifier")


class ShorterReason(TextChoices):
    """Why the assessment is due before the longest time that the law leaves (CASF D226-2-4)."""

    DANGER = "danger", _("La nature du danger")
    AGE = "age", _("L’âge de l’enfant")
    BOTH = "both", _("Le danger et l’âge")


class ActKind(TextChoices):
    """What was done in order to assess."""

    CHILD_MET = "child_met", _("Rencontre avec l’enfant")
    HOME_VISIT = "home_visit", _("Visite à domicile")
    PARENTS_MET = "parents_met", _("Rencontre avec les parents")
    CALL = "call", _("Appel avec l’enfant ou la famille")
    PROFESSIONALS = "professionals", _("Échange entre professionnels")
    MEETING = "meeting", _("Réunion d’évaluation")


class ParentsHow(TextChoices):
    """How the parents were informed."""

    INTERVIEW = "interview", _("lors d’un entretien")
    VISIT = "visit", _("lors d’une visite")
    LETTER = "letter", _("par courrier")
    PHONE = "phone", _("par téléphone")


class Outcome(TextChoices):
    """How the assessment ended. What the child wishes is none of them (loi 2002-305 art. 13)."""

    HELP = "help", _("Une aide est proposée")
    EDUCATIONAL = "educational", _("Une mesure éducative est décidée")
    PROSECUTOR = "prosecutor", _("Le procureur est saisi")
    NO_FOLLOW_UP = "no_follow_up", _("Pas de suite")


class ProsecutorGround(TextChoices):
    """Why the prosecutor is told (CASF L226-4)."""

    GRAVE_DANGER = "grave_danger", _("Le danger est grave et immédiat")
    ACTIONS_FAILED = "actions_failed", _("Les actions déjà menées ont échoué")
    FAMILY_REFUSES = "family_refuses", _("La famille refuse")
    CANNOT_ASSESS = "cannot_assess", _("La situation ne peut pas être évaluée")


class HoldGround(TextChoices):
    """Why content is kept past its time."""

    PROCEDURE = "procedure", _("Une procédure judiciaire est en cours")
    CLAIM = "claim", _("Un recours est en cours")
    ARCHIVES = "archives", _("Le visa des archives est attendu")


class Reading(TextChoices):
    """Why what is sealed is opened; stands in the journal beside the opening (LIL art. 101)."""

    ASSESSING = "assessing", _("J’évalue cette situation")
    REPLACING = "replacing", _("Je remplace la personne qui évalue")
    DECIDING = "deciding", _("Je prépare une décision ou une réunion")
    JUDICIAL = "judicial", _("Je réponds à une demande de la justice")
    CHECKING = "checking", _("Je contrôle le traitement au sein de mon organisation")


class WritingKind(TextChoices):
    """What is written of a child. Of all but notes there is one: a newer one takes the older’s place."""

    CHILD = "child", _("Qui est l’enfant")
    NOTE = "note", _("Note")
    SYNTHESIS = "synthesis", _("Synthèse de l’évaluation")


class Sealed(TextChoices):
    """The kinds of sealed content of this app; part of what binds an envelope to its place."""

    CHILD = "protection.child", _("qui est l’enfant")
    NOTE = "protection.note", _("note d’évaluation")
    SYNTHESIS = "protection.synthesis", _("synthèse d’évaluation")
    ACT = "protection.act", _("ce qui a été fait pour évaluer")
    PARENTS = "protection.parents", _("précision sur l’information des parents")
    OUTCOME = "protection.outcome", _("motif de la décision")
    SHEET = "protection.sheet", _("fiche de coordination")


class SheetState(TextChoices):
    """Where a coordination sheet stands."""

    WRITTEN = "written", _("écrite")
    SUBMITTED = "submitted", _("transmise au secrétariat")
    WITHDRAWN = "withdrawn", _("retirée")


class SheetMove(TextChoices):
    """What changes a sheet's state."""

    SUBMIT = "submit", _("transmettre")
    WITHDRAW = "withdraw", _("retirer")
