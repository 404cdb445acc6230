"""The files of a meeting: handed to who deliberates for as long as it is open, and taken back with its end.

A key is given to each member herself, by the secretary who opens the meeting and holds the préfecture's; nothing is
copied. Taking back destroys that key alone: what the association and the préfecture hold stays as it is.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.commission import rules
from maillon.commission.enums import Kind
from maillon.commission.models import AgendaItem, Attendance, Recusal, Session
from maillon.exits.enums import RequestState
from maillon.exits.models import Paper
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem


def hand_out(
    session: Session, attendances: Iterable[Attendance], by: Membership, keyring: Keyring, at: datetime
) -> None:
    """Gives these members the files of the points that they are not kept from, once each undertook secrecy.

    Raises CannotOpen where `keyring` does not open one of them: then nobody gets any.
    """
    if session.kind != Kind.INDIVIDUAL or session.files_shut_at is not None:
        return
    points = requests_on(session)
    for one in attendances:
        if not _may_have_files(one, session):
            continue
        kept = set(Recusal.objects.filter(item__in=points, seat=one.seat_id).values_list("item_id", flat=True))
        papers = papers_of([item for item in points if item.pk not in kept])
        if papers:
            vault.grant_further(
                items=papers,
                keyring=keyring,
                through_organisation_id=session.commission.prefecture_id,
                members=[one.mandate.membership.member_id],
                by=by,
                at=at,
            )


def _may_have_files(attendance: Attendance, session: Session) -> bool:
    seat = attendance.mandate.seat
    return rules.may_attend(seat.in_quality, Kind(session.kind)) and attendance.mandate.pledged_at is not None


def requests_on(session: Session) -> list[AgendaItem]:
    """The points that are requests still before the préfecture."""
    found = session.items.filter(request__state=RequestState.SUBMITTED)
    return list(found.select_related("request__path").order_by("position"))


def papers_of(items: Collection[AgendaItem]) -> list[SealedItem]:
    """What is sealed of the files of these points."""
    papers = Paper.objects.filter(request__in=[item.request_id for item in items if item.request_id])
    return [paper.item for paper in papers.select_related("item")]


def take_back(session: Session, members: Iterable[UUID], items: Collection[AgendaItem] | None = None) -> int:
    """Destroys the keys that these members were handed in this meeting, to these points or to all; says how many."""
    papers = papers_of(list(session.items.all()) if items is None else items)
    return vault.withdraw_from_members(items=papers, members=members)


def shut(session: Session, at: datetime) -> int:
    """Takes every file of the meeting back from everybody who was there; says how many keys went."""
    there = Attendance.objects.filter(session=session).select_related("mandate__membership")
    count = take_back(session, {one.mandate.membership.member_id for one in there})
    if session.files_shut_at is None:
        session.files_shut_at = at
        session.save(update_fields=["files_shut_at"])
    return count
