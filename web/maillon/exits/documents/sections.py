"""An opened file, piece by piece, with the words of the form before each answer. For paper and for the screen alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as translated

from maillon.base.dates import date_format
from maillon.exits.content import (
    Advice,
    Allowance,
    Circumstances,
    Engagement,
    Identity,
    OpenedFile,
    Paper,
    Review,
    Sworn,
)
from maillon.exits.enums import Axis, IdentityPaper, PaperKind, Said, Stay

Label = str | Promise


@dataclass(frozen=True)
class Line:
    """One question and what was answered; the repr does not show the answer."""

    label: Label
    text: str = field(repr=False)


@dataclass(frozen=True)
class Section:
    """One piece of the file. `kind` is a value of PaperKind, or `aid`."""

    kind: str
    heading: Label
    lines: tuple[Line, ...] = field(repr=False)


def sections(file: OpenedFile) -> tuple[Section, ...]:
    """Everything that can be read of a file, in its order; empty answers are left out."""
    found = [_section(paper) for paper in file.in_order()]
    if file.aid is not None:
        found.append(Section("aid", translated("Aide financière (AFIS)"), _filled(_aid(file.aid))))
    return tuple(found)


def _section(paper: Paper) -> Section:
    lines = _LINES[paper.kind](paper)
    return Section(paper.kind.value, paper.kind.label, _filled(lines))


def _filled(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.text)


def _identity(paper: Identity) -> list[Line]:
    kind = IdentityPaper(paper.paper).label if paper.paper else ""
    return [
        Line(translated("Prénom"), paper.first_name),
        Line(translated("Nom"), paper.last_name),
        Line(translated("Date de naissance"), day(paper.birth_on)),
        Line(translated("Lieu de naissance"), paper.birth_place),
        Line(translated("Pièce d’identité"), str(kind)),
        Line(translated("Pourquoi il n’y en a pas"), paper.absence),
    ]


def _situation(paper: Circumstances) -> list[Line]:
    return [
        Line(translated("Situation administrative"), paper.administrative),
        Line(translated("Situation familiale"), paper.family),
        Line(translated("Situation sociale"), paper.social),
        Line(translated("Droit au séjour"), str(Stay(paper.stay).label) if paper.stay != Stay.UNKNOWN else ""),
        Line(translated("Autorisation provisoire de séjour"), _("demandée avec ce dossier") if paper.aps_asked else ""),
    ]


def _engagement(paper: Engagement) -> list[Line]:
    return [
        *(Line(axis.label, paper.on(axis)) for axis in Axis),
        Line(translated("L’association s’engage à"), paper.by_association),
        Line(translated("La personne s’engage à"), paper.by_person),
        Line(translated("Signé le"), day(paper.signed_on)),
    ]


def _sworn(paper: Sworn) -> list[Line]:
    return [Line(translated("Attestation signée le"), day(paper.declared_on)), Line(translated("Lieu"), paper.place)]


def _review(paper: Review) -> list[Line]:
    return [
        Line(translated("Ce qui a été fait"), paper.done),
        Line(translated("Les difficultés rencontrées"), paper.difficulties),
        Line(translated("Ce qu’elle en dit"), paper.her_words),
    ]


def _advice(paper: Advice) -> list[Line]:
    said = _("favorable") if paper.favourable else _("défavorable")
    return [Line(translated("Avis"), said), Line(translated("Pourquoi"), paper.reasons)]


def _aid(aid: Allowance) -> list[Line]:
    lines = [
        Line(translated("Âge"), str(aid.age) if aid.age else ""),
        Line(translated("Droit au séjour et au travail"), str(Stay(aid.stay).label)),
        Line(
            translated("Ressources du mois passé sous le montant forfaitaire du RSA"), str(Said(aid.income_below).label)
        ),
        Line(translated("RSA ou ADA perçus ou possibles"), str(Said(aid.rsa_or_ada).label)),
        Line(translated("Enfants à charge"), str(aid.children)),
    ]
    return [*lines, Line(translated("Montant par mois"), money(aid.amount, sure=aid.sure) if aid.month else "")]


def money(amount: Decimal, *, sure: bool) -> str:
    """Euros as they are written here, with a warning where the amount is not sure."""
    written = f"{number_format(amount, decimal_pos=2)}\N{NO-BREAK SPACE}€"
    return written if sure else _("{amount} (à confirmer)").format(amount=written)


def day(written: str) -> str:
    """An ISO date in words; nothing for nothing."""
    return date_format(date.fromisoformat(written)) if written else ""


_LINES: Mapping[PaperKind, Callable[[Any], list[Line]]] = {
    PaperKind.IDENTITY: _identity,
    PaperKind.SITUATION: _situation,
    PaperKind.ENGAGEMENT: _engagement,
    PaperKind.SWORN: _sworn,
    PaperKind.REVIEW: _review,
    PaperKind.ASSOCIATION: _advice,
}
