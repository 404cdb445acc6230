"""What must hold before anything is sealed: somebody to ask, something to tell, and an agreement or an article."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation, Service
from maillon.guidance.enums import Ground, ReporterStatus
from maillon.referrals import rules
from maillon.referrals.content import NewReferral, Wanted
from maillon.referrals.enums import How, ParentsReason, PartKind
from maillon.referrals.refusals import (
    NoConsent,
    NoGround,
    NoNeed,
    NoService,
    NothingToTell,
    ParentsNotSaid,
    ServiceGone,
    Unreachable,
)
from maillon.reports.proposals import statuses_in
from maillon.vault.selectors import has_key


@dataclass(frozen=True)
class Addressed:
    """A service that can be asked: whom in Maillon, or at which address, on which ground, about what."""

    wanted: Wanted
    service: Service
    recipient: Organisation | None
    contact_email: str
    ground: Ground


def checked(draft: NewReferral, sender: Organisation, at: datetime) -> list[Addressed]:
    """Everything that is asked, in its order. Raises what `services.propose` says, save NotAllowed."""
    if not draft.needs:
        raise NoNeed
    if len(draft.wanted) != len({wanted.service_id for wanted in draft.wanted}) or not draft.wanted:
        raise NoService
    written = {kind for kind, text in draft.parts.items() if text.strip()}
    _check_parents(draft)
    return [addressed(wanted, written, sender=sender, minor=draft.minor, at=at) for wanted in draft.wanted]


def addressed(
    wanted: Wanted, written: Collection[PartKind], *, sender: Organisation, minor: bool, at: datetime
) -> Addressed:
    """One service, checked. `written` are the parts that there are to tell."""
    if not wanted.parts or not wanted.parts <= set(written):
        raise NothingToTell
    _check_consent(wanted, minor=minor, at=at)
    service, recipient, email = reachable(wanted.service_id, wanted.contact_email, at)
    ground = rules.referral_ground(
        sender=OrganisationKind(sender.kind),
        recipient=OrganisationKind(recipient.kind) if recipient else None,
        minor=minor,
        bound=ReporterStatus.SECRECY_BOUND in statuses_in(sender),
    )
    if ground is None:
        raise NoGround
    return Addressed(wanted, service, recipient, email, ground)


def reachable(service_id: UUID, contact_email: str, at: datetime) -> tuple[Service, Organisation | None, str]:
    """The service, and its organisation here or else an address. Raises ServiceGone or Unreachable."""
    service = Service.objects.select_related("provider__organisation").filter(pk=service_id).first()
    if service is None or service.is_over(timezone.localdate(at)):
        raise ServiceGone
    recipient = service.provider.organisation
    if recipient is not None and recipient.is_active and has_key({recipient.pk}):
        return service, recipient, ""
    email = contact_email.strip() or service.pro_email or service.email
    try:
        validate_email(email)
    except ValidationError:
        raise Unreachable from None
    return service, None, email


def _check_consent(wanted: Wanted, *, minor: bool, at: datetime) -> None:
    if minor:
        return
    # Her own code is not in anybody else's hands: that way of agreeing is `agree_by_code`'s alone.
    if wanted.how not in {How.SPOKEN, How.WRITTEN} or wanted.given_at is None or wanted.given_at > at:
        raise NoConsent


def _check_parents(draft: NewReferral) -> None:
    said: Mapping[bool | None, bool] = {
        None: False,
        True: draft.parents_reason is None,
        False: draft.parents_reason in set(ParentsReason),
    }
    if draft.minor and not said[draft.parents_informed]:
        raise ParentsNotSaid
