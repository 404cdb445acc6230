"""Which letters the law lets an organisation write about a report, and to whom. Pure."""

from enum import StrEnum

from maillon.directory.enums import OrganisationKind
from maillon.guidance.enums import AgeClass, OffenceKnown, ReporterStatus
from maillon.territories.enums import JurisdictionKind


class LetterKind(StrEnum):
    """The three letters that a report may become on paper."""

    ARTICLE_40 = "article-40"
    INFORMATION_PREOCCUPANTE = "information-preoccupante"
    SIGNALEMENT = "signalement"

    @property
    def addressee(self) -> JurisdictionKind:
        """Who it is written to: the council (CRIP) or the prosecutor of the place."""
        if self is LetterKind.INFORMATION_PREOCCUPANTE:
            return JurisdictionKind.COUNCIL
        return JurisdictionKind.PROSECUTOR


# The legal sources that each letter quotes, by their codes in guidance/data/sources.toml.
QUOTES: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.ARTICLE_40: ("cpp_40",),
    LetterKind.INFORMATION_PREOCCUPANTE: ("casf_l226_2_1",),
    LetterKind.SIGNALEMENT: ("cp_434_3", "cp_226_14_1"),
}


def letters_for(
    *, kind: OrganisationKind, statuses: frozenset[ReporterStatus], age: AgeClass, offence: OffenceKnown
) -> tuple[LetterKind, ...]:
    """The letters that make sense for these facts, none for an adult who is merely met.

    CPP 40 asks for a public official and a crime or délit: never the purchase contravention of CP 611-1. The other
    two are for minors; for an adult a health professional's own letter needs her agreement (CP 226-14 2°) and is not
    prepared here.
    """
    minor = age is not AgeClass.ADULT
    delit = offence is OffenceKnown.CRIME_OR_DELIT or (minor and offence is OffenceKnown.PURCHASE)
    letters = []
    if delit and ReporterStatus.PUBLIC_OFFICIAL in statuses:
        letters.append(LetterKind.ARTICLE_40)
    if minor and kind is not OrganisationKind.COUNCIL:
        letters.append(LetterKind.INFORMATION_PREOCCUPANTE)
    if minor:
        letters.append(LetterKind.SIGNALEMENT)
    return tuple(letters)
