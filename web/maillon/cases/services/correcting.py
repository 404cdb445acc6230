"""What she asks to have corrected (RGPD art. 16), and the answer within a month."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.cases.enums import CorrectionState, EntryKind
from maillon.cases.models import Correction, Entry
from maillon.cases.refusals import AlreadyEnded, NotAllowed, NothingWritten, WrongChoice
from maillon.cases.rights import Ability
from maillon.cases.services.act import act_on_case
from maillon.cases.services.writing import words
from maillon.journal.enums import Action
from maillon.reports.rules import request_answer_by


@transaction.atomic
def ask_correction(
    *, case_id: UUID, text: str, by: Membership, at: datetime, about_id: UUID | None = None
) -> Correction:
    """Writes down what she wants corrected, in her words, about one entry or the whole. Raises NotAllowed."""
    act = act_on_case(case_id, by, at, Ability.ASK_CORRECTION)
    about = act.case.entries.filter(pk=about_id).first() if about_id else None
    if about_id and about is None:
        raise NotAllowed
    entry = act.write(EntryKind.CORRECTION, words(text))
    correction = Correction.objects.create(entry=entry, about=about, due_on=request_answer_by(act.today))
    act.line(Action.CORRECTION_ASKED, details={"entry": str(entry.pk)})
    act.finish()
    return correction


@transaction.atomic
def decide_correction(
    *, correction_id: UUID, state: CorrectionState, by: Membership, at: datetime, text: str = ""
) -> Correction:
    """Answers her; anything but a plain yes says why. What is corrected is written anew, in the place of the old.

    `correction_id` is its entry's. Raises NotAllowed, AlreadyEnded, WrongChoice or NothingWritten.
    """
    found = Entry.objects.filter(pk=correction_id, kind=EntryKind.CORRECTION, erased_at=None)
    act = act_on_case(found.values_list("case_id", flat=True).first(), by, at, Ability.DECIDE_CORRECTION)
    correction = Correction.objects.get(pk=correction_id)
    if state is CorrectionState.ASKED:
        raise WrongChoice
    if correction.state != CorrectionState.ASKED:
        raise AlreadyEnded
    if state is not CorrectionState.DONE and not text.strip():
        raise NothingWritten
    correction.state, correction.decided_at, correction.decided_by = state, at, by
    if text.strip():
        correction.answer = act.seal(EntryKind.CORRECTION.sealed_as, text.strip().encode())
    correction.save()
    act.line(Action.CORRECTION_DECIDED, reason=state, details={"entry": str(correction_id)})
    act.finish()
    return correction
