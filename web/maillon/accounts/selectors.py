"""Reads members, memberships and invitations."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django_otp.plugins.otp_totp.models import TOTPDevice

from maillon.accounts import rules
from maillon.accounts.demo import DEMO_DOMAIN
from maillon.accounts.enums import Role
from maillon.accounts.models import Device, Invitation, Member, Membership, RecoveryCode, Session
from maillon.directory.models import Organisation
from maillon.vault import selectors as vault

_READERS = [role.value for role in Role if role.reads]


def member_with_email(email: str) -> Member | None:
    """The active member of this address, however it is typed."""
    return Member.objects.filter(email=email.strip().lower(), is_active=True).first()


def _current() -> QuerySet[Membership]:
    return Membership.objects.filter(ended_at=None, member__is_active=True).select_related("organisation", "member")


def acting_membership(member_id: str | None, membership_id: str | None) -> Membership | None:
    """The membership that a session names, if it is still current and belongs to the session's member."""
    if not member_id or not membership_id:
        return None
    return _current().filter(pk=membership_id, member_id=member_id).first()


def current_memberships(member: Member) -> list[Membership]:
    """In which organisations, and as what, a member may act today."""
    return list(_current().filter(member=member).order_by("organisation__name"))


def demo_memberships() -> list[Membership]:
    """The invented people of a demonstration, by organisation and role."""
    invented = _current().filter(member__email__endswith=f"@{DEMO_DOMAIN}")
    return list(invented.order_by("organisation__name", "member__name"))


def members_of(organisation: Organisation) -> list[Membership]:
    """The current memberships of an organisation, by name."""
    return list(_current().filter(organisation=organisation).order_by("member__name"))


def readers_of(organisation: Organisation) -> list[UUID]:
    """The members who may hold the organisation's key, whether or not they have it yet."""
    return list(_readers(organisation.pk).values_list("member_id", flat=True))


def _readers(organisation_id: UUID) -> QuerySet[Membership]:
    return _current().filter(organisation_id=organisation_id, role__in=_READERS)


def leads_of(organisation_id: UUID) -> QuerySet[Membership]:
    """The current leads of an organisation."""
    return _current().filter(organisation_id=organisation_id, role=Role.LEAD)


def administrators() -> QuerySet[Membership]:
    """Those who administer the instance today."""
    return _current().filter(role=Role.ADMINISTRATOR)


def membership(key: UUID, organisation: Organisation | None = None) -> Membership | None:
    """A current membership, if it is one of `organisation` when that is given."""
    found = _current().filter(pk=key)
    return (found.filter(organisation=organisation) if organisation else found).first()


def invitation(key: UUID, organisation: Organisation | None = None) -> Invitation | None:
    """An invitation that is neither accepted nor revoked, of `organisation` when that is given."""
    found = Invitation.objects.filter(pk=key, accepted_at=None, revoked_at=None).select_related("organisation")
    return (found.filter(organisation=organisation) if organisation else found).first()


def memberships_by_organisation(text: str = "") -> QuerySet[Membership]:
    """Everybody's current memberships for the administration: names and roles, by organisation."""
    found = _current().filter(Q(member__name__icontains=text) | Q(organisation__name__icontains=text))
    return found.order_by("organisation__name", "member__name", "id")


def waiting_for_key(organisation: Organisation) -> list[Membership]:
    """The readers to whom nobody has handed the organisation's key yet, by name."""
    holders = vault.holders(organisation.pk)
    return list(_readers(organisation.pk).exclude(member_id__in=holders).order_by("member__name"))


def has_account_in_use(email: str) -> bool:
    """True when the address belongs to a member who acts somewhere today."""
    return Membership.objects.filter(member__email=email, ended_at=None).exists()


def safety_number(member_id: UUID) -> str:
    """What two people compare by voice before a key is handed over; empty for a member without a key."""
    pair = vault.current_keys(organisations=[], members=[member_id]).get(member_id)
    return rules.safety_number(bytes(pair.public_key)) if pair else ""


def open_invitations(organisation: Organisation | None, at: datetime) -> list[Invitation]:
    """Those that can still be accepted, newest first; of every organisation when none is given."""
    found = _open(at).filter(organisation=organisation) if organisation else _open(at)
    return list(found.order_by("-created_at"))


def unreachable_organisations() -> list[Organisation]:
    """The organisations that take part but have no key: nobody could read what would be sent to them."""
    active = list(Organisation.objects.filter(is_active=True).order_by("name"))
    reachable = vault.has_key([organisation.pk for organisation in active])
    return [organisation for organisation in active if organisation.pk not in reachable]


def invitation_for(secret: str, at: datetime) -> Invitation | None:
    """The invitation that a typed code opens, or None: mistyped, used, revoked and expired look the same."""
    code = rules.read_code(secret, rules.INVITATION_CODE_LENGTH)
    if code is None:
        return None
    return _open(at).filter(secret_digest=rules.digest_of("invitation", code)).first()


def _open(at: datetime) -> QuerySet[Invitation]:
    current = Invitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__gt=at)
    return current.filter(organisation__is_active=True).select_related("organisation")


def has_second_factor(member: Member) -> bool:
    """True when the member has an authenticator app enrolled."""
    return bool(TOTPDevice.objects.filter(user=member, confirmed=True).exists())


def recovery_codes_left(member: Member) -> int:
    """How many recovery codes have not been used."""
    return RecoveryCode.objects.filter(member=member, used_at=None).count()


def devices_of(member: Member) -> list[Device]:
    """The devices that keep a member's reports without a signal, the newest first."""
    return list(Device.objects.filter(membership__member=member, ended_at=None).order_by("-registered_at"))


def open_sessions(member: Member, at: datetime) -> list[Session]:
    """The browsers in which a member is signed in, the most recently used first."""
    return list(Session.objects.filter(member=member, expires_at__gt=at).order_by("-expires_at"))
