"""Refusals “not in our zone” become a proposal to correct the zone, which a person decides (guardrail G11)."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from maillon.base.actors import Actor
from maillon.base.ids import new_id
from maillon.base.tasks import defer
from maillon.directory import refusals
from maillon.directory.enums import Decided
from maillon.directory.models import Service, ZoneDoubt, ZoneProposal
from maillon.directory.rules import zones
from maillon.directory.selectors.upkeep import communes_and_departements
from maillon.directory.services.recording import record
from maillon.journal.enums import Action
from maillon.territories.models import Commune


def note_out_of_zone(*, refusal_id: UUID, service_id: UUID, commune_code: str, at: dt.datetime) -> None:
    """A service refused because the commune is not in its zone. Counts once, however often it is told.

    Nothing is doubted where the entry does not claim the commune. Three doubts in 180 days open one proposal; those
    that come while it is open join it; after a decision counting starts anew.
    """
    departement = Commune.objects.values_list("departement_id", flat=True).get(pk=commune_code)
    with transaction.atomic():
        service = Service.objects.select_for_update(of=("self",)).select_related("provider").get(pk=service_id)
        if not zones.covers(service.zone, commune_code, departement):
            return
        _doubt, is_new = ZoneDoubt.objects.get_or_create(
            refusal_id=refusal_id, defaults={"service": service, "commune_code": commune_code, "at": at}
        )
        if is_new:
            _propose(service, at)


def _propose(service: Service, at: dt.datetime) -> None:
    doubts = _counting(service, at)
    proposal = service.zone_proposals.select_for_update().filter(decided="").first()
    if proposal is None and not zones.proposes([doubt.at for doubt in doubts], at):
        return
    communes = sorted({doubt.commune_code for doubt in doubts} | set(proposal.commune_codes if proposal else ()))
    if proposal is not None:
        proposal.commune_codes, proposal.doubts = communes, proposal.doubts + 1
        proposal.save(update_fields=["commune_codes", "doubts"])
        return
    proposal = ZoneProposal.objects.create(
        id=new_id(), service=service, commune_codes=communes, doubts=len(doubts), opened_at=at
    )
    if service.provider.organisation_id:
        defer("directory.notify_organisation", organisation_id=str(service.provider.organisation_id))
    record(Action.ZONE_PROPOSED, proposal.pk, by=None, at=at, kind="zone_proposal", details={"communes": communes})


def _counting(service: Service, at: dt.datetime) -> list[ZoneDoubt]:
    since = at - zones.DOUBTED_WITHIN
    decided = service.zone_proposals.exclude(decided="").order_by("-decided_at").first()
    if decided is not None and decided.decided_at is not None:
        since = max(since, decided.decided_at)
    return list(service.zone_doubts.filter(at__gt=since, at__lte=at))


def decide_zone(proposal_id: UUID, accept: bool, *, by: Actor, at: dt.datetime) -> ZoneProposal:
    """Takes the doubted communes out of the zone, or leaves it as it is. Raises Decided or NothingLeft.

    A département of which some communes go becomes its other communes, one by one.
    """
    with transaction.atomic():
        proposal = ZoneProposal.objects.select_for_update(of=("self",)).get(pk=proposal_id)
        if proposal.decided:
            raise refusals.Decided
        if accept:
            _correct(proposal, at)
        proposal.decided = Decided.ACCEPTED if accept else Decided.DISMISSED
        proposal.decided_at, proposal.decided_by = at, by.member_id
        proposal.save(update_fields=["decided", "decided_at", "decided_by"])
        record(
            Action.ZONE_DECIDED, proposal.pk, by=by, at=at, kind="zone_proposal", details={"decided": proposal.decided}
        )
    return proposal


def _correct(proposal: ZoneProposal, at: dt.datetime) -> None:
    service = Service.objects.select_for_update(of=("self",)).get(pk=proposal.service_id)
    refused = dict(Commune.objects.filter(pk__in=proposal.commune_codes).values_list("code", "departement_id"))
    communes_of, departements = communes_and_departements(set(refused.values()))
    corrected = zones.without(
        service.zone_kind, service.zone, refused, communes_of=communes_of, departements=departements
    )
    if not corrected.zone:
        raise refusals.NothingLeft
    service.zone_kind, service.zone, service.changed_at = corrected.kind, list(corrected.zone), at
    service.save(update_fields=["zone_kind", "zone", "changed_at"])
