"""One act on a referral: what it changes, whom it tells, which keys it destroys and what stands in the journal."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.tasks import defer
from maillon.journal.enums import Action
from maillon.journal.services import Entry, record_many
from maillon.referrals import rules
from maillon.referrals.enums import Basis, Move, ReferralState, RefusalReason, StepState, Withdrawn
from maillon.referrals.models import Referral, Step
from maillon.referrals.services.shutting import end_links, shut


class Act:
    """Collects what one act does to a locked referral. `finish` passes the turn on, and writes the journal last.

    `details` stand in each line of the journal: `{"by": "code"}` where nobody with an account acts.
    """

    def __init__(
        self, referral: Referral, by: Membership | None, at: datetime, details: dict[str, str] | None = None
    ) -> None:
        self.referral, self.by, self.at, self.details = referral, by, at, details or {}
        self.steps = self._load()
        self._before = ReferralState(referral.state)
        self._lines: list[Entry] = []
        self._shut: list[Step] = []
        self._organisations: dict[UUID, None] = {}
        self._tells_author = False

    def _load(self) -> list[Step]:
        related = ("service__provider", "recipient", "consent")
        steps = list(self.referral.steps.select_related(*related).order_by("position"))
        for step in steps:
            step.referral = self.referral
        return steps

    def step(self, key: UUID) -> Step:
        """One of the referral's steps."""
        return next(step for step in self.steps if step.pk == key)

    def move(self, step: Step, move: Move, line: Action, *, reason: str = "", **fields: Any) -> None:
        """Moves a step as the table says, sets the fields, and lets go of its keys where it ends without having met.

        Raises IllegalTransition.
        """
        step.state = rules.STEP.after(StepState(step.state), move)
        for name, value in fields.items():
            setattr(step, name, value)
        if step.state in rules.FINAL:
            step.ended_at = self.at
            if step.state != StepState.DONE:
                self.let_go(step)
        step.save()
        self.line(step, line, reason=reason)

    def note_consent(self, step: Step) -> None:
        """A line about what an adult agreed to; a minor was not asked."""
        if self.referral.basis == Basis.CONSENT:
            self.line(step, Action.CONSENT_GIVEN, reason=step.consent.how, details={"parts": step.parts})

    def withdraw(self, step: Step, who: Withdrawn) -> None:
        """Ends an open step before its time."""
        self.move(step, Move.WITHDRAW, Action.STEP_WITHDRAWN, reason=who, withdrawn=who)

    def let_go(self, step: Step) -> None:
        """The service can open nothing from now on."""
        if step.shut_at is None:
            step.shut_at = self.at
            self._shut.append(step)

    def line(self, step: Step, action: Action, *, reason: str = "", details: dict[str, Any] | None = None) -> None:
        """A line about one step; it stands in the service's journal too, from the moment that it was asked."""
        self._lines.append(
            Entry(
                by=self.by,
                at=self.at,
                action=action,
                subject_kind="referral_step",
                subject_id=step.pk,
                recipient_organisation_id=step.recipient_id if step.proposed_at else None,
                reason=reason,
                details={**self.details, **(details or {})},
            )
        )

    def line_of_all(self, action: Action, *, reason: str = "", details: dict[str, Any] | None = None) -> None:
        """A line about the referral as a whole."""
        self._lines.append(
            Entry(
                by=self.by,
                at=self.at,
                action=action,
                subject_kind="referral",
                subject_id=self.referral.pk,
                reason=reason,
                details={**self.details, **(details or {})},
            )
        )

    def tell_author(self) -> None:
        """Whoever refers is told that something waits."""
        self._tells_author = True

    def tell_service(self, step: Step) -> None:
        """The service is told; one without an account never is: who refers speaks to it."""
        if step.recipient_id is not None:
            self._organisations[step.recipient_id] = None
        else:
            self.tell_author()

    def end_all(self, who: Withdrawn) -> None:
        """Withdraws every step that is still open."""
        for step in self.steps:
            if step.state not in rules.FINAL:
                self.withdraw(step, who)

    def end_links(self, step: Step) -> None:
        """A service without an account has answered: its link opens nothing any more."""
        end_links(step, self.at)

    def finish(self, *, ended_as: ReferralState | None = None) -> None:
        """Passes the turn on, sets what the referral is now, destroys keys, tells, and writes the journal.

        `ended_as` says how it ended, if nothing is left open; without it, that nobody was left to ask.
        """
        self._pass_on()
        self._set_state(ended_as or self._so_far())
        shut(self.referral, self._shut, self.steps, self.at)
        self._tell()
        record_many(self._lines)

    def _pass_on(self) -> None:
        places = [rules.Place(StepState(step.state), is_gone(step, self.at), _is_allowed(step)) for step in self.steps]
        for index, move in rules.turns(places):
            step = self.steps[index]
            if move is Move.WITHDRAW:
                self.withdraw(step, Withdrawn.PERSON)
            elif move is Move.CLOSE:
                self.close(step)
            else:
                self.move(step, move, Action.STEP_PROPOSED, reason=step.ground, proposed_at=self.at)
                self.tell_service(step)

    def close(self, step: Step) -> None:
        """Its service has ended: that counts as a refusal."""
        self.move(
            step,
            Move.CLOSE,
            Action.STEP_REFUSED,
            reason=RefusalReason.CLOSED,
            refusal_reason=RefusalReason.CLOSED,
            answered_at=self.at,
        )

    def _so_far(self) -> ReferralState:
        """How it had ended before this act, which may have changed nothing; else, whether she took all of it back."""
        if self._before in rules.ENDED:
            return self._before
        ended = [step for step in self.steps if step.state in rules.FINAL]
        if ended and all(step.withdrawn == Withdrawn.PERSON for step in ended):
            return ReferralState.WITHDRAWN
        return ReferralState.EXHAUSTED

    def _set_state(self, ended_as: ReferralState) -> None:
        state = rules.whole([StepState(step.state) for step in self.steps], ended_as=ended_as)
        self.referral.state = state
        self.referral.ended_at = (self.referral.ended_at or self.at) if state in rules.ENDED else None
        self.referral.save(update_fields=["state", "ended_at"])
        if state is not self._before and state in rules.ENDED:
            self.line_of_all(Action.REFERRAL_ENDED, reason=state)
            self.tell_author()

    def _tell(self) -> None:
        for key in self._organisations:
            defer("reports.notify_organisation", organisation_id=str(key))
        if self._tells_author and (self.by is None or self.by.pk != self.referral.author_id):
            defer("reports.notify_member", member_id=str(self.referral.author.member_id))


def is_gone(step: Step, at: datetime) -> bool:
    """Whether its service, or the organisation behind it, has ended."""
    inactive = step.recipient is not None and not step.recipient.is_active
    return inactive or step.service.is_over(timezone.localdate(at))


def _is_allowed(step: Step) -> bool:
    if step.referral.basis == Basis.CHILD_PROTECTION:
        return True
    consent = getattr(step, "consent", None)
    return consent is not None and consent.revoked_at is None
