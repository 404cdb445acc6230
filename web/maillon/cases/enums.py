"""Closed lists of following a person."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CaseState(TextChoices):
    """Where it stands as a whole."""

    OPEN = "open", _("en cours")
    CLOSED = "closed", _("clos")
    TRANSFERRED = "transferred", _("transféré")


class CaseMove(TextChoices):
    """What happens to a case and changes its state."""

    CLOSE = "close", _("clore")
    REOPEN = "reopen", _("rouvrir")
    TRANSFER = "transfer", _("transférer")
    TAKE_BACK = "take_back", _("reprendre après un transfert refusé")


class ClosingReason(TextChoices):
    """Why it ended. None of them is a failure of hers."""

    GOALS_MET = "goals_met", _("Ce qu’elle voulait est atteint")
    HER_CHOICE = "her_choice", _("Elle a choisi d’arrêter")
    MOVED = "moved", _("Elle a changé de région")
    OTHER_SERVICE = "other_service", _("Un autre service l’accompagne")
    LOST_TOUCH = "lost_touch", _("Le contact est perdu")
    DECEASED = "deceased", _("Elle est décédée")


class EntryKind(TextChoices):
    """What a piece of a case is. Shares, retention and exports are said by kind."""

    IDENTITY = "identity", _("Son nom et sa date de naissance")
    REACHING = "reaching", _("Comment la joindre sans danger")
    SITUATION = "situation", _("Ce qu’elle a vécu")
    NEED = "need", _("Un besoin")
    GOAL = "goal", _("Ce qu’elle veut")
    ACTION = "action", _("Une action prévue")
    APPOINTMENT = "appointment", _("Un rendez-vous")
    CONTACT = "contact", _("Un contact")
    NOTE = "note", _("Une note")
    SAFETY_PLAN = "safety_plan", _("Le plan de sécurité")
    VIOLENCE = "violence", _("Une violence subie")
    DOCUMENT = "document", _("Un document")
    REVIEW = "review", _("Une relecture de l’encadrement")
    CORRECTION = "correction", _("Une rectification demandée")
    ENDING = "ending", _("Un mot sur la fin")

    @property
    def sealed_as(self) -> str:
        """The kind under which its content is sealed."""
        return f"case.{self.value}"


class Sealed(TextChoices):
    """The kinds of sealed content of this app besides those of the entries; part of what binds an envelope."""

    PSEUDONYM = "case.pseudonym", _("nom donné à la personne")
    FILE = "case.file", _("fichier d’un document")


class Area(TextChoices):
    """What a need is about."""

    SAFETY = "safety", _("Sécurité")
    HOUSING = "housing", _("Logement")
    HEALTH = "health", _("Santé")
    PSYCHOLOGICAL = "psychological", _("Soutien psychologique")
    CHILDREN = "children", _("Enfants")
    RIGHTS = "rights", _("Droits et démarches")
    WORK = "work", _("Emploi, formation")
    MONEY = "money", _("Ressources")
    DEBTS = "debts", _("Dettes")
    ADDICTION = "addiction", _("Addictions")
    FRENCH = "french", _("Apprendre le français")
    TIES = "ties", _("Entourage")


class NeedLevel(TextChoices):
    """How she sees a need herself. Not an assessment of her, and nothing to count her by."""

    WANTED = "wanted", _("elle veut de l’aide")
    IN_HAND = "in_hand", _("c’est en cours")
    MET = "met", _("c’est réglé")
    NOT_WANTED = "not_wanted", _("elle n’en veut pas maintenant")


class GoalState(TextChoices):
    """What became of what she wanted."""

    OPEN = "open", _("en cours")
    REACHED = "reached", _("atteint")
    LEFT = "left", _("elle y a renoncé")


class ActionState(TextChoices):
    """What became of an action."""

    PLANNED = "planned", _("à faire")
    DONE = "done", _("faite")
    DROPPED = "dropped", _("abandonnée")


class Doer(TextChoices):
    """Whose turn an action is."""

    PERSON = "person", _("la personne")
    WORKER = "worker", _("la personne qui l’accompagne")
    TOGETHER = "together", _("ensemble")


class AppointmentState(TextChoices):
    """What became of an appointment."""

    PLANNED = "planned", _("prévu")
    HELD = "held", _("il a eu lieu")
    MISSED = "missed", _("il n’a pas eu lieu")
    CANCELLED = "cancelled", _("annulé")


class Means(TextChoices):
    """How one was in contact, or tried to be."""

    MEETING = "meeting", _("en personne")
    OUTREACH = "outreach", _("lors d’une maraude")
    PHONE = "phone", _("par téléphone")
    MESSAGE = "message", _("par message")
    THIRD_PARTY = "third_party", _("par un autre service")


class Violence(TextChoices):
    """The one type of an incident, as GBVIMS names them; tried in this order."""

    RAPE = "rape", _("viol")
    SEXUAL_ASSAULT = "sexual_assault", _("agression sexuelle")
    PHYSICAL_ASSAULT = "physical_assault", _("violence physique")
    FORCED_MARRIAGE = "forced_marriage", _("mariage forcé")
    DENIAL = "denial", _("privation de ressources ou de droits")
    PSYCHOLOGICAL = "psychological", _("violence psychologique")
    NOT_GENDER_BASED = "not_gender_based", _("pas une violence liée au genre")


class ViolenceContext(TextChoices):
    """Around an incident; several may hold, and none is a type."""

    INTIMATE_PARTNER = "intimate_partner", _("par un partenaire ou un ex-partenaire")
    EXPLOITATION = "exploitation", _("dans une situation d’exploitation sexuelle")
    TRAFFICKING = "trafficking", _("possible traite des êtres humains")
    CHILDHOOD = "childhood", _("pendant son enfance")
    HARMFUL_PRACTICE = "harmful_practice", _("pratique traditionnelle néfaste")


class DocumentKind(TextChoices):
    """What a document is about."""

    ADMINISTRATIVE = "administrative", _("Démarche administrative")
    HEALTH = "health", _("Santé")
    JUSTICE = "justice", _("Justice, plainte")
    HOUSING = "housing", _("Logement")
    WORK = "work", _("Emploi, formation")
    MONEY = "money", _("Ressources, dettes")
    LETTER = "letter", _("Courrier")


class Scan(TextChoices):
    """Whether a document was looked at by an antivirus program."""

    CLEAN = "clean", _("vérifié par l’antivirus : rien trouvé")
    NOT_SCANNED = "not_scanned", _("non vérifié : aucun antivirus sur cette instance")


class Purpose(TextChoices):
    """What she agreed to. Help depends on none of them."""

    KEEPING = "keeping", _("garder par écrit ce qu’elle raconte")
    SHARING = "sharing", _("en partager une partie")
    TRANSFER = "transfer", _("transférer l’accompagnement")
    EXIT_PATH = "exit_path", _("préparer un parcours de sortie")
    STATISTICS = "statistics", _("compter sans son nom")


class How(TextChoices):
    """How she agreed."""

    SPOKEN = "spoken", _("de vive voix")
    WRITTEN = "written", _("par écrit")


class ShareEnd(TextChoices):
    """Why a share opens nothing any more."""

    PERSON = "person", _("la personne a retiré son accord")
    REVOKED = "revoked", _("retiré par la personne qui accompagne")
    EXPIRED = "expired", _("au terme prévu")
    REPLACED = "replaced", _("remplacé par un autre partage")
    CASE_ENDED = "case_ended", _("à la fin de l’accompagnement")


class TransferState(TextChoices):
    """Where a transfer to another organisation stands."""

    WAITING = "waiting", _("attend une réponse")
    RECEIVED = "received", _("reçu")
    REFUSED = "refused", _("refusé")
    WITHDRAWN = "withdrawn", _("retiré : la personne a changé d’avis")


class TransferRefusal(TextChoices):
    """Why another organisation does not take over."""

    FULL = "full", _("Pas de place en ce moment")
    OUT_OF_ZONE = "out_of_zone", _("Hors de notre secteur")
    NOT_SUITED = "not_suited", _("Un autre service conviendrait mieux")


class CorrectionState(TextChoices):
    """The answer to what she asked to have corrected (RGPD art. 16)."""

    ASKED = "asked", _("attend une réponse")
    DONE = "done", _("faite")
    PARTLY = "partly", _("faite en partie")
    REFUSED = "refused", _("refusée")


class HoldGround(TextChoices):
    """Why content is kept past its time."""

    JUDICIAL = "judicial", _("une procédure judiciaire est en cours")
    CLAIM = "claim", _("la personne fait valoir ses droits")


class Reading(TextChoices):
    """Why content is opened; stands in the journal beside the opening (LIL art. 101)."""

    FOLLOWING = "following", _("J’accompagne la personne")
    REPLACING = "replacing", _("Je remplace la personne qui l’accompagne")
    SUPERVISING = "supervising", _("J’encadre l’équipe")
    SHARED = "shared", _("Une partie m’est partagée")
    PERSON_ASKS = "person_asks", _("La personne demande à savoir ce qui est écrit")
    JUDICIAL = "judicial", _("Je réponds à une demande de la justice")
    CHECKING = "checking", _("Je contrôle le traitement au sein de mon organisation")


class Likeness(TextChoices):
    """What makes two cases of one organisation look like one person's; each is shown as a reason."""

    SAME_NAME = "same_name", _("le même nom donné")
    NAME_SOUNDS_ALIKE = "name_sounds_alike", _("un nom donné qui se prononce de la même façon")
    SAME_COMMUNE = "same_commune", _("la même commune")
    SAME_LANGUAGE = "same_language", _("la même langue")


# What she went through, in the codes of HTCDS 2.0 (IOM, CC BY 4.0). What it says of suspected persons is left out.
class Trafficking(TextChoices):
    """Whether it was trafficking, as far as anybody decided."""

    POSSIBLE = "PossibleVictimOfTrafficking", _("peut-être")
    ACTUAL = "ActualVictimOfTrafficking", _("oui, reconnue par une autorité ou une association")
    NOT = "NotAVictimOfTrafficking", _("non")


class Recruitment(TextChoices):
    """How it began."""

    BUSINESS = "AtAPlaceOfBusiness", _("dans un commerce ou un établissement")
    SCHOOL = "AtAnEducationalInstitution", _("à l’école ou en formation")
    WORK = "AtWork", _("au travail")
    NETWORKS = "ThroughOnlineSocialNetworks", _("par un réseau social")
    ONLINE_ADVERT = "ThroughAnOnlineAdvertisement", _("par une annonce en ligne")
    TELEVISION = "ThroughATelevisionAdvert", _("par la télévision")
    NEWSPAPER = "ThroughANewspaperAdvert", _("par un journal")
    FAMILY = "ThroughFamilyOrFamilyEvents", _("par la famille")
    FRIENDS = "ThroughFriendsOrSocialEvents", _("par des amis ou une fête")
    OTHER = "Other", _("autrement")


class Control(TextChoices):
    """What holds or held her."""

    THREATS = "PhysicalThreats", _("menaces")
    LAW_THREATS = "ThreatsLawEnforcement", _("menace de la dénoncer")
    FAMILY_THREATS = "ThreatensChildrenFamily", _("menaces contre ses enfants ou sa famille")
    DEBT = "DebtBondage", _("une dette")
    PROMISES = "FalsePromises", _("de fausses promesses")
    PHYSICAL = "PhysicalAbuse", _("violences physiques")
    SEXUAL = "SexualAbuse", _("violences sexuelles")
    EARNINGS = "TakesEarnings", _("son argent est pris")
    MONEY = "RestrictsFinancialAccess", _("pas d’accès à son argent")
    CARE = "RestrictsMedicalCare", _("pas d’accès aux soins")
    NECESSITIES = "WithholdsNecessities", _("privée du nécessaire")
    PSYCHOLOGICAL = "PsychologicalAbuse", _("violences psychologiques")
    SUBSTANCES = "PsychoactiveSubstance", _("alcool, drogues ou médicaments")
    HOURS = "ExcessiveWorkingHours", _("des journées sans fin")
    DOCUMENTS = "WithholdsDocuments", _("ses papiers sont retenus")
    OTHER = "Other", _("autrement")


class Exploitation(TextChoices):
    """Of which kind it is or was."""

    SEXUAL = "SexualExploitation", _("exploitation sexuelle")
    LABOUR = "ForcedLabour", _("travail forcé")
    MARRIAGE = "ForcedMarriage", _("mariage forcé")
    SERVITUDE = "Servitude", _("servitude")
    BEGGING = "ForcedBegging", _("mendicité forcée")
    CHILD_LABOUR = "ChildLabour", _("travail d’enfant")
    MILITARY = "ForcedMilitaryByNonStateActors", _("enrôlement forcé")
    ORGANS = "OrganRemoval", _("prélèvement d’organe")
    ADOPTION = "ForcedAdoption", _("adoption forcée")
    SURROGACY = "Surrogacy", _("gestation pour autrui")
    OTHER = "Other", _("autre")


class SexualExploitation(TextChoices):
    """In which form."""

    PROSTITUTION = "Prostitution", _("prostitution")
    PICTURES = "Pornography", _("images")
    REMOTE = "RemoteInteractiveServices", _("à distance, en ligne")
    PRIVATE = "PrivateSexualServices", _("au service d’une personne")
