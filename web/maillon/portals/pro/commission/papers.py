"""The papers of a file as a member reads them: headings and what was written, in the order of the file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from maillon.exits.content import PAPERS, Circumstances, Engagement, Identity, Paper, Review, Sworn
from maillon.exits.content import Advice as AssociationAdvice
from maillon.exits.enums import Axis, IdentityPaper, PaperKind, Stay


@dataclass(frozen=True)
class Section:
    """One paper; its repr would show what it says, so it is never logged."""

    title: str
    lines: list[tuple[str, Any]]

    def __repr__(self) -> str:
        return f"Section({self.title!r})"


def sections(papers: Mapping[PaperKind, bytes]) -> list[Section]:
    """What was opened of a file, paper by paper."""
    found = (PAPERS[kind].from_bytes(papers[kind]) for kind in PaperKind if kind in papers)
    return [Section(str(paper.kind.label), [line for line in _lines(paper) if line[1]]) for paper in found]


def _lines(paper: Paper) -> Iterator[tuple[str, Any]]:
    if isinstance(paper, Identity):
        yield from _identity(paper)
    elif isinstance(paper, Circumstances):
        yield from _circumstances(paper)
    elif isinstance(paper, Engagement):
        yield from ((str(axis.label), paper.on(axis)) for axis in Axis)
        yield _("L’association s’engage à"), paper.by_association
        yield _("La personne s’engage à"), paper.by_person
        yield _("Signé le"), _day(paper.signed_on)
    elif isinstance(paper, Sworn):
        yield _("Elle déclare sur l’honneur que l’activité a cessé, le"), _day(paper.declared_on)
        yield _("À"), paper.place
    elif isinstance(paper, Review):
        yield _("Ce qui a été fait"), paper.done
        yield _("Les difficultés rencontrées"), paper.difficulties
        yield _("Ce qu’elle en dit"), paper.her_words
    elif isinstance(paper, AssociationAdvice):
        yield _("Avis de l’association"), _("favorable") if paper.favourable else _("défavorable")
        yield _("Pourquoi"), paper.reasons


def _identity(paper: Identity) -> Iterator[tuple[str, Any]]:
    yield _("Prénom"), paper.first_name
    yield _("Nom"), paper.last_name
    yield _("Née le"), _day(paper.birth_on)
    yield _("À"), paper.birth_place
    yield _("Document d’identité"), _said(IdentityPaper, paper.paper)
    yield _("Pourquoi il manque"), paper.absence


def _circumstances(paper: Circumstances) -> Iterator[tuple[str, Any]]:
    yield _("Situation administrative"), paper.administrative
    yield _("Situation familiale"), paper.family
    yield _("Situation sociale"), paper.social
    yield _("Séjour"), "" if paper.stay == Stay.UNKNOWN else _said(Stay, paper.stay)
    yield _("Autorisation provisoire de séjour (APS)"), _("demandée avec le parcours") if paper.aps_asked else ""


def _said(choices: Any, value: str) -> str:
    return str(choices(value).label) if value in choices.values else ""


def _day(written: str) -> str:
    """An ISO date as people write it; what is no date, as it was written."""
    try:
        return date.fromisoformat(written).strftime("%d/%m/%Y")
    except ValueError:
        return written
