"""Opening a case: adults only, whatever name she gives, with or without a report or a referral before it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id, new_number
from maillon.base.languages import DOOR_LANGUAGES
from maillon.cases import marks
from maillon.cases.content import NewCase
from maillon.cases.enums import Sealed
from maillon.cases.models import Case, Mark
from maillon.cases.refusals import MinorsAreProtected, NoName, NotAllowed, WrongChoice
from maillon.cases.rights import Ability, may_open
from maillon.cases.services.act import Act, act_on_case
from maillon.journal.enums import Action
from maillon.referrals.models import Step
from maillon.referrals.rights import Ability as OfStep
from maillon.referrals.rights import on_step
from maillon.reports.models import Report
from maillon.reports.rules import is_minor
from maillon.territories.models import Commune
from maillon.vault import services as vault

LONGEST_NAME = 80


@transaction.atomic
def open_case(*, new: NewCase, by: Membership, at: datetime) -> Case:
    """Opens a case with `by` responsible. The same draft sent twice is one case.

    Raises NotAllowed for an organisation that follows nobody, MinorsAreProtected unless she is known to be an adult,
    NoName, WrongChoice for a commune or a language that does not exist, NotAllowed for a step or a report that the
    organisation did not receive.
    """
    if not may_open(by):
        raise NotAllowed
    earlier = Case.objects.filter(draft_id=new.draft_id, responsible=by).first()
    if earlier is not None:
        return earlier
    step, report = _step(new, by), _report(new, by)
    _only_adults(new, step, report)
    name = _name(new.pseudonym)
    if new.language not in dict(DOOR_LANGUAGES) or (new.commune_code and not _commune(new.commune_code)):
        raise WrongChoice
    case = _create(
        name,
        by,
        at,
        draft_id=new.draft_id,
        commune=_commune(new.commune_code),
        language=new.language,
        step=step,
        report=report,
        last_contact_on=timezone.localdate(at),
    )
    act = Act(case, by, at)
    act.line(Action.CASE_OPENED, details=_origin(new))
    act.finish()
    return case


def open_received(offered: Case, name: str, by: Membership, at: datetime) -> Case:
    """A case of the organisation that takes over, with nothing written in it yet. The offered one was an adult's."""
    case = _create(
        name,
        by,
        at,
        draft_id=new_id(),
        commune_id=offered.commune_id,
        language=offered.language,
        last_contact_on=offered.last_contact_on,
    )
    act = Act(case, by, at)
    act.line(Action.CASE_OPENED, reason="received")
    act.finish()
    return case


@transaction.atomic
def rename(*, case_id: UUID, pseudonym: str, by: Membership, at: datetime) -> Case:
    """What she is called from now on. Raises NotAllowed or NoName."""
    act = act_on_case(case_id, by, at, Ability.WRITE)
    case, old, name = act.case, act.case.pseudonym, _name(pseudonym)
    case.pseudonym = act.seal(Sealed.PSEUDONYM, name.encode())
    case.save(update_fields=["pseudonym"])
    if old is not None:
        vault.forget(item=old)
    case.marks.all().delete()
    _mark(case, name)
    act.line(Action.CASE_WRITTEN, reason="pseudonym")
    act.finish()
    return case


def _create(name: str, by: Membership, at: datetime, **fields: Any) -> Case:
    key = new_id()
    item = vault.seal(
        plaintext=name.encode(), kind=Sealed.PSEUDONYM, subject_id=key, organisations=[by.organisation_id], at=at
    )
    case = Case.objects.create(
        id=key,
        number=new_number(),
        organisation_id=by.organisation_id,
        responsible=by,
        pseudonym=item,
        opened_at=at,
        **fields,
    )
    _mark(case, name)
    return case


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name or len(name) > LONGEST_NAME:
        raise NoName
    return name


def _mark(case: Case, name: str) -> None:
    digests = marks.digests(name, organisation_id=case.organisation_id)
    Mark.objects.bulk_create(
        Mark(case=case, organisation_id=case.organisation_id, likeness=likeness, digest=digest)
        for likeness, digest in digests.items()
    )


def _commune(code: str | None) -> Commune | None:
    return Commune.objects.filter(pk=code).first() if code else None


def _step(new: NewCase, by: Membership) -> Step | None:
    if new.step_id is None:
        return None
    step = Step.objects.select_related("referral").filter(pk=new.step_id, recipient_id=by.organisation_id).first()
    # Read by those who serve it, and said yes to.
    if step is None or OfStep.SEE not in on_step(by, step) or step.accepted_at is None:
        raise NotAllowed
    return step


def _report(new: NewCase, by: Membership) -> Report | None:
    if new.report_id is None:
        return None
    known = Q(transmissions__recipient_id=by.organisation_id) | Q(organisation_id=by.organisation_id)
    report = Report.objects.filter(known, pk=new.report_id).first()
    if report is None:
        raise NotAllowed
    return report


def _only_adults(new: NewCase, step: Step | None, report: Report | None) -> None:
    minor = step is not None and step.referral.minor
    doubtful = report is not None and is_minor(report.facts)
    if not new.adult or minor or doubtful:
        raise MinorsAreProtected


def _origin(new: NewCase) -> dict[str, str]:
    origin = {"step": new.step_id, "report": new.report_id}
    return {name: str(key) for name, key in origin.items() if key is not None}
