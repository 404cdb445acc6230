"""Closed lists of the reports."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """Where a transmission stands, at its recipient."""

    SENT = "sent", _("arrivé")
    OPENED = "opened", _("ouvert")
    ACKNOWLEDGED = "acknowledged", _("réception confirmée")
    IN_HAND = "in_hand", _("pris en charge")
    TRANSFERRED = "transferred", _("transféré")
    RETURNED = "returned", _("rendu à l’expéditeur")
    CLOSED = "closed", _("clos")


class Move(TextChoices):
    """What a person can do with a transmission that changes its state."""

    OPEN = "open", _("ouvrir")
    ACKNOWLEDGE = "acknowledge", _("accuser réception")
    TAKE = "take", _("prendre en charge")
    TRANSFER = "transfer", _("transférer")
    RETURN = "return", _("rendre")
    TAKE_BACK = "take_back", _("reprendre")
    CLOSE = "close", _("clore")


class Sorting(TextChoices):
    """What a person can do with what stands « à trier »: apart from `Move`, since this alone can be undone."""

    SET_ASIDE = "set_aside", _("écarter comme abusif")
    RESTORE = "restore", _("rétablir")


class Outcome(TextChoices):
    """How a transmission ended. The list is closed: figures are counted on it."""

    PROTECTED = "protected", _("La personne est en sécurité")
    ENDED = "ended", _("L’exploitation a pris fin (à vérifier)")
    ACCOMPANIED = "accompanied", _("La personne est accompagnée")
    PROCEDURE = "procedure", _("Une procédure est ouverte")
    CHILD_PROTECTION = "child_protection", _("Une mesure de protection de l’enfance est engagée")
    DECLINED = "declined", _("La personne majeure ne souhaite pas d’aide")
    NOT_FOUND = "not_found", _("La personne n’a pas pu être retrouvée")
    UNFOUNDED = "unfounded", _("Les faits ne sont pas ceux que l’on craignait")
    DUPLICATE = "duplicate", _("Déjà connu par un autre signalement")
    # Given by triage and by erasure alone, never chosen when closing.
    ABUSE = "abuse", _("Écarté : message abusif")
    ERASED = "erased", _("Effacé à la demande de la personne qui a parlé")


class ReturnReason(TextChoices):
    """Why a transfer comes back."""

    OUT_OF_AREA = "out_of_area", _("Hors de notre territoire")
    NOT_COMPETENT = "not_competent", _("Ne relève pas de nos missions")
    NO_CAPACITY = "no_capacity", _("Pas de moyens d’agir dans le délai")
    INCOMPLETE = "incomplete", _("Éléments insuffisants")


class OpeningReason(TextChoices):
    """Why a recipient opens what was sealed; stands in the journal beside the opening (LIL art. 101)."""

    HANDLING = "handling", _("Je traite ce signalement")
    REPLACING = "replacing", _("Je remplace la personne qui le traite")
    DECIDING = "deciding", _("Je prépare une décision : transfert, clôture, réunion")
    JUDICIAL = "judicial", _("Je réponds à une demande de la justice")
    CHECKING = "checking", _("Je contrôle le traitement au sein de mon organisation")


class Deadline(TextChoices):
    """What is due on a transmission, and by whom it was set."""

    ACKNOWLEDGE = "acknowledge", _("Accusé de réception attendu")
    TAKE_UP = "take_up", _("À reprendre : le transfert a été rendu")
    ANSWER = "answer", _("Évaluation attendue par la loi")
    VERIFY = "verify", _("Fin de l’exploitation à vérifier")
    SORT = "sort", _("À trier")
    ERASURE = "erasure", _("Réponse à la demande d’effacement")


class Origin(TextChoices):
    """How the reporter came to know."""

    WITNESSED = "witnessed", _("Je l’ai vu ou entendu moi-même")
    PHONE = "phone", _("On me l’a dit au téléphone")
    PAPER = "paper", _("On me l’a remis par écrit")
    TOLD = "told", _("On me l’a confié de vive voix")


class ObservedWhen(TextChoices):
    NOW = "now", _("En ce moment")
    TODAY = "today", _("Aujourd’hui")
    WEEK = "week", _("Ces derniers jours")
    EARLIER = "earlier", _("Il y a plus longtemps")


class Done(TextChoices):
    """What the reporter had done already; it reaches the recipients in codes."""

    EMERGENCY = "emergency", _("Secours ou forces de l’ordre appelés (17, 112, 15, 114)")
    HIERARCHY = "hierarchy", _("Hiérarchie informée")
    LINE_119 = "line_119", _("119 ou cellule départementale (CRIP) appelés")
    TALKED = "talked", _("Échange avec la personne, à l’abri des regards")
    CONTACTS_GIVEN = "contacts_given", _("Numéros utiles remis à la personne")
    CARE = "care", _("Soins donnés ou proposés")
    SHELTER = "shelter", _("Mise à l’abri demandée ou obtenue")
    COMPLAINT = "complaint", _("Plainte déposée par la personne")


class Sealed(TextChoices):
    """The kinds of sealed content of this app; part of what binds an envelope to its place."""

    DRAFT = "report.draft", _("brouillon")
    OFFLINE = "report.offline", _("signalement écrit sans réseau")
    ACCOUNT = "report.account", _("récit")
    IDENTITY = "report.identity", _("identité de la personne")
    TRACES = "report.traces", _("traces en ligne et identifiants")
    CONTACT = "report.contact", _("comment joindre la personne qui a parlé")
    MESSAGE = "report.message", _("message")
    NOTE = "report.note", _("note interne")


class MuteReason(TextChoices):
    """Why nobody is told any more of what is written in a thread. The messages stay, sealed and readable."""

    FLOOD = "flood", _("Messages en masse")
    INSULTS = "insults", _("Insultes ou menaces")
    OFF_TOPIC = "off_topic", _("Sans rapport avec le signalement")


class Asked(TextChoices):
    """What somebody without an account asked of one recipient."""

    ERASURE = "erasure", _("Effacer ce que j’ai dit")
    WITHDRAWAL = "withdrawal", _("Retirer mon accord")


class Decision(TextChoices):
    """What came of it."""

    DONE = "done", _("Fait")
    REFUSED = "refused", _("Refusé")


class RefusalReason(TextChoices):
    """Why an erasure is refused: RGPD art. 17 § 3 leaves these, and no others fit what Maillon is for."""

    LEGAL_DUTY = "legal_duty", _("La loi nous oblige à le garder")
    LEGAL_CLAIMS = "legal_claims", _("Il sert à faire valoir des droits en justice")
    CHILD_PROTECTION = "child_protection", _("La protection d’un enfant en dépend")


class Direction(TextChoices):
    TO_REPORTER = "to_reporter", _("vers la personne qui a signalé")
    TO_RECIPIENT = "to_recipient", _("vers l’organisation destinataire")
