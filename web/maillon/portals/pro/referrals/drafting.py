"""A draft in somebody's hands: begun, opened, put on its path, and saved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.http import Http404

from maillon.accounts.http import MemberRequest
from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.portals.pro.referrals.answers import Answers
from maillon.portals.pro.referrals.candidates import Candidate, candidates
from maillon.portals.pro.referrals.path import Stop, first_open, following, path, tidied
from maillon.referrals import services
from maillon.referrals.models import Referral
from maillon.referrals.refusals import NotAllowed
from maillon.reports.models import Report


class SentAlready(Exception):  # noqa: N818 - it leads to the receipt
    """The draft has become a referral."""

    def __init__(self, referral: Referral) -> None:
        self.referral = referral
        super().__init__()


@dataclass(frozen=True)
class Writing:
    """An opened draft of a member."""

    draft_id: UUID
    answers: Answers
    membership: Membership
    # 0 before it is first saved.
    version: int = 0
    updated_at: datetime | None = None

    @cached_property
    def services(self) -> Mapping[str, Candidate]:
        """The chosen services by their keys; one that has left the directory is missing."""
        return candidates([one.service for one in self.answers.line], self.membership, minor=bool(self.answers.minor))

    @cached_property
    def report(self) -> Report | None:
        """The report that it comes from, if any."""
        return Report.objects.filter(pk=self.answers.report).first() if self.answers.report else None

    @property
    def has_code(self) -> bool:
        """Whether the person has a code already."""
        return self.report is not None and self.report.code_key_id is not None

    @cached_property
    def steps(self) -> tuple[Stop, ...]:
        """The screens of this draft's path."""
        by_link = {key for key, candidate in self.services.items() if not candidate.takes_part}
        return path(self.answers, without_account=by_link, has_code=self.has_code)

    def first_open(self) -> Stop | None:
        """Where to take the draft up again."""
        return first_open(self.steps, self.answers.answered)

    def after(self, stop: Stop) -> Stop | None:
        """The screen that follows; None when only the review is left."""
        return following(self.steps, self.answers.answered, stop)

    def changed(self, answers: Answers) -> "Writing":
        """The same draft with other answers, without those that no longer belong to it."""
        writing = replace(self, answers=answers)
        return replace(self, answers=tidied(answers, writing.steps))


def begin(answers: Answers, membership: Membership, at: datetime) -> Writing:
    """A new draft, saved."""
    return save(Writing(new_id(), answers, membership), at)


def open_writing(request: MemberRequest, draft_id: UUID) -> Writing:
    """The member's draft. Raises SentAlready when it has become a referral, Http404 when there is none of hers."""
    try:
        draft = services.read_draft(draft_id=draft_id, by=request.membership, keyring=request.keyring)
    except NotAllowed:
        referral = Referral.objects.filter(draft_id=draft_id, author=request.membership).first()
        if referral is None:
            raise Http404 from None
        raise SentAlready(referral) from None
    answers = Answers.from_bytes(draft.data)
    return Writing(draft_id, answers, request.membership, draft.version, draft.updated_at)


def save(writing: Writing, at: datetime, *, seen_version: int = 0) -> Writing:
    """Seals what is written to its author, over the version that was seen; 0 begins a draft. Raises DraftMovedOn."""
    draft = services.save_draft(
        draft_id=writing.draft_id,
        data=writing.answers.to_bytes(),
        by=writing.membership,
        at=at,
        seen_version=seen_version,
    )
    return replace(writing, version=draft.version, updated_at=draft.updated_at)
