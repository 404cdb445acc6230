"""Whom the law orders to be told and who can't be told here: each with the numbers that answer instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.guidance.enums import Addressee, Choice
from maillon.portals.components.guided import NumberLine, number_lines
from maillon.reports.proposals import Proposal

# 119 takes what concerns a minor for every council; 17 is the force, which passes on to the prosecutor.
_NUMBERS: Mapping[Addressee, tuple[str, ...]] = {
    Addressee.CRIP: ("119",),
    Addressee.PROSECUTOR: ("17",),
    Addressee.FORCE: ("17",),
}
_UNNAMED: Mapping[Addressee, Promise] = {
    Addressee.CRIP: _("La cellule du département qui protège les enfants et les adolescents (CRIP)."),
    Addressee.PROSECUTOR: _("Le procureur de la République, un magistrat."),
    Addressee.FORCE: _("La police du secteur."),
}
_ANYBODY = ("119", "17")


@dataclass(frozen=True)
class Missing:
    """One whom the law names and whom no account reaches here; `name` is what it is where the directory has none."""

    name: str
    numbers: tuple[NumberLine, ...]


def missing(proposal: Proposal, *, for_self: bool, on: date) -> tuple[Missing, ...]:
    """Those of a proposal; none for whoever speaks for herself, whom the law orders nothing."""
    if for_self:
        return ()
    return tuple(Missing(name, number_lines(codes, on)) for name, codes in dict(_required(proposal)).items())


def _required(proposal: Proposal) -> Iterable[tuple[str, tuple[str, ...]]]:
    for item in proposal.recipients:
        if item.required and not item.reachable:
            yield item.organisation.name, _NUMBERS.get(item.step.addressee, _ANYBODY)
    for step in proposal.orphans:
        if step.choice is Choice.REQUIRED:
            named = _UNNAMED.get(step.addressee, _("Un organisme que la loi désigne."))
            yield str(named), _NUMBERS.get(step.addressee, _ANYBODY)
