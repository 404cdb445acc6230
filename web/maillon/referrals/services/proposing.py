"""Making a referral: everything or nothing in one transaction, and once however often it is asked for."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id, new_number
from maillon.journal.enums import Action
from maillon.referrals.content import NewReferral
from maillon.referrals.enums import Basis
from maillon.referrals.models import Referral
from maillon.referrals.refusals import IsMinor, NotAllowed
from maillon.referrals.rights import may_refer
from maillon.referrals.services.act import Act
from maillon.referrals.services.checking import Addressed, checked
from maillon.referrals.services.drafts import discard_sent
from maillon.referrals.services.planning import plan, seal_parts
from maillon.reports.models import Report
from maillon.reports.rights import Ability as ReportAbility
from maillon.reports.rights import on_report, on_transmission
from maillon.reports.rules import is_minor
from maillon.speaking import services as speaking
from maillon.vault.models import KeyPair


def propose(*, draft: NewReferral, by: Membership, at: datetime) -> Referral:
    """Seals each part to who refers, to the person's code and to the services that may have it; asks the first service.

    The others are planned, sealed to already, and see nothing until their turn. A service without an account is
    told nothing before `make_link`. Sent twice, it is the referral that the first sending made; its draft is destroyed.

    Raises NotAllowed, NoNeed, NothingToTell, NoService, ServiceGone, Unreachable, NoConsent, NoGround, ParentsNotSaid,
    DraftMovedOn where the draft has another version than the one that is sent, or IsMinor where the report says so.
    """
    try:
        return _propose(draft, by, at)
    except IntegrityError:
        # Two at once: the second waited at the draft's name until the first was through.
        known = _known(draft, by)
        if known is None:
            raise
        return known


@transaction.atomic
def _propose(draft: NewReferral, by: Membership, at: datetime) -> Referral:
    if not may_refer(by):
        raise NotAllowed
    known = _known(draft, by)
    if known is not None:
        return known
    report = _report(draft.report_id, by)
    if report is not None and is_minor(report.facts) and not draft.minor:
        raise IsMinor
    services = checked(draft, by.organisation, at)
    referral = _create(draft, report, _code_key(draft, report, at), by, at)
    seal_parts(referral, draft.parts, services, at)
    for position, service in enumerate(services):
        plan(referral, service, position, by, at)
    discard_sent(draft_id=draft.draft_id, seen_version=draft.seen_version, by=by)
    _begin(referral, services, by, at)
    return referral


def _known(draft: NewReferral, by: Membership) -> Referral | None:
    known = Referral.objects.filter(draft_id=draft.draft_id).first()
    if known is not None and known.author_id != by.pk:
        raise NotAllowed
    return known


def _report(report_id: UUID | None, by: Membership) -> Report | None:
    """The report that it comes from, for whoever may read it there."""
    if report_id is None:
        return None
    report = Report.objects.select_related("code_key").filter(pk=report_id).first()
    if report is None:
        raise NotAllowed
    received = report.transmissions.select_related("report").filter(recipient_id=by.organisation_id)
    readable = any(ReportAbility.READ_CONTENT in on_transmission(by, item) for item in received)
    if not readable and ReportAbility.READ_CONTENT not in on_report(by, report):
        raise NotAllowed
    return report


def _code_key(draft: NewReferral, report: Report | None, at: datetime) -> KeyPair | None:
    if report is not None and report.code_key is not None:
        return report.code_key
    if draft.code is None:
        return None
    return speaking.give_code(code=draft.code, language=draft.code_language, at=at)


def _create(
    draft: NewReferral, report: Report | None, code_key: KeyPair | None, by: Membership, at: datetime
) -> Referral:
    return Referral.objects.create(
        id=new_id(),
        number=new_number(),
        draft_id=draft.draft_id,
        author=by,
        organisation_id=by.organisation_id,
        report=report,
        code_key=code_key,
        commune_id=draft.commune_code,
        needs=[str(need) for need in dict.fromkeys(draft.needs)],
        urgent=draft.urgent,
        minor=draft.minor,
        basis=Basis.CHILD_PROTECTION if draft.minor else Basis.CONSENT,
        parents_informed=draft.parents_informed if draft.minor else None,
        parents_reason=(draft.parents_reason or "") if draft.minor else "",
        created_at=at,
    )


def _begin(referral: Referral, services: Sequence[Addressed], by: Membership, at: datetime) -> None:
    act = Act(referral, by, at)
    act.line_of_all(Action.REFERRED, reason=referral.basis, details={"services": [str(s.service.pk) for s in services]})
    for step in act.steps:
        act.note_consent(step)
    act.finish()
