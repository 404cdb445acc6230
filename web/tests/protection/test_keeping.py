"""G8: what is known of a child goes two years after the last contact, announced, unless a hold keeps it."""

import datetime as dt

import pytest

from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.protection import rules, services
from maillon.protection.enums import ActKind, AssessmentState, HoldGround, Outcome, ProsecutorGround, WritingKind
from maillon.protection.models import Act, Assessment, ParentsTold, PathSheet, Writing
from maillon.protection.refusals import NotAllowed, WrongHold
from maillon.protection.rights import Ability, on_assessment
from maillon.protection.rules import Ending
from maillon.protection.services import Kept, erase_expired
from maillon.vault.models import Grant, SealedItem
from tests.protection.factories import NOT_INFORMED, TODAY, Place, make_place, opened, submitted, under_way
from tests.reports.factories import AT

pytestmark = pytest.mark.guardrail("G8")
DAY = dt.timedelta(days=1)
OVER = rules.over_on(TODAY)
NOTICE = rules.notice_on(TODAY)


@pytest.fixture
def place(db) -> Place:
    return make_place()


def noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)


def whole_life(place: Place) -> Assessment:
    """Everything that can be sealed, then its end."""
    made, by = under_way(place), place.reader.membership
    for kind in (WritingKind.NOTE, WritingKind.SYNTHESIS):
        services.write(assessment_id=made.pk, kind=kind, text="Des mots", by=by, at=AT)
    services.record_act(assessment_id=made.pk, kind=ActKind.CHILD_MET, on=TODAY, words="Des mots", by=by, at=AT)
    services.say_parents(assessment_id=made.pk, said=NOT_INFORMED, by=by, at=AT)
    submitted(place, made)
    ending = Ending(Outcome.PROSECUTOR, ProsecutorGround.GRAVE_DANGER, TODAY, why="Des mots")
    return services.end(assessment_id=made.pk, ending=ending, by=by, at=AT)


def test_leads_are_told_thirty_days_before_and_then_it_goes_with_its_keys(place) -> None:
    made = whole_life(place)
    items = {str(key) for key in SealedItem.objects.values_list("pk", flat=True)}
    assert len(items) == 7
    assert erase_expired(at=noon(NOTICE - DAY)) == Kept(0, 0)
    assert erase_expired(at=noon(NOTICE)) == Kept(told=1, erased=0)
    assert erase_expired(at=noon(OVER - DAY)) == Kept(0, 0)
    assert erase_expired(at=noon(OVER)) == Kept(told=0, erased=1)
    assert not SealedItem.objects.exists()
    assert not Grant.objects.exists()
    assert not Writing.objects.exists()
    proof = Line.objects.get(action=Action.ERASED)
    assert (proof.subject_id, set(proof.details["items"])) == (made.pk, items)
    assert erase_expired(at=noon(OVER + DAY)) == Kept(0, 0)


def test_what_figures_are_counted_from_stays(place) -> None:
    made = whole_life(place)
    erase_expired(at=noon(NOTICE))
    erase_expired(at=noon(OVER))
    kept = Assessment.objects.get(pk=made.pk)
    assert (kept.outcome, kept.ground, kept.age, kept.due_on) == (made.outcome, made.ground, made.age, made.due_on)
    assert kept.erased_items == 7
    assert (Act.objects.get().kind, ParentsTold.objects.get().informed) == (ActKind.CHILD_MET, False)
    assert PathSheet.objects.get().state == "withdrawn"
    assert on_assessment(place.lead.membership, kept) == {Ability.SEE}
    with pytest.raises(NotAllowed):
        opened(kept, place.reader)


def test_told_late_it_still_waits_thirty_days(place) -> None:
    whole_life(place)
    assert erase_expired(at=noon(OVER + 100 * DAY)).told == 1
    assert erase_expired(at=noon(OVER + 129 * DAY)) == Kept(0, 0)
    assert erase_expired(at=noon(OVER + 130 * DAY)).erased == 1


def test_a_later_contact_keeps_it(place) -> None:
    later = TODAY + 40 * DAY
    made, by = under_way(place), place.reader.membership
    services.record_act(assessment_id=made.pk, kind=ActKind.CALL, on=later, words="", by=by, at=noon(later))
    services.say_parents(assessment_id=made.pk, said=NOT_INFORMED, by=by, at=noon(later))
    services.end(assessment_id=made.pk, ending=Ending(Outcome.HELP), by=by, at=noon(later))
    assert erase_expired(at=noon(OVER)) == Kept(0, 0)
    assert erase_expired(at=noon(rules.notice_on(later))).told == 1


def test_what_is_not_ended_is_alerted_and_not_destroyed(place) -> None:
    made = under_way(place)
    assert erase_expired(at=noon(OVER + 1000 * DAY)) == Kept(0, 0)
    made.refresh_from_db()
    assert made.state == AssessmentState.UNDER_WAY
    assert any(services.watch_due(at=noon(OVER + 1000 * DAY)).values())


def test_a_hold_keeps_it_to_its_last_day_and_a_lead_alone_places_and_lifts_it(place) -> None:
    made, lead = whole_life(place), place.lead.membership
    erase_expired(at=noon(NOTICE))
    hold = {"assessment_id": made.pk, "until": OVER + 50 * DAY, "ground": HoldGround.PROCEDURE}
    with pytest.raises(NotAllowed):
        services.place_hold(**hold, by=place.reader.membership, at=noon(NOTICE))
    services.place_hold(**hold, by=lead, at=noon(NOTICE))
    assert erase_expired(at=noon(OVER + 50 * DAY)) == Kept(0, 0)
    services.lift_hold(assessment_id=made.pk, by=lead, at=noon(OVER + 10 * DAY))
    assert erase_expired(at=noon(OVER + 10 * DAY)).erased == 1
    assert set(Line.objects.filter(action__in=[Action.HOLD_PLACED, Action.HOLD_LIFTED]).values_list("reason")) == {
        ("procedure",)
    }


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_hold_is_for_a_year_at_most(place, days) -> None:
    made = under_way(place)
    with pytest.raises(WrongHold):
        services.place_hold(
            assessment_id=made.pk,
            until=TODAY + days * DAY,
            ground=HoldGround.CLAIM,
            by=place.lead.membership,
            at=AT,
        )
