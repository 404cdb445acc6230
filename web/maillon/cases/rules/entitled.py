"""Who may follow a person, and who may be given any of it."""

from maillon.cases.enums import EntryKind
from maillon.directory.enums import OrganisationKind

# Bodies that accompany adults under secrecy or discretion. Never those that police, prosecute, decide on residence or
# protect children: they see nothing of an adult's file, not even with her agreement.
ENTITLED = frozenset({OrganisationKind.ASSOCIATION, OrganisationKind.HEALTH})
RECEIVING = ENTITLED

# Stays among those who follow her: what supervisors write of the work, what she asks to be corrected.
NEVER_SHARED = frozenset({EntryKind.REVIEW, EntryKind.CORRECTION, EntryKind.ENDING})
SHAREABLE = tuple(kind for kind in EntryKind if kind not in NEVER_SHARED)
# What may go along to an organisation that takes over.
TRANSFERABLE = SHAREABLE


def may_follow(kind: OrganisationKind) -> bool:
    """Whether an organisation of this kind may open a case."""
    return kind in ENTITLED


def may_receive(kind: OrganisationKind) -> bool:
    """Whether an organisation of this kind, or a member of it, may be given a part of a case or take it over."""
    return kind in RECEIVING
