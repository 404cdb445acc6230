"""From the answers to the list of recipients: what guidance says, and who that is in this commune."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.directory import rules as directory_rules
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.directory.selectors import organisations_for
from maillon.guidance import rulebook
from maillon.guidance.enums import Addressee, Choice, Identity, ReporterStatus
from maillon.guidance.facts import Guidance, Step
from maillon.guidance.rules import route
from maillon.reports.content import ReportContent
from maillon.reports.refusals import NotComplete
from maillon.reports.rules import AUTHORITIES
from maillon.territories.models import Commune
from maillon.territories.selectors import commune as find_commune
from maillon.vault.models import KeyPair
from maillon.vault.selectors import current_keys

_KINDS: dict[Addressee, tuple[OrganisationKind, ...]] = {
    Addressee.CRIP: (OrganisationKind.COUNCIL,),
    Addressee.PROSECUTOR: (OrganisationKind.PROSECUTOR,),
    Addressee.FORCE: (OrganisationKind.POLICE, OrganisationKind.GENDARMERIE),
    Addressee.ASSOCIATION: (OrganisationKind.ASSOCIATION,),
    Addressee.HEALTH: (OrganisationKind.HEALTH,),
}


@dataclass(frozen=True)
class ProposedRecipient:
    """An organisation that the report would go to, and everything the person must know before it does.

    `reachable` is False when it has no reader in Maillon yet: then the step is done by phone or letter.
    `identity` and `traces` tell whether the person's identity, and the online traces, would be sealed to it.
    """

    organisation: Organisation
    step: Step
    required: bool
    reachable: bool
    identity: bool
    traces: bool


@dataclass(frozen=True)
class Proposal:
    """The answer to "who must be told". `orphans` are steps whose addressee is not in the directory.

    `keys` are the current keys of the reachable recipients and of the author, by owner: what sealing needs.
    """

    guidance: Guidance
    commune: Commune
    recipients: tuple[ProposedRecipient, ...]
    orphans: tuple[Step, ...]
    keys: Mapping[UUID, KeyPair]

    def required_ids(self) -> frozenset[UUID]:
        """The reachable recipients that can't be left out."""
        return frozenset(item.organisation.id for item in self.recipients if item.required and item.reachable)

    def reachable(self) -> dict[UUID, ProposedRecipient]:
        """The recipients that the report can be sealed to, by organisation."""
        return {item.organisation.id: item for item in self.recipients if item.reachable}


def statuses_of(membership: Membership) -> frozenset[ReporterStatus]:
    """What the law sees in somebody who reports in the name of this membership's organisation."""
    return statuses_in(membership.organisation)


def statuses_in(organisation: Organisation) -> frozenset[ReporterStatus]:
    """What the law sees in whoever acts in the name of this organisation."""
    return frozenset(ReporterStatus(value) for value in organisation.reporter_statuses)


def propose(content: ReportContent, membership: Membership, *, on: date) -> Proposal:
    """Guidance for these answers and the organisations it leads to. Raises NotComplete without age or commune."""
    return _propose(content, statuses_of(membership), on, members=[membership.member_id])


def propose_without_account(content: ReportContent, *, for_self: bool, on: date) -> Proposal:
    """The same for somebody whom the law sees as a private person. Raises NotComplete without age or commune.

    `for_self`: she speaks for herself. What the law orders whoever knows of somebody else's situation to do (CP 434-3)
    it does not order her about her own: nobody is required then, and choosing is hers.
    """
    proposal = _propose(content, frozenset({ReporterStatus.PRIVATE_PERSON}), on, members=[])
    if not for_self:
        return proposal
    return replace(proposal, recipients=tuple(replace(item, required=False) for item in proposal.recipients))


def _propose(
    content: ReportContent, statuses: frozenset[ReporterStatus], on: date, *, members: Sequence[UUID]
) -> Proposal:
    if content.age is None or not content.commune:
        raise NotComplete
    commune = find_commune(content.commune)
    if commune is None:
        raise NotComplete
    guidance = route(content.facts(statuses), rulebook.load(), on)
    found: list[ProposedRecipient] = []
    orphans: list[Step] = []
    competent = _competent(guidance.transmissions(), commune)
    for step in guidance.transmissions():
        organisations = [item for item in competent if item.kind in _KINDS.get(step.addressee, ())]
        if not organisations:
            orphans.append(step)
        found.extend(_proposed(organisation, step, content, on) for organisation in organisations)
    keys = current_keys(organisations={item.organisation.id for item in found}, members=members)
    return Proposal(guidance, commune, _merged(_with_reach(found, keys)), tuple(orphans), keys)


def _competent(steps: Iterable[Step], commune: Commune) -> list[Organisation]:
    # One query for all steps: sending is the hot path.
    return organisations_for(dict.fromkeys(kind for step in steps for kind in _KINDS.get(step.addressee, ())), commune)


def _proposed(organisation: Organisation, step: Step, content: ReportContent, on: date) -> ProposedRecipient:
    identity = step.identity is Identity.ALLOWED or (step.identity is Identity.WITH_AGREEMENT and content.agreement)
    return ProposedRecipient(
        organisation=organisation,
        step=step,
        required=step.choice is Choice.REQUIRED,
        reachable=False,
        identity=identity,
        traces=may_receive_traces(organisation),
    )


def may_receive_traces(organisation: Organisation) -> bool:
    """Whether online traces are sealed to it: the authorities alone (LIL art. 46), whoever else may note them."""
    return OrganisationKind(organisation.kind) in AUTHORITIES


def may_hold_traces(organisation: Organisation, on: date) -> bool:
    """Whether its members may type in a number or an account name: the law lets it hold offence data (LIL art. 46)."""
    kind = OrganisationKind(organisation.kind)
    return directory_rules.may_hold_offence_data(kind, organisation.justice_approved_until, on)


def _with_reach(found: list[ProposedRecipient], keys: Mapping[UUID, KeyPair]) -> list[ProposedRecipient]:
    return [replace(item, reachable=item.organisation.id in keys) for item in found]


def _merged(found: Iterable[ProposedRecipient]) -> tuple[ProposedRecipient, ...]:
    # Two steps may lead to one organisation: it gets one transmission, on the stronger step's ground alone.
    merged: dict[UUID, ProposedRecipient] = {}
    for item in found:
        known = merged.setdefault(item.organisation.id, item)
        if (item.required, item.identity) > (known.required, known.identity):
            merged[item.organisation.id] = item
    return tuple(merged.values())
