"""Starting an assessment, from a report that was received or from what came by another way."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id, new_number
from maillon.journal.enums import Action
from maillon.protection import rules
from maillon.protection.content import NewAssessment
from maillon.protection.enums import Sealed, WritingKind
from maillon.protection.models import Assessment, Writing
from maillon.protection.refusals import AlreadyAssessed, Empty, NoMinor, NotAllowed, WrongDay
from maillon.protection.rights import may_assess
from maillon.protection.selectors.places import has_in_hand
from maillon.protection.services.act import Act
from maillon.reports.models import Transmission
from maillon.reports.rules import is_minor
from maillon.territories.models import Commune


@transaction.atomic
def start(*, new: NewAssessment, by: Membership, at: datetime) -> Assessment:
    """Makes the assessment, due on the last day that CASF D226-2-4 leaves.

    Raises NotAllowed, NoMinor for an adult's report, AlreadyAssessed, WrongDay for a day to come, Empty without a word
    of who the child is, and NoKey where the organisation has none.
    """
    if not may_assess(by):
        raise NotAllowed
    # A second tap on the same button waits here for the first.
    Membership.objects.select_for_update(no_key=True).get(pk=by.pk)
    before = Assessment.objects.filter(pk=new.key, organisation_id=by.organisation_id).first()
    if before is not None:
        return before
    if not new.child.strip():
        raise Empty
    transmission = _received(new.transmission_id, by) if new.transmission_id else None
    received_on = received_day(transmission) if transmission else new.received_on
    today = timezone.localdate(at)
    if received_on is None or received_on > today or (new.copied_on is not None and new.copied_on > today):
        raise WrongDay
    act = Act(_made(new, transmission, received_on, by, at), by, at)
    _write_child(act, new.child, by)
    source = {"transmission": str(transmission.pk)} if transmission else {}
    act.line(Action.ASSESSMENT_STARTED, details={"due_on": act.assessment.due_on.isoformat(), **source})
    return act.finish()


def received_day(transmission: Transmission) -> date:
    """The day on which the organisation received it, on the clocks of France; the law's time runs from there."""
    return timezone.localdate(transmission.sent_at)


def _received(key: UUID, by: Membership) -> Transmission:
    query = Transmission.objects.select_related("report__commune").select_for_update(of=("self",), no_key=True)
    transmission = query.filter(pk=key, recipient_id=by.organisation_id).first()
    if transmission is None or not has_in_hand(by, transmission):
        raise NotAllowed
    if not is_minor(transmission.report.facts):
        raise NoMinor
    if Assessment.objects.filter(transmission=transmission).exists():
        raise AlreadyAssessed
    return transmission


def _made(
    new: NewAssessment, transmission: Transmission | None, received_on: date, by: Membership, at: datetime
) -> Assessment:
    commune = Commune.objects.filter(pk=new.commune_code).first() if new.commune_code else None
    last = rules.latest(received_on)
    return Assessment.objects.create(
        id=new.key,
        number=new_number(),
        organisation_id=by.organisation_id,
        transmission=transmission,
        started_by=by,
        commune=transmission.report.commune if transmission else commune,
        age=new.age,
        started_at=at,
        received_on=received_on,
        latest_on=last,
        due_on=last,
        copied_on=new.copied_on,
        last_contact_on=received_on,
    )


def _write_child(act: Act, text: str, by: Membership) -> None:
    Writing.objects.create(
        id=new_id(),
        assessment=act.assessment,
        kind=WritingKind.CHILD,
        author=by,
        item=act.seal(text.strip(), Sealed.CHILD),
        written_at=act.at,
    )
