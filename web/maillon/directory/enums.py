"""Closed lists of the directory."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganisationKind(TextChoices):
    """What an organisation is, as far as the law treats it differently."""

    GENDARMERIE = "gendarmerie", _("Gendarmerie")
    POLICE = "police", _("Police nationale")
    PROSECUTOR = "prosecutor", _("Parquet")
    FIRE_RESCUE = "fire_rescue", _("Sapeurs-pompiers")
    PREFECTURE = "prefecture", _("Préfecture")
    COUNCIL = "council", _("Conseil départemental (CRIP)")
    HEALTH = "health", _("Santé")
    SCHOOL = "school", _("Établissement scolaire")
    ASSOCIATION = "association", _("Association")
    LODGING = "lodging", _("Hébergement touristique, logement")
    OTHER = "other", _("Autre")


class Secrecy(TextChoices):
    """Whether its members are bound by professional secrecy; settled by the organisation's own DPO or lawyer."""

    BOUND = "bound", _("secret professionnel")
    DISCRETION = "discretion", _("obligation de discrétion")
    NONE = "none", _("ni l’un ni l’autre")
    TO_CONFIRM = "to_confirm", _("à confirmer")


class Need(TextChoices):
    """What a service helps with. Closed: matching, consent and figures count on it."""

    LISTENING = "listening", _("Être écoutée")
    SHELTER = "shelter", _("Mise à l’abri, hébergement")
    HOUSING = "housing", _("Logement")
    HEALTH = "health", _("Santé")
    PSYCHOLOGICAL = "psychological", _("Soutien psychologique")
    ADDICTION = "addiction", _("Addictions")
    LEGAL = "legal", _("Droits, avocat")
    COMPLAINT = "complaint", _("Accompagnement de la plainte")
    RESIDENCE = "residence", _("Droit au séjour")
    EXIT_PATH = "exit_path", _("Parcours de sortie (PSP)")
    WORK = "work", _("Emploi, formation")
    FRENCH = "french", _("Apprendre le français")
    MONEY = "money", _("Ressources, dettes")
    DAILY = "daily", _("Manger, se laver, s’habiller")
    CHILDREN = "children", _("Enfants, parentalité")
    CHILD_PROTECTION = "child_protection", _("Protection de l’enfance")
    INTERPRETER = "interpreter", _("Interprète")
    OUTREACH = "outreach", _("Aller vers, maraude")


class Trait(TextChoices):
    """What a service may welcome or not take, as far as it says so. Said of a service, never kept of a person."""

    WOMEN = "women", _("femmes")
    MEN = "men", _("hommes")
    TRANS = "trans", _("personnes trans")
    WITH_CHILDREN = "with_children", _("avec enfants")
    WITH_ANIMAL = "with_animal", _("avec un animal")
    WITHOUT_PAPERS = "without_papers", _("sans papiers")
    DISABILITY = "disability", _("en situation de handicap")


class ZoneKind(TextChoices):
    """How large the area is for which a service acts."""

    COMMUNES = "communes", _("Communes")
    DEPARTEMENT = "departement", _("Département")
    REGION = "region", _("Région")
    COUNTRY = "country", _("Toute la France")


class Cost(TextChoices):
    """What a person pays. Unknown where it is empty."""

    FREE = "free", _("Gratuit")
    PARTLY = "partly", _("Selon les ressources")
    PAID = "paid", _("Payant")


class Confirmed(TextChoices):
    """How a service's facts were confirmed."""

    EDITED = "edited", _("Fiche mise à jour")
    CONFIRMED = "confirmed", _("Fiche confirmée sans changement")
    IMPORTED = "imported", _("Import")


class Decided(TextChoices):
    """What became of a proposed correction."""

    ACCEPTED = "accepted", _("Acceptée")
    DISMISSED = "dismissed", _("Écartée")
