"""What was noted of a meeting, put together as its minutes say it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as translated

from maillon.accounts.models import Membership
from maillon.commission import rules, selectors
from maillon.commission.content import Attended, Disagreed, Minutes, Point
from maillon.commission.enums import Emergency, Kind, Mode, Rank, RecusalReason
from maillon.commission.models import AgendaItem, Attendance, Opinion, Session
from maillon.exits.enums import RequestKind
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring


def written(session: Session, *, by: Membership, keyring: Keyring, at: datetime, reason: str) -> Minutes:
    """The minutes of a closed meeting. Opens what is sealed of it through the préfecture's key; raises CannotOpen."""
    assert session.convoked_at is not None
    assert session.opened_at is not None
    assert session.ended_at is not None
    texts = _texts(session, by, keyring, at, reason)
    there = list(
        Attendance.objects.filter(session=session)
        .select_related("seat", "mandate__membership__member", "mandate__membership__organisation")
        .order_by("seat__position", "arrived_at")
    )
    present = {one.seat_id for one in there}
    at_opening = {one.seat_id for one in there if one.arrived_at == session.opened_at}
    table = selectors.table_of(session, present=at_opening)
    return Minutes(
        number=session.number,
        prefecture=session.commission.prefecture.name,
        kind=Kind(session.kind),
        held_at=session.held_at,
        convoked_at=session.convoked_at,
        emergency=str(Emergency(session.emergency).label) if session.emergency else "",
        opened_at=session.opened_at,
        closed_at=session.ended_at,
        second=session.second_of_id is not None,
        quorum=table.quorum(),
        attended=tuple(_attended(one) for one in there),
        absent=tuple(seat.in_quality.label for seat in table.seats if seat.pk not in present),
        proxies=tuple(
            (proxy.giver.in_quality.label, proxy.holder.in_quality.label)
            for proxy in selectors.proxies_of(session)
            if proxy.giver_id in rules.standing(table.proxies, present=present)
        ),
        points=tuple(_point(item, texts) for item in selectors.agenda(session)),
    )


def _texts(session: Session, by: Membership, keyring: Keyring, at: datetime, reason: str) -> Mapping[UUID, str]:
    opinions = Opinion.objects.filter(item__session=session).select_related("words").prefetch_related("dissents__words")
    sealed = [opinion.words for opinion in opinions] + [one.words for each in opinions for one in each.dissents.all()]
    items = [item for item in sealed if item is not None]
    if not items:
        return {}
    opened = vault.open_items(
        items=items,
        keyring=keyring,
        organisation_id=session.commission.prefecture_id,
        by=by,
        at=at,
        reason=reason,
    )
    # Minutes without what somebody wanted in them would be wrong: rather none.
    if len(opened) < len(items):
        raise CannotOpen
    return {key: text.decode() for key, text in opened.items()}


def _attended(one: Attendance) -> Attended:
    return Attended(
        name=one.mandate.membership.member.name,
        organisation=one.mandate.membership.organisation.name,
        quality=one.seat.in_quality.label,
        substitute=one.mandate.held_as == Rank.SUBSTITUTE,
        mode=Mode(one.mode),
        arrived_at=one.arrived_at,
        left_at=one.left_at,
    )


def _point(item: AgendaItem, texts: Mapping[UUID, str]) -> Point:
    kept = tuple((one.seat.in_quality.label, RecusalReason(one.reason)) for one in item.recusals.all())
    label, association = label_of(item), brought_by(item)
    opinion: Opinion | None = getattr(item, "opinion", None)
    if opinion is None:
        return Point(label=label, association=association, is_request=item.request_id is not None, kept_from=kept)
    return Point(
        label=label,
        association=association,
        is_request=True,
        kept_from=kept,
        sense=str(opinion.get_sense_display()),
        how=str(opinion.get_how_display()),
        count=_count(opinion),
        casting=opinion.casting,
        words=texts.get(opinion.words_id, "") if opinion.words_id else "",
        dissents=tuple(
            Disagreed(
                quality=one.seat.in_quality.label,
                name=one.mandate.membership.member.name,
                words=texts.get(one.words_id, "") if one.words_id else "",
            )
            for one in opinion.dissents.select_related("seat", "mandate__membership__member").order_by("asked_at")
        ),
    )


def _count(opinion: Opinion) -> rules.Count | None:
    if opinion.in_favour is None or opinion.against is None or opinion.abstained is None:
        return None
    return rules.Count(opinion.in_favour, opinion.against, opinion.abstained)


def label_of(item: AgendaItem) -> str:
    """What a point is called wherever it stands in clear: the number of the path and what is asked, the number of the
    sheet, or the topic."""
    if item.sheet is not None:
        return translated("Fiche de coordination %(number)s") % {"number": item.sheet.number}
    if item.request is None:
        return str(item.get_topic_display())
    return f"{item.request.path.number}, {RequestKind(item.request.kind).label}"


def brought_by(item: AgendaItem) -> str:
    """The organisation that made the request or wrote the sheet; nothing for a topic."""
    if item.request is not None:
        return item.request.path.association.name
    return item.sheet.organisation.name if item.sheet is not None else ""
