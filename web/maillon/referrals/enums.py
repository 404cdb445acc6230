"""Closed lists of the referrals."""

from collections.abc import Collection

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Basis(TextChoices):
    """What lets the person's situation move: her agreement, or the law where she is a minor."""

    CONSENT = "consent", _("accord de la personne")
    CHILD_PROTECTION = "child_protection", _("protection de l’enfance")


class ReferralState(TextChoices):
    """Where a referral stands as a whole."""

    OPEN = "open", _("en cours")
    MET = "met", _("rencontre faite")
    DONE = "done", _("terminée")
    WITHDRAWN = "withdrawn", _("retirée")
    EXHAUSTED = "exhausted", _("sans réponse favorable")


class StepState(TextChoices):
    """Where it stands with one service."""

    ASKED = "asked", _("attend l’accord de la personne")
    PLANNED = "planned", _("prévue ensuite")
    PROPOSED = "proposed", _("proposée")
    SEEN = "seen", _("lue")
    ACCEPTED = "accepted", _("acceptée")
    MET = "met", _("rencontre faite")
    DONE = "done", _("terminée")
    REFUSED = "refused", _("refusée")
    SILENT = "silent", _("restée sans réponse")
    WITHDRAWN = "withdrawn", _("retirée")


class Move(TextChoices):
    """What happens to a step and changes its state."""

    AGREE = "agree", _("la personne accepte ce service")
    PROPOSE = "propose", _("proposer")
    SEE = "see", _("ouvrir")
    ACCEPT = "accept", _("accepter")
    REFUSE = "refuse", _("refuser")
    CLOSE = "close", _("le service a fermé")
    FALL_SILENT = "fall_silent", _("le délai est passé")
    MEET = "meet", _("la rencontre a eu lieu")
    FINISH = "finish", _("terminer")
    WITHDRAW = "withdraw", _("retirer")


class PartKind(TextChoices):
    """What is told of the person, in parts: each goes only where she agreed that it goes."""

    SITUATION = "situation", _("La situation, en quelques phrases")
    NEEDS = "needs", _("Ce dont elle a besoin")
    IDENTITY = "identity", _("Son nom ou le nom qu’elle se donne")
    CONTACT = "contact", _("Comment la joindre sans danger")
    CHILDREN = "children", _("Ses enfants")
    HEALTH = "health", _("Sa santé")

    @classmethod
    def in_order(cls, kinds: Collection[str]) -> "list[PartKind]":
        """These kinds, in the order of the list: however they were given, they are stored and shown alike."""
        return [kind for kind in cls if kind in kinds]


class How(TextChoices):
    """How she agreed."""

    SPOKEN = "spoken", _("de vive voix")
    WRITTEN = "written", _("par écrit")
    BY_CODE = "by_code", _("elle-même, avec son code")


class RefusalReason(TextChoices):
    """Why a service does not take it. Closed, without “other”: figures and what to try next depend on it."""

    OUT_OF_ZONE = "out_of_zone", _("Hors de notre secteur")
    FULL = "full", _("Pas de place dans le délai")
    NOT_ELIGIBLE = "not_eligible", _("Nous n’accueillons pas ce public")
    NOT_COMPETENT = "not_competent", _("Ce besoin ne relève pas de nous")
    LANGUAGE = "language", _("Pas d’interprète dans sa langue")
    UNSAFE = "unsafe", _("Nous ne pourrions pas la protéger ici")
    NOT_REACHED = "not_reached", _("La personne n’a pas pu être jointe")
    DECLINED = "declined", _("La personne majeure ne le souhaite plus")
    CLOSED = "closed", _("Le service a fermé")


class Outcome(TextChoices):
    """How it ended with the service that met her."""

    ACCOMPANIED = "accompanied", _("La personne est accompagnée")
    PROTECTED = "protected", _("La personne est à l’abri")
    ANSWERED = "answered", _("La demande a reçu une réponse")
    CHILD_PROTECTION = "child_protection", _("La protection de l’enfance a pris le relais")
    NOT_SUITED = "not_suited", _("Ce service ne convenait pas")
    DECLINED = "declined", _("La personne majeure a choisi d’arrêter")
    LOST_TOUCH = "lost_touch", _("Le contact est perdu")


class Withdrawn(TextChoices):
    """Who or what ended an open step before its time."""

    PERSON = "person", _("par la personne")
    REFERRER = "referrer", _("par la personne qui oriente")
    NOT_NEEDED = "not_needed", _("un autre service a abouti")
    EXPIRED = "expired", _("au terme de sa conservation")


class ParentsReason(TextChoices):
    """Why a minor's parents were not told first: the law has one exception, her own interest (CASF L226-2-1)."""

    AGAINST_INTEREST = "against_interest", _("Ce serait contraire à l’intérêt de l’enfant")
    INVOLVED = "involved", _("Un parent est peut-être impliqué")


class LinkEnd(TextChoices):
    """Why a link without an account opens nothing any more."""

    ANSWERED = "answered", _("la réponse est donnée")
    EXPIRED = "expired", _("le délai est passé")
    REVOKED = "revoked", _("retiré")
    WRONG_CODES = "wrong_codes", _("trop de codes faux")


class Reading(TextChoices):
    """Why what is told of a person is opened; stands in the journal beside the opening (LIL art. 101)."""

    ANSWERING = "answering", _("Je prépare notre réponse")
    FOLLOWING = "following", _("J’accompagne la personne")
    REPLACING = "replacing", _("Je remplace la personne qui la suit")
    JUDICIAL = "judicial", _("Je réponds à une demande de la justice")
    CHECKING = "checking", _("Je contrôle le traitement au sein de mon organisation")


class Sealed(TextChoices):
    """The kinds of sealed content of this app; part of what binds an envelope to its place."""

    DRAFT = "referral.draft", _("orientation en cours d’écriture")
    SITUATION = "referral.situation", _("situation")
    NEEDS = "referral.needs", _("besoins")
    IDENTITY = "referral.identity", _("identité")
    CONTACT = "referral.contact", _("contact")
    CHILDREN = "referral.children", _("enfants")
    HEALTH = "referral.health", _("santé")
    REFUSAL = "referral.refusal", _("précision sur un refus")
    OUTCOME = "referral.outcome", _("précision sur une issue")
