"""One of everything that an address can be about, and a signed-in browser for each relation. Made once."""

import datetime as dt
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from maillon.accounts import services as accounts
from maillon.accounts.enums import Role
from maillon.accounts.models import Device, Membership
from maillon.base import clock
from maillon.base.ids import new_id
from maillon.commission.models import Seat
from maillon.directory.models import Organisation
from maillon.directory.services import end_service
from maillon.guidance.enums import Ground
from maillon.reports import services as reports
from maillon.reports.enums import MuteReason, Outcome, State
from maillon.reports.models import Transmission
from maillon.speaking import services as speaking
from maillon.speaking.enums import SourceLevel
from tests.accounts.factories import make_membership, sign_in
from tests.directory.offers import make_provider, make_service
from tests.practice.factories import make_room
from tests.reports.acting import acknowledged, open_as, transferred
from tests.reports.factories import (
    House,
    Orne,
    make_draft,
    make_house,
    make_orne,
    make_report,
    minor_content,
    transmission_to,
)
from tests.rights.assessed import assessed
from tests.rights.commissioned import commissioned
from tests.rights.coordinated import coordinated
from tests.rights.followed import followed
from tests.rights.presented import presented
from tests.rights.referred import accepted_by, referred
from tests.rights.relations import Relation, Row
from tests.speaking.factories import Spoken, speak, telling
from tests.speaking.factories import act as she_acts
from tests.territories.factories import Somebody

_LONG_AGO = dt.timedelta(days=30)


@dataclass(frozen=True)
class World:
    """`objects` are keyword arguments of addresses, by what the matrix calls them; `bodies` what a POST needs to mean
    something, by route; `cookies` belong to signed-in browsers, by relation."""

    objects: dict[str, dict[str, Any]]
    bodies: dict[str, dict[str, str]]
    transmissions: dict[str, Transmission]
    cookies: dict[Relation, SimpleCookie]

    def browser(self, relation: Relation) -> Client:
        """A fresh browser, signed in as this relation: what one request does to its cookies touches no other."""
        client = Client()
        client.cookies.load(self.cookies[relation])
        return client

    def address(self, row: Row) -> str:
        """The row's address about its object."""
        keys = dict(self.objects.get(row.about, {}))
        if row.name not in _BOTH and row.about in {"report", *self.transmissions}:
            keys = dict(list(keys.items())[:1])
        return reverse(row.name, kwargs={**keys, **_EXTRAS.get(row.name, {})})

    def set_state(self, row: Row) -> None:
        """Puts the row's transmission where the address makes sense."""
        if row.state:
            _put(self.transmissions[row.about], State(row.state))


# What an address takes beside its object.
_EXTRAS: dict[str, dict[str, Any]] = {
    "pro:report_step": {"step": "danger"},
    "pro:assessment_write": {"what": "note"},
    "pro:referral_step": {"step": "besoins"},
    "pro:exit_paper": {"kind": "sworn"},
    "field:card": {"trade": "health"},
    "field:card_pdf": {"trade": "health"},
    "pro:own_letter": {"kind": "information-preoccupante"},
    "pro:received_letter": {"kind": "signalement"},
    "field:practice_scenario": {"code": "covoiturage"},
    "pro:practice_told": {"code": "covoiturage"},
}
# What an address is sent, where that does not hang on an object.
_BODIES: dict[str, dict[str, str]] = {
    "pro:change_role": {"role": Role.REPORTER.value},
    "administration:change_role": {"role": Role.LEAD.value},
    "pro:practice_open": {"scenarios": "covoiturage"},
    "pro:service_capacity": {"free": "1"},
    "pro:zone_decide": {"answer": "dismiss"},
    "pro:transmission_mute": {"reason": "insults"},
    "pro:assessment_open": {"reason": "assessing"},
    "pro:path_sheet_open": {"reason": "deciding"},
    "pro:commission_seat_add": {"quality": "police"},
    "pro:transmission_erasure": {"answer": "keep", "reason": "legal_duty"},
}
# The two addresses about two objects at once; any other takes the first key of its own.
_BOTH = {"pro:sent_messages", "pro:transmission_transfer_to"}


def make_world() -> World:
    """Everything, through the services. Takes about a second; see conftest.py."""
    orne, health = make_orne(), make_house(health=True)
    report, other = make_report(orne), make_report(orne)
    received, handed_on = transmission_to(report, orne.council), transmission_to(other, orne.council)
    acknowledged(orne.council, handed_on)
    onward = transferred(orne.council, handed_on, health, Ground.CASF_L226_2_2)
    open_as(orne.council.reader, received)
    draft = make_draft(orne.firefighter, minor_content(orne.commune))
    council = orne.council.organisation
    lead = make_membership(council, Role.LEAD)
    waiting = make_membership(council, Role.RECIPIENT, holds_key=False)
    invitation, _secret = accounts.invite(
        organisation=council,
        email="invitee@exemple.invalid",
        name="Invitée",
        role=Role.REPORTER,
        by=lead,
        at=clock.now(),
    )
    paths = presented()
    people = {**_people(orne, health, lead), **paths.people}
    step = {"step": report.steps.first().code, "done": "yes"}
    transmissions = {"received": received, "handed_on": handed_on, "onward": onward, **_without_account(orne)}
    cookies = _signed_in(people, transmissions)
    Membership.objects.filter(pk=people[Relation.ENDED].pk).update(ended_at=clock.now())
    return World(
        objects={
            "draft": {"draft_id": draft.id},
            "device": {"device_id": _device(orne.firefighter.membership)},
            "report": {"report_id": report.id, "transmission_id": received.id},
            **{
                name: {"transmission_id": item.id, "organisation_id": orne.association.organisation.id}
                for name, item in transmissions.items()
            },
            "membership": {"key": waiting.pk},
            "invitation": {"key": invitation.pk},
            "organisation": {"key": health.organisation.id},
            "room": {"room_id": make_room(orne.firefighter.membership, at=clock.now()).id},
            "over": {"room_id": make_room(orne.firefighter.membership).id},
            **_services(council),
            **referred(orne),
            **paths.objects,
            **_with_persons(orne, health, lead),
            "competence": {"code": orne.commune.code, "kind": "prosecutor"},
        },
        bodies={**_BODIES, **_giver(), "pro:sent_mark": step, "pro:transmission_step": step},
        transmissions=transmissions,
        cookies={**cookies, Relation.ANONYMOUS: SimpleCookie()},
    )


def _with_persons(orne: Orne, health: House, lead: Membership) -> dict[str, dict[str, Any]]:
    """What is known of somebody who is followed, assessed or presented."""
    return {
        **assessed(orne, lead),
        **followed(orne, health),
        **commissioned(orne, health, lead),
        **coordinated(orne),
        **_before_a_case(orne, health),
    }


def _giver() -> dict[str, dict[str, str]]:
    """The seat whose proxy is taken back; the secretary has to name it."""
    return {"pro:commission_proxy_back": {"giver": str(Seat.objects.get(quality="sante").pk)}}


def _before_a_case(orne: Orne, health: House) -> dict[str, dict[str, Any]]:
    """What the health service may open a case from: a step that it accepted, a report that it was given and opened."""
    step, report = accepted_by(orne, health.reader), make_report(orne)
    received = transmission_to(report, orne.council)
    acknowledged(orne.council, received)
    open_as(health.reader, transferred(orne.council, received, health, Ground.CASF_L226_2_2))
    return {"health_step": {"step_id": step.pk}, "health_report": {"report_id": report.pk}}


def _without_account(orne: Orne) -> dict[str, Transmission]:
    """What people without an account sent to the council: to be sorted, set aside, muted, asked to be erased."""

    def sent(source: SourceLevel = SourceLevel.NORMAL) -> Spoken:
        return speak(orne, told=telling(orne, minor=True), source=source)

    council, at = orne.council.reader.membership, clock.now()
    to_sort, aside = sent(SourceLevel.BUSY).at(orne.council), sent(SourceLevel.BUSY).at(orne.council)
    reports.set_aside(transmission_ids=[aside.id], by=council, at=at)
    muted, unsigned = sent().at(orne.council), sent()
    reports.mute(transmission_id=muted.id, reason=MuteReason.FLOOD, by=council, at=at)
    open_as(orne.council.reader, unsigned.at(orne.council))
    she_acts(speaking.ask_erasure, unsigned)
    return {"to_sort": to_sort, "aside": aside, "muted": muted, "unsigned": unsigned.at(orne.council)}


def _services(owner: Organisation) -> dict[str, dict[str, UUID]]:
    """Services of the council: one that goes on, one that ended, and a proposal to correct the first's zone."""
    provider, at = make_provider(organisation=owner), clock.now()
    living, ended = make_service(provider, at=at), make_service(provider, at=at)
    end_service(ended.pk, by=Somebody(), at=at)
    proposal = living.zone_proposals.create(id=new_id(), commune_codes=["61001"], doubts=3, opened_at=at)
    return {
        "service": {"service_id": living.pk},
        "ended_service": {"service_id": ended.pk},
        "zone_proposal": {"proposal_id": proposal.pk},
    }


def _device(owner: Membership) -> UUID:
    accounts.register_device(by=owner, browser="Firefox, Android", at=clock.now())
    return Device.objects.get(membership=owner).pk


def _people(orne: Orne, health: House, lead: Membership) -> dict[Relation, Membership]:
    council = orne.council.organisation
    return {
        Relation.AUTHOR: orne.firefighter.membership,
        Relation.COLLEAGUE: make_membership(orne.firefighter.membership.organisation),
        Relation.RECIPIENT: orne.council.reader.membership,
        Relation.RECIPIENT_LEAD: lead,
        Relation.RECIPIENT_REPORTER: make_membership(council),
        Relation.FORWARDED: health.reader.membership,
        Relation.FOLLOWER: orne.association.reader.membership,
        Relation.FOLLOWER_LEAD: make_membership(orne.association.organisation, Role.LEAD),
        Relation.STRANGER: orne.police.reader.membership,
        Relation.STRANGER_LEAD: make_membership(orne.police.organisation, Role.LEAD),
        Relation.ADMINISTRATOR: make_membership(orne.association.organisation, Role.ADMINISTRATOR),
        Relation.ENDED: make_membership(council, Role.RECIPIENT),
    }


def _signed_in(
    people: dict[Relation, Membership], transmissions: dict[str, Transmission]
) -> dict[Relation, SimpleCookie]:
    cookies = {}
    for relation, membership in people.items():
        client = sign_in(Client(), membership)
        for item in transmissions.values():
            # Whoever may open it has said why, so that the sealed pages are shown and not asked for a reason.
            client.post(reverse("pro:transmission_open", args=[item.id]), {"reason": "handling"})
        cookies[relation] = client.cookies
    return cookies


def _put(transmission: Transmission, state: State) -> None:
    at = clock.now()
    fields: dict[str, Any] = {"state": state}
    if state not in {State.SENT, State.OPENED}:
        fields["acknowledged_at"] = at
    if state is State.CLOSED:
        fields |= {"closed_at": at, "outcome": Outcome.ENDED, "verify_on": (at - _LONG_AGO).date()}
    if state is State.TRANSFERRED:
        # Free to be taken back.
        transmission.transfers.update(state=State.RETURNED)
    Transmission.objects.filter(pk=transmission.pk).update(**fields)
