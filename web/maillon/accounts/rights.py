"""Who may do what with members and invitations. The one place that knows; views and templates ask it."""

from enum import StrEnum

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.directory.rights import Asker


class Ability(StrEnum):
    """What somebody may do with another membership."""

    END = "end"
    RESET_SECOND_FACTOR = "reset_second_factor"
    HAND_KEY = "hand_key"
    CHANGE_ROLE = "change_role"


def may_see_members(by: Membership | None, organisation: Organisation) -> bool:
    """A lead sees her own organisation's members, an administrator everybody's names and roles."""
    return _administers(by) or _leads(by, organisation)


def roles_to_invite(by: Membership | None, organisation: Organisation) -> list[Role]:
    """The roles that `by` may invite somebody to. Administrators open the door to leads; leads do the rest."""
    if _administers(by):
        return [Role.LEAD, Role.ADMINISTRATOR]
    if _leads(by, organisation):
        return [Role.REPORTER, Role.RECIPIENT, Role.LEAD]
    return []


def roles_to_give(by: Membership | None, membership: Membership) -> list[Role]:
    """The other roles that `by` may give to `membership`: those that she may invite to, and never to herself."""
    if by is None or by.pk == membership.pk or membership.ended_at is not None:
        return []
    if membership.role == Role.ADMINISTRATOR and not _administers(by):
        return []
    return [role for role in roles_to_invite(by, membership.organisation) if role != membership.role]


def abilities(by: Membership | None, membership: Membership) -> frozenset[Ability]:
    """What `by` may do with `membership`. Needs its organisation loaded; asks nothing else of the database."""
    if by is None or by.ended_at is not None or membership.ended_at is not None:
        return frozenset()
    found = set[Ability]()
    own, leads, administers = by.pk == membership.pk, _leads(by, membership.organisation), _administers(by)
    if own or administers or (leads and membership.role != Role.ADMINISTRATOR):
        found.add(Ability.END)
    if not own and (administers or (leads and membership.role != Role.ADMINISTRATOR)):
        found.add(Ability.RESET_SECOND_FACTOR)
    if leads and not own and membership.role_enum.reads:
        found.add(Ability.HAND_KEY)
    if roles_to_give(by, membership):
        found.add(Ability.CHANGE_ROLE)
    return frozenset(found)


def asker(by: Membership) -> Asker:
    """The membership as the directory of services sees it. Needs its organisation loaded.

    The directory is kept by whoever administers the instance and by the leads of a préfecture, whose delegate for
    women's rights (DDDFE) answers for it in a département.
    """
    prefecture = by.organisation.kind == OrganisationKind.PREFECTURE
    return Asker(
        organisation_id=by.organisation_id,
        keeps=_administers(by) or (prefecture and _leads(by, by.organisation)),
        leads=_leads(by, by.organisation),
        works=by.ended_at is None and by.role_enum.reads,
    )


def _administers(by: Membership | None) -> bool:
    return by is not None and by.ended_at is None and by.role == Role.ADMINISTRATOR


def _leads(by: Membership | None, organisation: Organisation) -> bool:
    return by is not None and by.ended_at is None and by.role == Role.LEAD and by.organisation_id == organisation.pk
