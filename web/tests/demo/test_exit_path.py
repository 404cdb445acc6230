"""The invented exit paths, their commission, and the children whom the council assesses."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from maillon.accounts.demo import DEMO_DOMAIN, DEMO_PASSPHRASE
from maillon.accounts.models import Membership
from maillon.base import clock
from maillon.commission import rights as commission_rights
from maillon.commission import services as commission
from maillon.commission.enums import Sense, State
from maillon.commission.models import Commission, Dissent, Mandate, Opinion, Session
from maillon.commission.refusals import NotAllowed
from maillon.commission.selectors import table_of
from maillon.demo.services import NotEmpty, load_demo
from maillon.exits import rules, services
from maillon.exits.enums import ApprovalState, EndReason, PathState, Reading, RequestState
from maillon.exits.models import Approval, Path, Request
from maillon.exits.rights import Ability, on_path, on_request
from maillon.exits.rules import Alert
from maillon.protection.enums import AssessmentState
from maillon.protection.models import Assessment
from maillon.protection.rules import latest
from maillon.vault.keyrings import Keyring
from tests.accounts import factories
from tests.accounts.factories import sign_in

pytestmark = pytest.mark.django_db


def member(first_part: str) -> Membership:
    """An invented member, by the first part of the address."""
    found = Membership.objects.select_related("member", "organisation")
    return found.get(member__email=f"{first_part}@{DEMO_DOMAIN}")


def keyring_of(membership: Membership) -> Keyring:
    """What this member can open."""
    return factories.keyring_of(membership, DEMO_PASSPHRASE)


def today() -> dt.date:
    return timezone.localdate(clock.now())


@pytest.fixture
def secretary(invented):
    return member("andrea.prefecture")


def test_a_path_stands_at_each_telling_state(invented):
    states = sorted((path.state, *path.requests.values_list("state", flat=True)) for path in Path.objects.all())
    assert states == [
        (PathState.ASKING, RequestState.OPINION),
        (PathState.ASKING, RequestState.PREPARING),
        (PathState.ASKING, RequestState.SUBMITTED),
        (PathState.ENDED, RequestState.GRANTED, RequestState.GRANTED),
        (PathState.REFUSED, RequestState.REFUSED),
        (PathState.RUNNING, RequestState.GRANTED),
    ]
    assert Path.objects.get(state=PathState.ENDED).end_reason == EndReason.COMPLETED


def test_the_list_says_how_far_each_request_has_come(invented):
    client = sign_in(Client(), member("lou.association"), DEMO_PASSPHRASE)
    shown = client.get(reverse("pro:exits")).content.decode()
    for label in ("dossier en préparation", "transmise à la préfecture", "avis de la commission rendu"):
        assert shown.count(label) == 1


def test_what_runs_ends_soon_and_may_be_renewed(invented):
    path = Path.objects.get(state=PathState.RUNNING)
    assert rules.path_alert(path.until_on, today()) is Alert.SECOND
    assert path.until_on > today()
    assert Ability.RENEW in on_path(member("lou.association"), path, today())
    assert path.permits.exists()


def test_a_refusal_can_still_be_challenged(invented):
    request = Request.objects.get(state=RequestState.REFUSED)
    assert rules.remedy(request.decided_on, today()).until_on > today()
    assert request.reasons is not None


def test_the_worker_and_the_prefecture_open_what_was_handed_over_and_nothing_else(invented, secretary):
    handed = Request.objects.get(state=RequestState.SUBMITTED)
    for reader in (member("lou.association"), secretary):
        file = services.open_file(
            request_id=handed.pk,
            by=reader,
            keyring=keyring_of(reader),
            at=clock.now(),
            reason=Reading.PREPARING,
        )
        assert file.papers
        assert file.aid is not None
    kept = Request.objects.get(state=RequestState.PREPARING)
    assert on_request(secretary, kept, today()) == frozenset()


def test_the_association_is_approved_where_it_works(invented):
    approval = Approval.objects.get()
    assert approval.state == ApprovalState.GRANTED
    assert approval.from_on < today() < approval.until_on
    assert set(approval.departements.values_list("code", flat=True)) == {"53", "61"}


def test_one_meeting_has_its_minutes_and_one_is_convoked(invented, secretary):
    convoked, minuted = Session.objects.get(state=State.CONVOKED), Session.objects.get(state=State.MINUTED)
    assert convoked.held_at > clock.now() > minuted.held_at
    assert convoked.emergency == ""
    assert [item.request.state for item in convoked.items.all()] == [RequestState.SUBMITTED]
    assert set(Opinion.objects.values_list("sense", flat=True)) == {Sense.FAVOURABLE, Sense.UNFAVOURABLE}
    assert Dissent.objects.count() == 1
    assert minuted.held_at.astimezone(timezone.get_default_timezone()).weekday() < 5
    pdf = commission.read_minutes(session_id=minuted.pk, by=secretary, keyring=keyring_of(secretary), at=clock.now())
    assert pdf.startswith(b"%PDF")


def test_the_secretary_may_open_the_coming_meeting_and_a_quorum_can_be_reached(secretary):
    convoked = Session.objects.select_related("commission").get(state=State.CONVOKED)
    assert commission_rights.Ability.OPEN in commission_rights.on_session(secretary, convoked, None)
    named = Mandate.objects.filter(seat__commission=Commission.objects.get()).exclude(pledged_at=None)
    assert table_of(convoked, present=[mandate.seat_id for mandate in named]).quorum().is_reached


def test_no_key_to_a_file_is_left_after_the_meeting(invented):
    magistrate = member("claude.parquet")
    item = Session.objects.get(state=State.MINUTED).items.first()
    with pytest.raises(NotAllowed):
        commission.open_file(item_id=item.pk, by=magistrate, keyring=keyring_of(magistrate), at=clock.now())


def test_one_assessment_is_due_within_days_and_one_has_ended(invented):
    running = Assessment.objects.get(state=AssessmentState.UNDER_WAY)
    assert today() < running.due_on <= today() + dt.timedelta(days=10)
    assert running.due_on == latest(running.received_on)
    assert running.assessor == member("lou.crip")
    assert Assessment.objects.get(state=AssessmentState.ENDED).parents.filter(informed=False).exists()


def test_a_second_run_keeps_them(invented):
    before = Path.objects.count(), Session.objects.count(), Assessment.objects.count()
    with pytest.raises(NotEmpty):
        load_demo(at=clock.now(), tell=print)
    assert (Path.objects.count(), Session.objects.count(), Assessment.objects.count()) == before
