"""How a case ends: taken over by another organisation, or destroyed with a proof."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.cases.enums import EntryKind, TransferRefusal, TransferState
from maillon.cases.models.agreements import Consent
from maillon.cases.models.cases import Case
from maillon.directory.models import Organisation


class Transfer(models.Model):
    """A case on its way to another organisation, on her agreement; what she agreed to is sealed to that one."""

    id = models.UUIDField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.RESTRICT, related_name="transfers")
    recipient = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="cases_offered")
    consent = models.ForeignKey(Consent, on_delete=models.RESTRICT, related_name="+")
    kinds = ArrayField(models.CharField(max_length=20, choices=EntryKind))
    state = models.CharField(max_length=20, choices=TransferState, default=TransferState.WAITING)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")
    refusal = models.CharField(max_length=20, choices=TransferRefusal, blank=True)
    # The case that the other organisation opened with it.
    received_as = models.OneToOneField(Case, null=True, on_delete=models.RESTRICT, related_name="came_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state=TransferState.WAITING), name="one_transfer_on_its_way"
            ),
            models.CheckConstraint(
                condition=Q(state=TransferState.WAITING, answered_at=None, received_as=None, refusal="")
                | Q(state=TransferState.WITHDRAWN, answered_at__isnull=False, received_as=None, refusal="")
                | Q(state=TransferState.RECEIVED, answered_at__isnull=False, received_as__isnull=False, refusal="")
                | Q(state=TransferState.REFUSED, answered_at__isnull=False, received_as=None) & ~Q(refusal=""),
                name="an_answered_transfer_says_what_became_of_it",
            ),
        ]


class Certificate(models.Model):
    """The proof of a destruction. Holds nothing of the person: keys that lead nowhere, a count and a digest."""

    id = models.UUIDField(primary_key=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="+")
    case_id = models.UUIDField(db_index=True)
    destroyed_at = models.DateTimeField()
    # The rule of `cases/data/retention.toml` that it rests on, or `asked`.
    rule = models.CharField(max_length=40)
    items = models.PositiveIntegerField()
    # BLAKE2b over the sorted keys of what was destroyed: whoever has the journal can compute it again.
    digest = models.BinaryField(max_length=32)
