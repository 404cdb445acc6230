"""An opened file, piece by piece, with the words of the form before each answer. For paper and for the screen alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

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
        found.append(Section("aid", lazy("Aide financière (AFIS)"), _filled(_aid(file.aid))))
    return tuple(found)


def _section(paper: Paper) -> Section:
    lines = _LINES[paper.kind](paper)
    return Section(paper.kind.value, paper.kind.label, _filled(lines))


def _filled(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.text)


def _identity(paper: Identity) -> list[Line]:
    kind = IdentityPaper(paper.paper).label if paper.paper else ""
    return [
        Line(lazy("Prénom"), paper.first_name),
        Line(lazy("Nom"), paper.last_name),
        Line(lazy("Date de naissance"), day(paper.birth_on)),
        Line(lazy("Lieu de naissance"), paper.birth_place),
        Line(lazy("Pièce d’identité"), str(kind)),
        Line(lazy("Pourquoi il n’y en a pas"), paper.absence),
    ]


def _situation(paper: Circumstances) -> list[Line]:
    return [
        Line(lazy("Situation administrative"), paper.administrative),
        Line(lazy("Situation familiale"), paper.family),
        Line(lazy("Situation sociale"), paper.social),
        Line(lazy("Droit au séjour"), str(Stay(paper.stay).label) if paper.stay != Stay.UNKNOWN else ""),
        Line(lazy("Autorisation provisoire de séjour"), _("demandée avec ce dossier") if paper.aps_asked else ""),
    ]


def _engagement(paper: Engagement) -> list[Line]:
    return [
        *(Line(axis.label, paper.on(axis)) for axis in Axis),
        Line(lazy("L’association s’engage à"), paper.by_association),
        Line(lazy("La personne s’engage à"), paper.by_person),
        Line(lazy("Signé le"), day(paper.signed_on)),
    ]


def _sworn(paper: Sworn) -> list[Line]:
    return [Line(lazy("Attestation signée le"), day(paper.declared_on)), Line(lazy("Lieu"), paper.place)]


def _review(paper: Review) -> list[Line]:
    return [
        Line(lazy("Ce qui a été fait"), paper.done),
        Line(lazy("Les difficultés rencontrées"), paper.difficulties),
        Line(lazy("Ce qu’elle en dit"), paper.her_words),
    ]


def _advice(paper: Advice) -> list[Line]:
    said = _("favorable") if paper.favourable else _("défavorable")
    return [Line(lazy("Avis"), said), Line(lazy("Pourquoi"), paper.reasons)]


def _aid(aid: Allowance) -> list[Line]:
    lines = [
        Line(lazy("Âge"), str(aid.age) if aid.age else ""),
        Line(lazy("Droit au séjour et au travail"), str(Stay(aid.stay).label)),
        Line(lazy("Ressources du mois passé sous le montant forfaitaire du RSA"), str(Said(aid.income_below).label)),
        Line(lazy("RSA ou ADA perçus ou possibles"), str(Said(aid.rsa_or_ada).label)),
        Line(lazy("Enfants à charge"), str(aid.children)),
    ]
    return [*lines, Line(lazy("Montant par mois"), money(aid.amount, sure=aid.sure) if aid.month else "")]


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
