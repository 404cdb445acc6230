"""From what was written to what is sent."""

from datetime import datetime
from uuid import UUID

from maillon.directory.enums import Need
from maillon.portals.pro.referrals.answers import Agreement, Answers
from maillon.portals.pro.referrals.drafting import Writing
from maillon.referrals.content import NewReferral, Wanted
from maillon.referrals.enums import How, ParentsReason, PartKind
from maillon.speaking.code import read_code


def new_referral(writing: Writing, *, seen_version: int) -> NewReferral:
    """The referral that these answers stand for. What is missing in it is said by the service that takes it.

    `seen_version` is the version of the draft that was read again before sending.
    """
    answers = writing.answers
    return NewReferral(
        draft_id=writing.draft_id,
        seen_version=seen_version,
        commune_code=answers.commune,
        needs=tuple(Need(need) for need in answers.needs),
        minor=bool(answers.minor),
        parts={PartKind(kind): text for kind, text in answers.texts.items()},
        wanted=tuple(_wanted(one, answers) for one in answers.line),
        urgent=answers.urgent,
        parents_informed=answers.parents_informed,
        parents_reason=ParentsReason(answers.parents_reason) if answers.parents_reason else None,
        report_id=UUID(answers.report) if answers.report else None,
        code=read_code(answers.code) if answers.code and not writing.has_code else None,
        code_language=answers.code_language,
    )


def _wanted(one: Agreement, answers: Answers) -> Wanted:
    asked = not answers.minor and bool(one.how)
    return Wanted(
        service_id=UUID(one.service),
        parts=frozenset(PartKind(part) for part in one.parts),
        how=How(one.how) if asked else None,
        language=one.language,
        given_at=datetime.fromisoformat(one.given_at) if asked else None,
        contact_email=one.email,
    )
