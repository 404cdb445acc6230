"""Organisations that could read an account, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.directory.enums import OrganisationKind
from maillon.portals.public.telling.missing import Missing, missing
from maillon.reports.proposals import ProposedRecipient
from maillon.reports.refusals import NotComplete
from maillon.speaking.content import Telling
from maillon.speaking.services import proposed


@dataclass(frozen=True)
class Meaning:
    """What a kind of organisation is, what it will do with an account, and whom it tells."""

    what: Promise
    will_do: Promise
    tells: Promise


_INQUIRY = _("Elle peut ouvrir une enquête, même si vous ne portez pas plainte. Vous ne décidez pas de la suite.")
_TO_PROSECUTOR = _("Elle informe le procureur, un magistrat qui décide s’il y a une enquête.")
MEANINGS: Mapping[OrganisationKind, Meaning] = {
    OrganisationKind.POLICE: Meaning(_("La police du secteur."), _INQUIRY, _TO_PROSECUTOR),
    OrganisationKind.GENDARMERIE: Meaning(_("La gendarmerie du secteur."), _INQUIRY, _TO_PROSECUTOR),
    OrganisationKind.PROSECUTOR: Meaning(
        _("Le procureur de la République, un magistrat."),
        _("Il peut ouvrir une enquête, même si vous ne portez pas plainte. Vous ne décidez pas de la suite."),
        _("Il peut demander à la police ou à la gendarmerie d’enquêter."),
    ),
    OrganisationKind.COUNCIL: Meaning(
        _("La cellule du département qui protège les enfants et les adolescents (CRIP)."),
        _("Elle évalue si un mineur est en danger et comment l’aider."),
        _("Si le danger est grave, elle informe le procureur. Les parents sont informés, sauf si cela met en danger."),
    ),
    OrganisationKind.ASSOCIATION: Meaning(
        _("Une association qui accompagne les personnes."),
        _("Elle vous lit, vous répond et peut vous proposer une aide. Elle n’enquête pas."),
        _("Elle suit ses propres règles de secret. Pour un mineur en danger, elle doit alerter."),
    ),
    OrganisationKind.HEALTH: Meaning(
        _("Un service de soins."),
        _("Il vous lit, vous répond et peut vous proposer des soins. Il n’enquête pas."),
        _("Les soignants gardent le secret, sauf exceptions que la loi prévoit, par exemple pour un mineur en danger."),
    ),
}
_OTHER = Meaning(
    _("Un organisme que la loi désigne."),
    _("Il vous lit et peut vous répondre."),
    _("Il suit ses propres règles de secret."),
)


@dataclass(frozen=True)
class Reader:
    """One organisation as a choice."""

    id: UUID
    name: str
    meaning: Meaning
    required: bool
    chosen: bool
    traces: bool


@dataclass(frozen=True)
class Offered:
    """Who could read it. `placed` is False while neither commune nor département is told, and nobody can be named.

    `missing` are those whom the law orders her to tell and who do not read here: she is told to call.
    """

    readers: tuple[Reader, ...]
    placed: bool
    missing: tuple[Missing, ...] = ()

    @property
    def chosen(self) -> tuple[Reader, ...]:
        """Those that she chose, or that the law requires."""
        return tuple(item for item in self.readers if item.chosen)


def readers(telling: Telling, on: date) -> Offered:
    """The organisations that could be told on a day, and that read here."""
    try:
        proposal = proposed(telling, on)
    except NotComplete:
        return Offered((), placed=False)
    return Offered(
        tuple(_reader(item, telling) for item in proposal.recipients if item.reachable),
        placed=True,
        missing=missing(proposal, for_self=telling.for_self, on=on),
    )


def _reader(item: ProposedRecipient, telling: Telling) -> Reader:
    organisation = item.organisation
    return Reader(
        id=organisation.id,
        name=organisation.name,
        meaning=MEANINGS.get(OrganisationKind(organisation.kind), _OTHER),
        required=item.required,
        chosen=item.required or organisation.id in telling.recipients,
        traces=item.traces,
    )
