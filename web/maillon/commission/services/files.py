"""The files of a meeting: handed to who deliberates for as long as it is open, and taken back with its end.

A key is given to each member herself, by the secretary who opens the meeting and holds the préfecture's; nothing is
copied. Taking back destroys that key alone: what the association, the council and the préfecture hold stays as it is.
Files of adults and coordination sheets of minors never meet: a meeting has the ones or the others.
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
from maillon.protection import services as protection
from maillon.protection.enums import SheetState
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem


def hand_out(
    session: Session, attendances: Iterable[Attendance], by: Membership, keyring: Keyring, at: datetime
) -> None:
    """Gives these members the files of the points that they are not kept from, once each undertook secrecy.

    Raises CannotOpen where `keyring` does not open one of them: then nobody gets any.
    """
    if session.files_shut_at is not None:
        return
    entitled = [one for one in attendances if _may_have_files(one, session)]
    if session.kind == Kind.INDIVIDUAL:
        _hand_out_requests(session, entitled, by, keyring, at)
    elif session.kind == Kind.MINORS:
        _hand_out_sheets(session, entitled, by, keyring, at)


def _may_have_files(attendance: Attendance, session: Session) -> bool:
    seat = attendance.mandate.seat
    return rules.may_attend(seat.in_quality, Kind(session.kind)) and attendance.mandate.pledged_at is not None


def _hand_out_requests(
    session: Session, attendances: Iterable[Attendance], by: Membership, keyring: Keyring, at: datetime
) -> None:
    points = requests_on(session)
    for one in attendances:
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


def _hand_out_sheets(
    session: Session, attendances: Collection[Attendance], by: Membership, keyring: Keyring, at: datetime
) -> None:
    for item in session.items.filter(sheet__state=SheetState.SUBMITTED).order_by("sheet_id"):
        kept = set(Recusal.objects.filter(item=item).values_list("seat_id", flat=True))
        members = [one.mandate.membership for one in attendances if one.seat_id not in kept]
        if members and item.sheet_id is not None:
            protection.show_sheet(
                sheet_id=item.sheet_id, members=members, session_id=session.pk, by=by, keyring=keyring, at=at
            )


def requests_on(session: Session) -> list[AgendaItem]:
    """The points that are requests still before the préfecture."""
    found = session.items.filter(request__state=RequestState.SUBMITTED)
    return list(found.select_related("request__path").order_by("position"))


def papers_of(items: Collection[AgendaItem]) -> list[SealedItem]:
    """What is sealed of the files of these points."""
    papers = Paper.objects.filter(request__in=[item.request_id for item in items if item.request_id])
    return [paper.item for paper in papers.select_related("item")]


def take_back(
    session: Session,
    members: Iterable[UUID],
    items: Collection[AgendaItem] | None = None,
    *,
    by: Membership | None,
    at: datetime,
) -> int:
    """Destroys the keys that these members were handed in this meeting, to these points or to all; says how many."""
    points, whose = list(session.items.all()) if items is None else items, set(members)
    keys = vault.withdraw_from_members(items=papers_of(points), members=whose)
    sheets = sorted(item.sheet_id for item in points if item.sheet_id is not None)
    return keys + sum(
        protection.hide_sheet(sheet_id=key, session_id=session.pk, members=whose, by=by, at=at) for key in sheets
    )


def shut(session: Session, by: Membership | None, at: datetime) -> int:
    """Takes every file of the meeting back from everybody who was there; says how many keys went. None: the machine."""
    there = Attendance.objects.filter(session=session).select_related("mandate__membership")
    count = take_back(session, {one.mandate.membership.member_id for one in there}, by=by, at=at)
    if session.files_shut_at is None:
        session.files_shut_at = at
        session.save(update_fields=["files_shut_at"])
    return count
