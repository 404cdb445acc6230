"""What must hold of every answer, written down apart from the rules that give it."""

from maillon.guidance.enums import Addressee, AgeClass, Answer, Ground, Identity, OffenceKnown, ReporterStatus, Wish
from maillon.guidance.facts import Facts, Step
from tests.guidance.shapes import Invariant, Shape, identity_ground

OFFICIAL, HEALTH = ReporterStatus.PUBLIC_OFFICIAL, ReporterStatus.HEALTH_PROFESSIONAL
BOUND = frozenset({ReporterStatus.SECRECY_BOUND, ReporterStatus.CHILD_PROTECTION, HEALTH})
CHILD_GROUNDS = frozenset({Ground.CASF_L226_2_1, Ground.CASF_L226_2_2, Ground.CASF_L226_4})


def hold(facts: Facts) -> bool:
    """CP 226-14 3° in its terms: health professional, couple violence, mortal danger, unable to protect herself."""
    return (
        HEALTH in facts.statuses
        and facts.couple_violence
        and facts.mortal_danger
        and facts.can_protect_herself is Answer.NO
    )


def unable(facts: Facts) -> bool:
    """Unable to protect herself by age or condition. With couple violence, NO may mean the hold: then it is not."""
    return facts.can_protect_herself is Answer.NO and not facts.couple_violence


def excepted(facts: Facts, ground: Ground) -> bool:
    """Whether this ground lets an adult's identity move without her agreement in this situation."""
    match ground:
        case Ground.CP_223_6:
            return facts.danger or facts.mortal_danger
        case Ground.CP_226_14_3:
            return hold(facts)
        case Ground.CP_226_14_2:
            return unable(facts) and HEALTH in facts.statuses
        case Ground.CP_226_14_1:
            return unable(facts) and bool(BOUND & facts.statuses)
        case Ground.CP_434_3:
            return unable(facts) and not BOUND & facts.statuses
        case _:
            return False


def may_reach_authorities(facts: Facts, step: Step) -> bool:
    """G6: what leads to police, gendarmerie or the prosecutor about an adult, and why it may."""
    if step.identity is Identity.ALLOWED:
        return excepted(facts, identity_ground(step))
    if step.ground is Ground.CPP_40:
        # The facts alone are owed; her name never follows against her wish.
        return step.identity is Identity.NEVER or facts.wish is not Wish.REFUSES
    if facts.wish is Wish.REFUSES or step.preselected:
        return False
    return facts.wish is Wish.WANTS_HELP or step.identity is Identity.NEVER


def _danger(facts: Facts, shape: Shape) -> bool:
    if facts.danger or facts.mortal_danger:
        return shape.emergency_first and shape.emergency_numbers
    return Addressee.EMERGENCY not in shape.addressees


def _grave_minor(facts: Facts, shape: Shape) -> bool:
    grave = facts.grave or facts.danger or facts.mortal_danger or facts.age is AgeClass.UNDER_15
    return Addressee.PROSECUTOR in shape.sent_to or not grave


def _article_40_minor(facts: Facts, shape: Shape) -> bool:
    owed = OFFICIAL in facts.statuses and facts.offence is not OffenceKnown.NONE
    return (Ground.CPP_40 in shape.grounds) is owed


def _article_40_adult(facts: Facts, shape: Shape) -> bool:
    owed = OFFICIAL in facts.statuses and facts.offence is OffenceKnown.CRIME_OR_DELIT
    return (Ground.CPP_40 in shape.grounds) is owed


def _identity_adult(facts: Facts, shape: Shape) -> bool:
    return all(excepted(facts, ground) for ground in shape.identity_grounds)


def _authorities_adult(facts: Facts, shape: Shape) -> bool:
    return all(may_reach_authorities(facts, step) for step in shape.to_authorities)


def _refusal_leaves_no_record(facts: Facts, shape: Shape) -> bool:
    if facts.wish is not Wish.REFUSES:
        return True
    return shape.sent_to <= {Addressee.PROSECUTOR} and not shape.asks_agreement


EVERYBODY: dict[str, Invariant] = {
    "there is always an answer": lambda _, shape: bool(shape.steps),
    "danger puts the emergency numbers first, and nothing else does": _danger,
    "one recipient is sent to once": lambda _, shape: not shape.doubled,
    "a duty can't be unticked": lambda facts, shape: facts.age is AgeClass.ADULT or not shape.optional_duty,
    "the exception for a hold has its exact terms": lambda facts, shape: (
        Ground.CP_226_14_3 not in shape.identity_grounds or (facts.age is AgeClass.ADULT and hold(facts))
    ),
}
MINORS: dict[str, Invariant] = {
    "a minor leads to CRIP and 119": lambda _, shape: (
        Addressee.CRIP in shape.sent_to and Addressee.LINE_119 in shape.addressees
    ),
    "grave or under 15 leads to the prosecutor too": _grave_minor,
    "a minor's agreement is never asked": lambda _, shape: not shape.asks_agreement,
    "article 40 for whatever an official learns": _article_40_minor,
}
ADULTS: dict[str, Invariant] = {
    "article 40 for a crime or délit that an official learns, never for the purchase": _article_40_adult,
    "an adult's identity moves without her agreement only on a named exception": _identity_adult,
    "child protection is not for adults": lambda _, shape: (
        not CHILD_GROUNDS & shape.grounds and not {Addressee.CRIP, Addressee.LINE_119} & shape.addressees
    ),
    "a refusal is respected": _refusal_leaves_no_record,
}
AUTHORITIES: dict[str, Invariant] = {
    "police and justice get an adult's words on her wish or an exception": _authorities_adult,
}
