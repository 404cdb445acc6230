"""The case for another system, or for her: as HTCDS 2.0 writes it. Journalled as an export."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.cases.enums import Reading
from maillon.cases.htcds import Whole, build
from maillon.cases.models import Case
from maillon.cases.rights import Ability
from maillon.cases.services.act import act_on_case
from maillon.cases.services.reading import read_case
from maillon.journal.enums import Action
from maillon.vault.keyrings import Keyring


@transaction.atomic
def export_htcds(*, case_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading) -> bytes:
    """The whole case as JSON in UTF-8: every field of the standard, what is not held left empty and listed with why.

    Raises NotAllowed, Erased, CannotOpen.
    """
    act = act_on_case(case_id, by, at, Ability.EXPORT)
    opened = read_case(case_id=case_id, by=by, keyring=keyring, at=at, reason=reason, limit=None)
    related = ("organisation__departement", "responsible__member", "step__referral__organisation")
    case = Case.objects.select_related(*related).get(pk=case_id)
    whole = Whole(
        case=case,
        opened=opened,
        referred=list(case.referred.prefetch_related("referral__steps__service")),
        transfers=list(case.transfers.select_related("recipient")),
        consents=list(case.consents.order_by("given_at")),
    )
    made = build(whole, on=act.today).model_dump_json(indent=1).encode()
    act.line(Action.CASE_EXPORTED, reason=reason, details={"as": "htcds"})
    act.finish()
    return made
