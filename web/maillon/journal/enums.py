"""What can stand in the journal."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Action(TextChoices):
    """Every kind of act that leaves a line. A new one is added here first."""

    SIGNED_IN = "signed_in", _("connexion")
    SIGNED_OUT = "signed_out", _("déconnexion")
    MEMBER_INVITED = "member_invited", _("invitation d’un membre")
    MEMBER_JOINED = "member_joined", _("arrivée d’un membre")
    MEMBER_LEFT = "member_left", _("départ d’un membre")
    ROLE_CHANGED = "role_changed", _("changement de rôle d’un membre")
    SECOND_FACTOR_RESET = "second_factor_reset", _("second facteur remis à zéro")
    KEY_CREATED = "key_created", _("clé créée")
    KEY_SHARED = "key_shared", _("clé remise à un membre")
    KEY_ROTATED = "key_rotated", _("clé renouvelée")
    SEALED = "sealed", _("contenu scellé")
    UNSEALED = "unsealed", _("contenu ouvert")
    RESEALED = "resealed", _("contenu rescellé")
    DIRECTORY_IMPORTED = "directory_imported", _("import dans l’annuaire")
    ORGANISATION_CHANGED = "organisation_changed", _("organisation modifiée")
    COMPETENCE_CHANGED = "competence_changed", _("ressort modifié")
    SERVICE_CHANGED = "service_changed", _("fiche de l’annuaire modifiée")
    SERVICE_ENDED = "service_ended", _("fiche de l’annuaire close")
    SERVICE_CONFIRMED = "service_confirmed", _("fiche de l’annuaire confirmée")
    SERVICE_CALLED = "service_called", _("réponse au téléphone notée")
    CAPACITY_SAID = "capacity_said", _("places disponibles indiquées")
    ZONE_PROPOSED = "zone_proposed", _("correction de zone proposée")
    ZONE_DECIDED = "zone_decided", _("correction de zone décidée")
    REPORT_SUBMITTED = "report_submitted", _("signalement envoyé")
    TRANSMITTED = "transmitted", _("transmission")
    OPENED = "opened", _("ouverture")
    ACKNOWLEDGED = "acknowledged", _("accusé de réception")
    ASSIGNED = "assigned", _("attribution")
    STEP_DONE = "step_done", _("démarche faite")
    NOTE_WRITTEN = "note_written", _("note interne")
    MESSAGE_SENT = "message_sent", _("message")
    TRANSFERRED = "transferred", _("transfert")
    RETURNED = "returned", _("retour de transfert")
    CLOSED = "closed", _("clôture")
    REMINDED = "reminded", _("rappel")
    ESCALATED = "escalated", _("alerte pour silence")
    ERASED = "erased", _("contenu effacé au terme de sa conservation")
    HELD = "held", _("mis à trier")
    RELEASED = "released", _("trié : à traiter")
    SET_ASIDE = "set_aside", _("trié : écarté comme abusif")
    RESTORED = "restored", _("rétabli après avoir été écarté")
    MUTED = "muted", _("notifications coupées")
    UNMUTED = "unmuted", _("notifications rétablies")
    ERASURE_ASKED = "erasure_asked", _("demande d’effacement")
    ERASURE_DECIDED = "erasure_decided", _("réponse à une demande d’effacement")
    CONSENT_WITHDRAWN = "consent_withdrawn", _("accord retiré par la personne")
    LETTER_MADE = "letter_made", _("courrier préparé")
    SUBJECT_EXPORT = "subject_export", _("relevé des accès")
    REFERRED = "referred", _("orientation créée")
    CONSENT_GIVEN = "consent_given", _("accord donné par la personne")
    CONSENT_ASKED = "consent_asked", _("accord demandé à la personne")
    STEP_PROPOSED = "step_proposed", _("orientation proposée à un service")
    STEP_ACCEPTED = "step_accepted", _("orientation acceptée")
    STEP_REFUSED = "step_refused", _("orientation refusée")
    STEP_SILENT = "step_silent", _("orientation restée sans réponse")
    STEP_WITHDRAWN = "step_withdrawn", _("orientation retirée d’un service")
    APPOINTED = "appointed", _("rendez-vous proposé")
    APPOINTMENT_MISSED = "appointment_missed", _("rendez-vous manqué")
    STEP_MET = "step_met", _("rencontre faite")
    STEP_FINISHED = "step_finished", _("orientation terminée avec un service")
    REFERRAL_ENDED = "referral_ended", _("fin d’une orientation")
    LINK_MADE = "link_made", _("lien de réponse créé")
    LINK_TRIED = "link_tried", _("code faux sur un lien de réponse")
    LINK_ENDED = "link_ended", _("fin d’un lien de réponse")
    CASE_OPENED = "case_opened", _("accompagnement ouvert")
    CASE_WRITTEN = "case_written", _("écrit dans un accompagnement")
    CASE_SHARED = "case_shared", _("accès donné à une partie d’un accompagnement")
    CASE_UNSHARED = "case_unshared", _("accès retiré d’un accompagnement")
    CASE_HANDED_OVER = "case_handed_over", _("accompagnement confié à un autre membre")
    CASE_REVIEWED = "case_reviewed", _("accompagnement relu par l’encadrement")
    CASE_TRANSFERRED = "case_transferred", _("accompagnement transféré à une autre organisation")
    CASE_REOPENED = "case_reopened", _("accompagnement rouvert")
    CASE_EXPORTED = "case_exported", _("accompagnement exporté")
    CORRECTION_ASKED = "correction_asked", _("rectification demandée par la personne")
    CORRECTION_DECIDED = "correction_decided", _("réponse à une demande de rectification")
    DOCUMENT_ADDED = "document_added", _("document ajouté")
    HOLD_PLACED = "hold_placed", _("conservation prolongée pour une procédure")
    HOLD_LIFTED = "hold_lifted", _("fin de la conservation prolongée")
    ASSESSMENT_STARTED = "assessment_started", _("évaluation d’une information préoccupante commencée")
    ASSESSMENT_WRITTEN = "assessment_written", _("écrit dans une évaluation")
    ASSESSMENT_ENDED = "assessment_ended", _("évaluation d’une information préoccupante terminée")
    PARENTS_INFORMED = "parents_informed", _("information des parents notée")
    EXIT_STARTED = "exit_started", _("parcours de sortie commencé")
    EXIT_EXPLAINED = "exit_explained", _("parcours de sortie expliqué à la personne")
    EXIT_WRITTEN = "exit_written", _("pièce d’un parcours de sortie écrite")
    EXIT_SUBMITTED = "exit_submitted", _("demande de parcours de sortie transmise")
    EXIT_OPINION = "exit_opinion", _("avis sur un parcours de sortie")
    EXIT_DECIDED = "exit_decided", _("décision sur un parcours de sortie")
    EXIT_ENDED = "exit_ended", _("fin d’un parcours de sortie")
    APPROVAL_ASKED = "approval_asked", _("agrément demandé")
    APPROVAL_DECIDED = "approval_decided", _("décision sur un agrément")
    MANDATE_CHANGED = "mandate_changed", _("mandat à la commission modifié")
    SESSION_CONVOKED = "session_convoked", _("commission convoquée")
    SESSION_OPENED = "session_opened", _("séance de la commission ouverte")
    SESSION_CLOSED = "session_closed", _("séance de la commission close")
    OPINION_VOTED = "opinion_voted", _("avis rendu par la commission")
    MINUTES_MADE = "minutes_made", _("procès-verbal établi")


# Consultations and communications: the lines that LIL art. 101 wants with reason, moment, who and to whom.
ACCESSES = frozenset(
    {
        Action.UNSEALED,
        Action.SEALED,
        Action.OPENED,
        Action.LETTER_MADE,
        Action.TRANSMITTED,
        Action.TRANSFERRED,
        Action.RETURNED,
        Action.MESSAGE_SENT,
        Action.SUBJECT_EXPORT,
        Action.STEP_PROPOSED,
        Action.CASE_SHARED,
        Action.CASE_TRANSFERRED,
        Action.CASE_EXPORTED,
        Action.EXIT_SUBMITTED,
    }
)
