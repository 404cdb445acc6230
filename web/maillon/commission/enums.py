"""Closed lists of the commission."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a meeting is about; who attends hangs on it."""

    INDIVIDUAL = "individual", _("Demandes individuelles")
    POLICY = "policy", _("Politique départementale")
    MINORS = "minors", _("Coordination des parcours de mineurs")


class State(TextChoices):
    """Where a meeting stands."""

    DRAFT = "draft", _("en préparation")
    CONVOKED = "convoked", _("convoquée")
    OPEN = "open", _("séance ouverte")
    CLOSED = "closed", _("close, procès-verbal à faire")
    MINUTED = "minuted", _("procès-verbal établi")
    LAPSED = "lapsed", _("sans quorum")
    CANCELLED = "cancelled", _("annulée")


class Move(TextChoices):
    """What happens to a meeting and changes its state."""

    CONVOKE = "convoke", _("convoquer")
    OPEN = "open", _("ouvrir la séance")
    LAPSE = "lapse", _("constater l’absence de quorum")
    CLOSE = "close", _("clore la séance")
    MINUTE = "minute", _("établir le procès-verbal")
    CANCEL = "cancel", _("annuler")


class Rank(TextChoices):
    """How somebody holds a seat."""

    TITULAR = "titular", _("titulaire")
    SUBSTITUTE = "substitute", _("suppléant ou suppléante")


class Mode(TextChoices):
    """From where somebody takes part; both count alike (CRPA R133-10)."""

    ON_SITE = "on_site", _("dans la salle")
    REMOTE = "remote", _("à distance")


class Emergency(TextChoices):
    """Why a convocation came later than the law's days. Closed: it stands in the minutes."""

    SAFETY = "safety", _("La sécurité d’une personne en dépend")
    PATH_ENDS = "path_ends", _("Un parcours prendrait fin avant la prochaine séance")
    CRISIS = "crisis", _("Un événement dans le département demande une réponse immédiate")


class RecusalReason(TextChoices):
    """Why a member does not deliberate on one point."""

    PRESENTS = "presents", _("Son association présente la demande")
    INTEREST = "interest", _("Elle ou il y a un intérêt personnel")


class How(TextChoices):
    """How the commission came to its opinion."""

    CONSENSUS = "consensus", _("sans vote, personne ne s’y opposant")
    VOTE = "vote", _("par un vote")


class Vote(TextChoices):
    """How one voice was given."""

    FOR = "for", _("pour")
    AGAINST = "against", _("contre")
    ABSTAINED = "abstained", _("abstention")


class Sense(TextChoices):
    """What the commission advises."""

    FAVOURABLE = "favourable", _("avis favorable")
    UNFAVOURABLE = "unfavourable", _("avis défavorable")


class Topic(TextChoices):
    """What a policy meeting speaks of. Closed, so that nobody types a name where it is stored in clear."""

    REVIEW = "review", _("Bilan de l’année")
    STRATEGY = "strategy", _("Stratégie du département")
    REPERAGE = "reperage", _("Repérage et aller vers")
    SHELTER = "shelter", _("Mise à l’abri et logement")
    HEALTH = "health", _("Santé")
    RIGHTS = "rights", _("Accès aux droits, emploi, ressources")
    MINORS = "minors", _("Mineurs : prévention et protection")
    BUYERS = "buyers", _("Prévention auprès des acheteurs, stages")
    NETWORKS = "networks", _("Lutte contre le proxénétisme et la traite")
    TRAINING = "training", _("Formation des professionnels")
    RULES = "rules", _("Fonctionnement de la commission")


class Alert(TextChoices):
    """How the year's policy meetings stand."""

    NONE = "none", _("à jour")
    PLAN = "plan", _("à prévoir")
    LATE = "late", _("en retard")


class Sealed(TextChoices):
    """The kinds of sealed content of this app; part of what binds an envelope to its place."""

    WORDS = "commission.words", _("motifs d’un avis")
    DISSENT = "commission.dissent", _("désaccord d’un membre")
    MINUTES = "commission.minutes", _("procès-verbal")
