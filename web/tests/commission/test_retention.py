"""What is sealed of a meeting ends with the files it spoke of; dates and senses stay."""

import datetime as dt

import pytest

from maillon.commission import services
from maillon.commission.enums import Kind, Sense, Topic
from maillon.commission.models import Opinion, Session
from maillon.commission.refusals import Erased
from maillon.commission.rules import FILES_LIFE, POLICY_LIFE
from maillon.exits.models import Path
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault.models import SealedItem
from tests.commission.factories import (
    HELD_AT,
    Commissioned,
    agreed,
    closed,
    convoked,
    make_commission,
    make_request,
    minuted,
    opened,
    point_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.guardrail("G8")]
SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def house() -> Commissioned:
    return make_commission()


def ours() -> int:
    return SealedItem.objects.filter(kind__startswith="commission.").count()


def held(house: Commissioned) -> Session:
    """A meeting with reasons, a disagreement and minutes."""
    session = convoked(house, [make_request(house)])
    opened(house, session)
    item = point_of(session)
    agreed(house, item, words="Motifs")
    services.dissent(item_id=item.pk, words="Désaccord", by=house["sante"].person.membership, at=HELD_AT)
    closed(house, session)
    minuted(house, session)
    return session


def test_minutes_on_requests_end_two_years_on_and_never_before_the_files_they_spoke_of(house) -> None:
    session = held(house)
    assert ours() == 3
    assert services.erase_expired(at=HELD_AT + 2 * FILES_LIFE) == 0
    Path.objects.update(erased_at=HELD_AT)
    assert services.erase_expired(at=HELD_AT + FILES_LIFE - SECOND) == 0
    assert services.erase_expired(at=HELD_AT + FILES_LIFE) == 1
    assert services.erase_expired(at=HELD_AT + FILES_LIFE) == 0
    assert ours() == 0
    proof = Line.objects.get(action=Action.ERASED)
    assert (proof.subject_id, len(proof.details["items"])) == (session.pk, 3)


def test_what_was_advised_stays_for_figures_and_nobody_reads_what_is_gone(house) -> None:
    session, reader = held(house), house["sante"].person
    Path.objects.update(erased_at=HELD_AT)
    services.erase_expired(at=HELD_AT + FILES_LIFE)
    assert Opinion.objects.get().sense == Sense.FAVOURABLE
    with pytest.raises(Erased):
        services.read_minutes(session_id=session.pk, by=reader.membership, keyring=reader.keyring, at=HELD_AT)


def test_minutes_on_policy_end_after_five_years(house) -> None:
    session = convoked(house, [Topic.REVIEW], kind=Kind.POLICY)
    opened(house, session, "prefet", "gendarmerie", "conseil_departemental")
    closed(house, session)
    minuted(house, session)
    assert services.erase_expired(at=HELD_AT + POLICY_LIFE - SECOND) == 0
    assert services.erase_expired(at=HELD_AT + POLICY_LIFE) == 1
    assert ours() == 0
