"""Closed lists of the guidance. Pure Python: the rules must run anywhere."""

from enum import StrEnum


class AgeClass(StrEnum):
    """The person's age as far as it is known. Doubtful is treated as a minor (rule R-2)."""

    UNDER_15 = "under_15"
    MINOR_15_17 = "minor_15_17"
    DOUBTFUL = "doubtful"
    ADULT = "adult"


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Wish(StrEnum):
    """What an adult wants, in her own words. Never asked of a minor, and never taken into account for one."""

    WANTS_HELP = "wants_help"
    REFUSES = "refuses"
    NOT_ASKED = "not_asked"


class OffenceKnown(StrEnum):
    """What offence, if any, the reporter learnt of. PURCHASE of an adult's acts is a contravention (CP 611-1)."""

    NONE = "none"
    PURCHASE = "purchase"
    CRIME_OR_DELIT = "crime_or_delit"


class PlaceKind(StrEnum):
    STREET = "street"
    HOME = "home"
    LODGING = "lodging"
    CARE_HOME = "care_home"
    SCHOOL = "school"
    HEALTH = "health"
    PUBLIC_PLACE = "public_place"
    VEHICLE = "vehicle"
    ONLINE = "online"
    OTHER = "other"


class ReporterStatus(StrEnum):
    """What the law sees in the reporter; somebody may have several (a firefighter: official and bound by secrecy)."""

    PUBLIC_OFFICIAL = "public_official"
    SECRECY_BOUND = "secrecy_bound"
    HEALTH_PROFESSIONAL = "health_professional"
    CHILD_PROTECTION = "child_protection"
    LODGING = "lodging"
    PRIVATE_PERSON = "private_person"


class Addressee(StrEnum):
    """Whom a step leads to."""

    EMERGENCY = "emergency"
    CRIP = "crip"
    LINE_119 = "line_119"
    PROSECUTOR = "prosecutor"
    FORCE = "force"
    ASSOCIATION = "association"
    HEALTH = "health"
    SHELTER_115 = "shelter_115"
    PHAROS = "pharos"
    ACSE = "acse"
    HIERARCHY = "hierarchy"
    PERSON = "person"
    REPORTER = "reporter"


class Ground(StrEnum):
    """The closed list of grounds on which something may move to somebody. There is no "other"."""

    CPP_40 = "cpp_40"
    CP_434_1 = "cp_434_1"
    CP_434_3 = "cp_434_3"
    CP_223_6 = "cp_223_6"
    CASF_L226_2_1 = "casf_l226_2_1"
    CASF_L226_2_2 = "casf_l226_2_2"
    CASF_L226_4 = "casf_l226_4"
    CP_226_14_1 = "cp_226_14_1"
    CP_226_14_2 = "cp_226_14_2"
    CP_226_14_2BIS = "cp_226_14_2bis"
    CP_226_14_3 = "cp_226_14_3"
    CSP_L1110_4 = "csp_l1110_4"
    CONSENT = "consent"
    JUDICIAL_REQUEST = "judicial_request"
    # Nothing about an identified person moves: a place or public content is pointed out, or advice is given.
    NO_PERSONAL_DATA = "no_personal_data"


class Duty(StrEnum):
    MUST = "must"
    MAY = "may"
    ADVICE = "advice"


class Choice(StrEnum):
    """What the reporter decides about a recipient. The law's own word is the duty; this is what the screen does."""

    REQUIRED = "required"
    TICKED = "ticked"
    OPEN = "open"


class Delay(StrEnum):
    """How fast. The clocks that run on the recipient's side are in the rules' data."""

    IMMEDIATELY = "immediately"
    WITHOUT_DELAY = "without_delay"
    WHEN_POSSIBLE = "when_possible"


class Channel(StrEnum):
    CALL = "call"
    TRANSMISSION = "transmission"
    WEB = "web"
    SPEAK = "speak"


class Identity(StrEnum):
    """Whether the person's identity may be part of what a step sends."""

    NEVER = "never"
    WITH_AGREEMENT = "with_agreement"
    ALLOWED = "allowed"


class Trade(StrEnum):
    """Whose list of signs is shown. The values are those of the directory's kinds of organisation."""

    GENDARMERIE = "gendarmerie"
    POLICE = "police"
    PROSECUTOR = "prosecutor"
    FIRE_RESCUE = "fire_rescue"
    PREFECTURE = "prefecture"
    COUNCIL = "council"
    HEALTH = "health"
    SCHOOL = "school"
    ASSOCIATION = "association"
    LODGING = "lodging"
    OTHER = "other"


class Section(StrEnum):
    """The parts of a trade's card, in their order."""

    FIRST_WORDS = "first_words"
    NEVER_ASK = "never_ask"
    SAFETY = "safety"
    EVIDENCE = "evidence"
    RIGHTS = "rights"


class Evidence(StrEnum):
    """What is known of a sign: tested against cases that were not trafficking, or taken from an expert list."""

    PREDICTIVE = "predictive"
    NOT_PREDICTIVE = "not_predictive"
    EXPERT_LIST = "expert_list"


class Scope(StrEnum):
    """Of whom a sign speaks."""

    MINOR = "minor"
    ADULT = "adult"
    BOTH = "both"


class Dimension(StrEnum):
    """What a sign speaks of. Signs combine within one dimension."""

    DECEPTION = "deception"
    COERCION = "coercion"
    CONTROL = "control"
    EXPLOITATION = "exploitation"
    VULNERABILITY = "vulnerability"


class IloDimension(StrEnum):
    """The six dimensions of the ILO and the European Commission (2009)."""

    DECEPTIVE_RECRUITMENT = "deceptive_recruitment"
    COERCIVE_RECRUITMENT = "coercive_recruitment"
    VULNERABILITY_AT_RECRUITMENT = "vulnerability_at_recruitment"
    EXPLOITATION = "exploitation"
    COERCION_AT_DESTINATION = "coercion_at_destination"
    VULNERABILITY_AT_DESTINATION = "vulnerability_at_destination"


class Strength(StrEnum):
    """How much a sign says beside others of its dimension. Never added up into a number about a person."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class Setting(StrEnum):
    """Where a sign can be seen."""

    CALL_OUT = "call_out"
    CUSTODY = "custody"
    EMERGENCY_WARD = "emergency_ward"
    SCHOOL = "school"
    CARE_HOME = "care_home"
    HOTEL = "hotel"
    FLAT = "flat"
    STREET = "street"
    ADVERT = "advert"
    MESSAGES = "messages"


class Seen(StrEnum):
    """What an observer says of a sign."""

    SEEN = "seen"
    NOT_SEEN = "not_seen"
    UNSURE = "unsure"


class Concern(StrEnum):
    """What a set of signs amounts to: a reason to act, to stay attentive, or neither. Never a verdict."""

    NOTHING = "nothing"
    ATTENTIVE = "attentive"
    CONCERN = "concern"


class Theme(StrEnum):
    """What an exercise is also about."""

    ONLINE = "online"
    DRUGS = "drugs"


class Assurance(StrEnum):
    """How sure somebody is of what they could do; words, never a number."""

    NOT_AT_ALL = "not_at_all"
    A_LITTLE = "a_little"
    RATHER = "rather"
    FULLY = "fully"
