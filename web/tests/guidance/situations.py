"""Situations whose answers a lawyer may read, by name. Their answers are kept beside, and reviewed when they change."""

from maillon.guidance.enums import AgeClass, Answer, OffenceKnown, PlaceKind, ReporterStatus, Wish
from maillon.guidance.facts import Facts

S = ReporterStatus
FIREFIGHTER = frozenset({S.PUBLIC_OFFICIAL, S.SECRECY_BOUND})
GENDARME = frozenset({S.PUBLIC_OFFICIAL})
TEACHER = frozenset({S.PUBLIC_OFFICIAL})
HOSPITAL_DOCTOR = frozenset({S.PUBLIC_OFFICIAL, S.HEALTH_PROFESSIONAL, S.SECRECY_BOUND})
PRIVATE_NURSE = frozenset({S.HEALTH_PROFESSIONAL, S.SECRECY_BOUND})
CHILD_PROTECTION = frozenset({S.PUBLIC_OFFICIAL, S.SECRECY_BOUND, S.CHILD_PROTECTION})
SOCIAL_WORKER = frozenset({S.SECRECY_BOUND})
VOLUNTEER = frozenset({S.PRIVATE_PERSON})
LODGING = frozenset({S.LODGING})
NOBODY = frozenset()

ADULT, CHILD, TEEN, DOUBT = AgeClass.ADULT, AgeClass.UNDER_15, AgeClass.MINOR_15_17, AgeClass.DOUBTFUL
CRIME, PURCHASE = OffenceKnown.CRIME_OR_DELIT, OffenceKnown.PURCHASE
HELP, NO_HELP = Wish.WANTS_HELP, Wish.REFUSES

SITUATIONS: dict[str, Facts] = {
    "firefighter, adult, not asked": Facts(ADULT, FIREFIGHTER, PlaceKind.HOME),
    "firefighter, adult, wants help": Facts(ADULT, FIREFIGHTER, PlaceKind.HOME, wish=HELP),
    "firefighter, adult, refuses": Facts(ADULT, FIREFIGHTER, PlaceKind.HOME, wish=NO_HELP),
    "firefighter, adult, not asked, délit": Facts(ADULT, FIREFIGHTER, PlaceKind.HOME, offence=CRIME),
    "firefighter, adult, refuses, délit": Facts(ADULT, FIREFIGHTER, PlaceKind.HOME, wish=NO_HELP, offence=CRIME),
    "firefighter, adult, danger": Facts(ADULT, FIREFIGHTER, PlaceKind.HOME, danger=True),
    "firefighter, adult, unable, délit": Facts(ADULT, FIREFIGHTER, can_protect_herself=Answer.NO, offence=CRIME),
    "firefighter, adult, purchase": Facts(ADULT, FIREFIGHTER, PlaceKind.STREET, offence=PURCHASE),
    "firefighter, 15 to 17": Facts(TEEN, FIREFIGHTER, PlaceKind.HOME),
    "firefighter, 15 to 17, grave": Facts(TEEN, FIREFIGHTER, PlaceKind.HOME, grave=True),
    "firefighter, 15 to 17, délit": Facts(TEEN, FIREFIGHTER, PlaceKind.HOME, offence=CRIME),
    "firefighter, doubtful age": Facts(DOUBT, FIREFIGHTER, PlaceKind.HOME),
    "firefighter, under 15, danger": Facts(CHILD, FIREFIGHTER, PlaceKind.HOME, danger=True),
    "gendarme, adult, purchase": Facts(ADULT, GENDARME, PlaceKind.STREET, offence=PURCHASE),
    "gendarme, adult, purchase, refuses": Facts(ADULT, GENDARME, PlaceKind.STREET, offence=PURCHASE, wish=NO_HELP),
    "gendarme, adult, délit": Facts(ADULT, GENDARME, offence=CRIME),
    "gendarme, adult, unable, délit": Facts(ADULT, GENDARME, can_protect_herself=Answer.NO, offence=CRIME),
    "gendarme, adult, foreign victim, wants help": Facts(ADULT, GENDARME, wish=HELP, foreign_victim=Answer.YES),
    "gendarme, 15 to 17, foreign victim, purchase": Facts(TEEN, GENDARME, foreign_victim=Answer.YES, offence=PURCHASE),
    "teacher, 15 to 17": Facts(TEEN, TEACHER, PlaceKind.SCHOOL),
    "teacher, under 15": Facts(CHILD, TEACHER, PlaceKind.SCHOOL),
    "teacher, 15 to 17, online": Facts(TEEN, TEACHER, PlaceKind.ONLINE, online_public=True),
    "hospital doctor, adult, not asked": Facts(ADULT, HOSPITAL_DOCTOR, PlaceKind.HEALTH),
    "hospital doctor, adult, hold, délit": Facts(
        ADULT,
        HOSPITAL_DOCTOR,
        couple_violence=True,
        mortal_danger=True,
        can_protect_herself=Answer.NO,
        offence=CRIME,
    ),
    "nurse, adult, hold": Facts(
        ADULT, PRIVATE_NURSE, couple_violence=True, mortal_danger=True, can_protect_herself=Answer.NO
    ),
    "nurse, adult, couple violence, unable": Facts(
        ADULT, PRIVATE_NURSE, couple_violence=True, can_protect_herself=Answer.NO
    ),
    "nurse, adult, unable": Facts(ADULT, PRIVATE_NURSE, can_protect_herself=Answer.NO),
    "nurse, adult, wants help, délit": Facts(ADULT, PRIVATE_NURSE, wish=HELP, offence=CRIME),
    "nurse, 15 to 17": Facts(TEEN, PRIVATE_NURSE, PlaceKind.HEALTH),
    "nurse, under 15": Facts(CHILD, PRIVATE_NURSE, PlaceKind.HEALTH),
    "child protection, 15 to 17": Facts(TEEN, CHILD_PROTECTION, PlaceKind.CARE_HOME),
    "child protection, 15 to 17, grave": Facts(TEEN, CHILD_PROTECTION, PlaceKind.CARE_HOME, grave=True),
    "social worker, adult, wants help, foreign victim": Facts(
        ADULT, SOCIAL_WORKER, wish=HELP, foreign_victim=Answer.YES
    ),
    "social worker, adult, not asked, délit": Facts(ADULT, SOCIAL_WORKER, offence=CRIME),
    "social worker, adult, unable": Facts(ADULT, SOCIAL_WORKER, can_protect_herself=Answer.NO),
    "social worker, under 15": Facts(CHILD, SOCIAL_WORKER),
    "private person, 15 to 17, grave": Facts(TEEN, VOLUNTEER, grave=True),
    "volunteer, adult, wants help, délit": Facts(ADULT, VOLUNTEER, wish=HELP, offence=CRIME),
    "private person, adult, not asked, délit": Facts(ADULT, VOLUNTEER, offence=CRIME),
    "private person, adult, unable, danger": Facts(ADULT, VOLUNTEER, can_protect_herself=Answer.NO, danger=True),
    "private person, adult, online": Facts(ADULT, VOLUNTEER, PlaceKind.ONLINE, online_public=True),
    "private person, adult, online, refuses": Facts(ADULT, VOLUNTEER, online_public=True, wish=NO_HELP),
    "private person, 15 to 17": Facts(TEEN, VOLUNTEER),
    "lodging manager, adult, not asked": Facts(ADULT, LODGING, PlaceKind.LODGING),
    "lodging manager, adult, refuses": Facts(ADULT, LODGING, PlaceKind.LODGING, wish=NO_HELP),
    "lodging manager, doubtful age": Facts(DOUBT, LODGING, PlaceKind.LODGING),
    "nobody in particular, adult": Facts(ADULT, NOBODY),
}
