"""Who may be given any of a case."""

from uuid import UUID

from maillon.accounts.models import Membership
from maillon.cases.refusals import NotReceivable
from maillon.cases.rules import may_receive
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.vault.selectors import current_keys, has_key


def receiving_organisation(key: UUID | None) -> Organisation:
    """An active organisation with readers, of a kind that may receive. Raises NotReceivable."""
    organisation = Organisation.objects.filter(pk=key, is_active=True).first() if key else None
    if organisation is None or not may_receive(OrganisationKind(organisation.kind)) or not has_key([organisation.pk]):
        raise NotReceivable
    return organisation


def hold_member(key: UUID | None) -> None:
    """Locks a membership until the caller's transaction ends: whoever is just leaving is found to have left.

    To be called before the case is locked: whoever ends a membership holds it first, and then its cases.
    """
    if key is not None:
        Membership.objects.select_for_update(no_key=True).filter(pk=key).values_list("pk").first()


def receiving_member(key: UUID | None) -> Membership:
    """A current member, with a key of her own, of an organisation of such a kind. Raises NotReceivable."""
    found = Membership.objects.select_related("organisation", "member")
    member = (
        found.filter(ended_at=None, member__is_active=True, organisation__is_active=True).filter(pk=key).first()
        if key
        else None
    )
    if member is None or not member.role_enum.reports or not may_receive(OrganisationKind(member.organisation.kind)):
        raise NotReceivable
    if member.member_id not in current_keys(members=[member.member_id]):
        raise NotReceivable
    return member
