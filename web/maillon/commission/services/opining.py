"""What the commission advises on a request, and who wants a disagreement in the minutes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.commission import rules
from maillon.commission.enums import How, Sealed, Sense, Vote
from maillon.commission.models import AgendaItem, Dissent, Opinion
from maillon.commission.refusals import NoMajority, NoQuorum, NotAllowed, NothingAdvised, WrongCount, WrongPoint
from maillon.commission.rights import Ability
from maillon.commission.selectors import recused_from, table_of
from maillon.commission.services.locking import line, to_act_on_item
from maillon.exits.enums import RequestState
from maillon.journal.enums import Action
from maillon.journal.services import record_many
from maillon.vault import services as vault
from maillon.vault.models import SealedItem


@dataclass(frozen=True, kw_only=True)
class Advice:
    """How the commission decided: agreed on a sense without a vote, or counted voices, proxies included."""

    sense: Sense | None = None
    count: rules.Count | None = None
    chair: Vote | None = None


@transaction.atomic
def give_opinion(*, item_id: UUID, advice: Advice, words: str = "", by: Membership, at: datetime) -> Opinion:
    """Notes the opinion on a request; while the meeting is open, noting it again takes the place of the first.

    `words` are sealed to the préfecture. Raises NotAllowed, NothingAdvised for a topic, WrongPoint for a request that
    was taken back, NoQuorum, WrongCount or NoMajority.
    """
    session, item, _place = to_act_on_item(item_id, by, at, Ability.OPINE)
    if item.request is None:
        raise NothingAdvised
    if item.request.state != RequestState.SUBMITTED:
        raise WrongPoint
    fields = _fields(item, advice)
    withdraw_opinion(item)
    opinion = Opinion.objects.create(
        item=item,
        **fields,
        words=_sealed(session.commission.prefecture_id, item, Sealed.WORDS, words, at),
        given_at=at,
        noted_by=by,
    )
    details: dict[str, object] = {"item": str(item.pk), "how": opinion.how}
    record_many([line(session, Action.OPINION_VOTED, by, at, reason=opinion.sense, details=details)])
    return opinion


def _fields(item: AgendaItem, advice: Advice) -> dict[str, object]:
    """The stored form of an advice that can be true at this table."""
    table, kept = table_of(item.session), recused_from(item.pk)
    quorum = table.quorum(kept)
    if not quorum.is_reached or not table.voices(kept):
        raise NoQuorum(max(quorum.missing, 1))
    if advice.count is None:
        if advice.sense is None:
            raise WrongCount
        return {"how": How.CONSENSUS, "sense": advice.sense}
    chair = advice.chair if table.chairs(kept) else None
    if (table.chairs(kept) and chair is None) or not rules.agrees(advice.count, voices=table.voices(kept), chair=chair):
        raise WrongCount
    found = rules.result(advice.count, chair=chair)
    if found.sense is None:
        raise NoMajority
    return {
        "how": How.VOTE,
        "sense": found.sense,
        "in_favour": advice.count.in_favour,
        "against": advice.count.against,
        "abstained": advice.count.abstained,
        "chair_vote": chair or "",
        "casting": found.casting,
    }


@transaction.atomic
def dissent(*, item_id: UUID, words: str = "", by: Membership, at: datetime) -> Dissent:
    """A member who deliberated wants her disagreement in the minutes. `words` are sealed to the préfecture.

    Said again, it takes the place of the first. Raises NotAllowed, also before there is an opinion.
    """
    session, item, place = to_act_on_item(item_id, by, at, Ability.DISSENT)
    opinion = Opinion.objects.filter(item=item).first()
    if opinion is None or place is None:
        raise NotAllowed
    for old in opinion.dissents.filter(seat=place.mandate.seat_id).select_related("words"):
        _forget(old)
    return Dissent.objects.create(
        id=new_id(),
        opinion=opinion,
        seat=place.mandate.seat,
        mandate=place.mandate,
        words=_sealed(session.commission.prefecture_id, item, Sealed.DISSENT, words, at),
        asked_at=at,
    )


def withdraw_opinion(item: AgendaItem) -> None:
    """Takes away the opinion on a point, with its disagreements and all that is sealed of them, if there is one."""
    opinion = Opinion.objects.filter(item=item).select_related("words").first()
    if opinion is None:
        return
    for one in opinion.dissents.select_related("words"):
        _forget(one)
    words = opinion.words
    opinion.delete()
    if words is not None:
        vault.forget(item=words)


def _forget(dissent: Dissent) -> None:
    words = dissent.words
    dissent.delete()
    if words is not None:
        vault.forget(item=words)


def _sealed(prefecture_id: UUID, item: AgendaItem, kind: Sealed, words: str, at: datetime) -> SealedItem | None:
    if not words.strip():
        return None
    return vault.seal(
        plaintext=words.strip().encode(), kind=kind, subject_id=item.pk, organisations=[prefecture_id], at=at
    )
