"""Referrals for the matrix: one by the firefighter to services of the council, at each point of its way."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db.models import Model

from maillon.base import clock
from maillon.base.ids import new_id
from maillon.directory.enums import Need
from maillon.directory.models import Service
from maillon.referrals import services
from maillon.referrals.content import NewReferral, Wanted
from maillon.referrals.enums import How, PartKind, Reading
from maillon.referrals.models import Step
from tests.directory.offers import make_provider, make_service
from tests.reports.factories import Orne, Person


def referred(orne: Orne) -> dict[str, dict[str, Any]]:
    """Keyword arguments of addresses, by what the matrix calls their objects."""
    author, at = orne.firefighter, clock.now()
    provider = make_provider(name="Conseil", organisation=orne.council.organisation)
    here, further = make_service(provider, at=at, name="Ici"), make_service(provider, at=at, name="Plus tard")
    without_account = make_service(at=at, name="Sans compte", email="ailleurs@exemple.invalid")
    proposed, linked = _referred(orne, here), _referred(orne, without_account)
    draft = services.save_draft(draft_id=new_id(), data=b"{}", by=author.membership, at=at)
    services.make_link(step_id=linked.pk, by=author.membership, keyring=author.keyring, at=at)
    return {
        "referral": _key("referral_id", proposed.referral),
        "further": {**_key("referral_id", proposed.referral), "service_id": further.pk},
        "referral_draft": {"draft_id": draft.pk},
        "proposed": _key("step_id", proposed),
        "seen": _key("step_id", _seen(orne, here)),
        "accepted": _key("step_id", _accepted(orne, here)),
        "met": _key("step_id", _met(orne, here)),
        "linked": _key("step_id", linked),
    }


def accepted_by(orne: Orne, reader: Person) -> Step:
    """A referral to a service of the reader's own, which she has read and accepted."""
    provider = make_provider(name="Ailleurs", organisation=reader.membership.organisation)
    step, acting = _referred(orne, make_service(provider, at=clock.now(), name="Ailleurs")), {"by": reader.membership}
    services.open_step(step_id=step.pk, keyring=reader.keyring, at=clock.now(), reason=Reading.ANSWERING, **acting)
    return services.accept(step_id=step.pk, at=clock.now(), **acting)


def _key(name: str, row: Model) -> dict[str, UUID]:
    return {name: row.pk}


def _referred(orne: Orne, service: Service) -> Step:
    wanted = Wanted(
        service_id=service.pk,
        parts=frozenset({PartKind.SITUATION}),
        how=How.SPOKEN,
        given_at=clock.now() - dt.timedelta(hours=1),
    )
    draft = NewReferral(
        draft_id=new_id(),
        commune_code=orne.commune.code,
        needs=(Need.LEGAL,),
        minor=False,
        parts={PartKind.SITUATION: "Une situation inventée."},
        wanted=(wanted,),
    )
    return services.propose(draft=draft, by=orne.firefighter.membership, at=clock.now()).steps.get()


def _seen(orne: Orne, service: Service) -> Step:
    step, reader = _referred(orne, service), orne.council.reader
    services.open_step(
        step_id=step.pk, by=reader.membership, keyring=reader.keyring, at=clock.now(), reason=Reading.ANSWERING
    )
    return step


def _accepted(orne: Orne, service: Service) -> Step:
    """With an appointment, which may be missed."""
    step, by = _seen(orne, service), orne.council.reader.membership
    services.accept(step_id=step.pk, by=by, at=clock.now())
    starts_at = clock.now() + dt.timedelta(days=2)
    return services.appoint(step_id=step.pk, starts_at=starts_at, minutes=60, joint=True, by=by, at=clock.now())


def _met(orne: Orne, service: Service) -> Step:
    step = _accepted(orne, service)
    return services.met(step_id=step.pk, by=orne.council.reader.membership, at=clock.now())
