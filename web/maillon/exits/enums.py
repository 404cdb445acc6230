"""Closed lists of the exit path (parcours de sortie de la prostitution, PSP)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PathState(TextChoices):
    """Where a path stands. What is asked of the préfet has states of its own: see RequestState."""

    INTEREST = "interest", _("elle s’y intéresse")
    ASKING = "asking", _("demande d’entrée en cours")
    REFUSED = "refused", _("entrée refusée")
    GRANTED = "granted", _("accordé, pas encore commencé")
    RUNNING = "running", _("en cours")
    ENDED = "ended", _("terminé")


class PathMove(TextChoices):
    """What changes the state of a path."""

    ASK = "ask", _("préparer une demande d’entrée")
    STEP_BACK = "step_back", _("renoncer à la demande")
    GRANT = "grant", _("accorder")
    REFUSE = "refuse", _("refuser")
    BEGIN = "begin", _("commencer")
    END = "end", _("terminer")


class RequestKind(TextChoices):
    """What is asked of the préfet."""

    ENTRY = "entry", _("entrée dans le parcours")
    RENEWAL = "renewal", _("renouvellement")


class RequestState(TextChoices):
    """Where a request stands. Nothing dates the préfet's decision: no state says that it is late."""

    PREPARING = "preparing", _("dossier en préparation")
    SUBMITTED = "submitted", _("transmise à la préfecture")
    OPINION = "opinion", _("avis de la commission rendu")
    GRANTED = "granted", _("accordée")
    REFUSED = "refused", _("refusée")
    WITHDRAWN = "withdrawn", _("retirée")


class RequestMove(TextChoices):
    """What changes the state of a request."""

    SUBMIT = "submit", _("transmettre à la préfecture")
    SEND_BACK = "send_back", _("demander une pièce manquante")
    OPINE = "opine", _("noter l’avis de la commission")
    GRANT = "grant", _("accorder")
    REFUSE = "refuse", _("refuser")
    WITHDRAW = "withdraw", _("retirer la demande")


class EndReason(TextChoices):
    """How a path ended. Closed, and no judgement of her."""

    COMPLETED = "completed", _("Le parcours est allé à son terme")
    STOPPED = "stopped", _("Le parcours est interrompu")
    WITHDRAWN = "withdrawn", _("La personne a choisi d’arrêter")
    REFUSED = "refused", _("La demande est refusée")


class Opinion(TextChoices):
    """What the commission advises; the préfet decides."""

    FAVOURABLE = "favourable", _("Favorable")
    UNFAVOURABLE = "unfavourable", _("Défavorable")


class PaperKind(TextChoices):
    """What a file is made of."""

    IDENTITY = "identity", _("Identité")
    SITUATION = "situation", _("Situation administrative, familiale et sociale")
    ENGAGEMENT = "engagement", _("Actions prévues et engagements")
    SWORN = "sworn", _("Attestation sur l’honneur")
    REVIEW = "review", _("Bilan des six mois")
    ASSOCIATION = "association", _("Avis de l’association")


class Axis(TextChoices):
    """What the path is to bring, as the code lists it (CASF R121-12-11)."""

    HOUSING = "housing", _("Se loger")
    CARE = "care", _("Se soigner, avoir des droits")
    WORK = "work", _("S’insérer, travailler")


class IdentityPaper(TextChoices):
    """Which document says who she is, or why there is none. The document itself is never stored: no pictures."""

    COPY_GIVEN = "copy_given", _("Une copie est remise sur papier à la préfecture")
    LOST = "lost", _("Aucun : perdu")
    HELD_BY_OTHERS = "held_by_others", _("Aucun : retenu par quelqu’un")
    NEVER_HAD = "never_had", _("Aucun : elle n’en a jamais eu")
    BEING_MADE = "being_made", _("Aucun pour l’instant : demande en cours")


class How(TextChoices):
    """How something was told or agreed to."""

    SPOKEN = "spoken", _("de vive voix")
    INTERPRETED = "interpreted", _("avec une ou un interprète")
    WRITTEN = "written", _("par écrit")


class Stay(TextChoices):
    """What the AFIS asks about the right to stay (CASF R121-12-13-1). Asked here alone, and sealed."""

    EUROPEAN = "european", _("Française, ou d’un pays de l’UE, de l’EEE ou suisse")
    WORK_PERMIT = "work_permit", _("Titre de séjour qui permet de travailler")
    RECEIPT = "receipt", _("Récépissé de renouvellement qui permet de travailler")
    APS = "aps", _("Autorisation provisoire de séjour (APS) qui permet de travailler")
    NONE = "none", _("Aucun de ces documents")
    UNKNOWN = "unknown", _("Je ne sais pas")


class Said(TextChoices):
    """An answer that may be missing."""

    YES = "yes", _("Oui")
    NO = "no", _("Non")
    UNKNOWN = "unknown", _("Je ne sais pas")


class PermitKind(TextChoices):
    """Rights to stay that go with an exit path or with a complaint. Held here alone, and sealed."""

    APS = "aps", _("Autorisation provisoire de séjour du parcours (L425-4)")
    REFLECTION = "reflection", _("Délai de réflexion (R425-2)")
    COMPLAINT = "complaint", _("Carte « vie privée et familiale » après une plainte (L425-1)")
    CONVICTION = "conviction", _("Carte de résident après une condamnation (L425-3)")


class ApprovalState(TextChoices):
    """Where an association's approval stands."""

    ASKED = "asked", _("demandé")
    MISSING = "missing", _("pièces manquantes")
    COMPLETE = "complete", _("dossier complet")
    GRANTED = "granted", _("accordé")
    TACIT = "tacit", _("accordé par le silence du préfet")
    REFUSED = "refused", _("refusé")
    WITHDRAWN = "withdrawn", _("retiré")


class ApprovalMove(TextChoices):
    """What changes the state of an approval."""

    CLAIM = "claim", _("demander des pièces")
    SUPPLY = "supply", _("fournir les pièces")
    COMPLETE = "complete", _("constater que le dossier est complet")
    GRANT = "grant", _("accorder")
    REFUSE = "refuse", _("refuser")
    FALL_SILENT = "fall_silent", _("le silence vaut accord")
    WITHDRAW = "withdraw", _("retirer l’agrément")


class Reading(TextChoices):
    """Why a file is opened; stands in the journal beside the opening (LIL art. 101)."""

    PREPARING = "preparing", _("Je prépare ou je relis le dossier")
    INSTRUCTING = "instructing", _("J’instruis la demande")
    DECIDING = "deciding", _("Je prépare la décision")
    PRINTING = "printing", _("J’imprime le dossier")
    JUDICIAL = "judicial", _("Je réponds à une demande de la justice")


class Sealed(TextChoices):
    """The kinds of sealed content of this app; part of what binds an envelope to its place."""

    IDENTITY = "exit.identity", _("identité")
    SITUATION = "exit.situation", _("situation")
    ENGAGEMENT = "exit.engagement", _("actions et engagements")
    SWORN = "exit.sworn", _("attestation sur l’honneur")
    REVIEW = "exit.review", _("bilan")
    ASSOCIATION = "exit.association", _("avis de l’association")
    AID = "exit.aid", _("aide financière")
    PERMIT = "exit.permit", _("droit au séjour")
    REASONS = "exit.reasons", _("motifs d’une décision")
    MISSING = "exit.missing", _("pièces demandées")
