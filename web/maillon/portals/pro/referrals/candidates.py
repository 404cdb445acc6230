"""A service as whoever refers sees it: who offers it, whether it can be asked here, and whether the law lets it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from maillon.accounts.models import Membership
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation, Service
from maillon.guidance import rulebook
from maillon.guidance.enums import Ground, ReporterStatus
from maillon.referrals.rules import referral_ground
from maillon.reports.proposals import statuses_of
from maillon.vault.selectors import has_key

_NO_GROUND = _(
    "La loi ne permet pas de lui parler d’une personne mineure. Passez par le conseil départemental, ou signalez."
)


@dataclass(frozen=True)
class Candidate:
    """One service. `takes_part` when it has readers here; else it is asked by a link sent to `email`."""

    service: Service
    takes_part: bool
    ground: Ground | None
    email: str

    @property
    def key(self) -> str:
        """How it is called in a draft and in forms."""
        return str(self.service.pk)

    @property
    def obstacle(self) -> str | Promise:
        """Why it can't be asked, in words; empty when it can."""
        return _NO_GROUND if self.ground is None else ""

    @property
    def ground_name(self) -> str:
        """The legal ground in words; empty without one."""
        return translated(rulebook.load().grounds[self.ground].name) if self.ground is not None else ""

    @property
    def ground_terms(self) -> str:
        """What the ground asks for."""
        return translated(rulebook.load().grounds[self.ground].terms) if self.ground is not None else ""

    @property
    def phone(self) -> str:
        """The number for professionals, else the one for everybody; empty when neither is known."""
        return self.service.pro_phone or self.service.phone


def candidates(keys: Collection[str], membership: Membership, *, minor: bool) -> Mapping[str, Candidate]:
    """The services with these keys, in the given order; what has left the directory is missing. Three queries."""
    found = Service.objects.select_related("provider__organisation").in_bulk(list(keys))
    readable = has_key({one.provider.organisation_id for one in found.values() if one.provider.organisation_id})
    bound = ReporterStatus.SECRECY_BOUND in statuses_of(membership)
    made = {str(key): _candidate(one, membership.organisation, readable, minor, bound) for key, one in found.items()}
    return {key: made[key] for key in map(str, keys) if key in made}


def _candidate(
    service: Service,
    sender: Organisation,
    readable: Collection[object],
    minor: bool,
    bound: bool,
) -> Candidate:
    there = service.provider.organisation
    recipient = there if there is not None and there.is_active and there.pk in readable else None
    ground = referral_ground(
        sender=OrganisationKind(sender.kind),
        recipient=OrganisationKind(recipient.kind) if recipient else None,
        minor=minor,
        bound=bound,
    )
    return Candidate(service, recipient is not None, ground, _email(service))


def _email(service: Service) -> str:
    email = service.pro_email or service.email
    try:
        validate_email(email)
    except ValidationError:
        return ""
    return email
