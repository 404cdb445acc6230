"""The approval that an association needs for accompanying exit paths. Nothing in it is about a person."""

from django.db import models
from django.db.models import F, Q

from maillon.accounts.models import Membership
from maillon.directory.models import Organisation
from maillon.exits.enums import ApprovalState
from maillon.territories.models import Departement

WAITING = (ApprovalState.ASKED, ApprovalState.MISSING, ApprovalState.COMPLETE)
APPROVED = (ApprovalState.GRANTED, ApprovalState.TACIT, ApprovalState.WITHDRAWN)


class Approval(models.Model):
    """A request for an approval to the préfet of the seat's département, for the départements that it names."""

    id = models.UUIDField(primary_key=True)
    association = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="approvals")
    prefecture = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="approvals_received")
    departements = models.ManyToManyField(Departement, related_name="+")
    state = models.CharField(max_length=20, choices=ApprovalState, default=ApprovalState.ASKED)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    claimed_on = models.DateField(null=True)
    supplied_on = models.DateField(null=True)
    complete_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    # None where silence decided.
    decided_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    # How far the coming end was recalled: a value of rules.Alert.
    alerted = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["association"], condition=Q(state__in=WAITING), name="one_approval_asked_for_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=APPROVED, from_on__isnull=False, until_on__isnull=False, until_on__gt=F("from_on")
                )
                | ~Q(state__in=APPROVED) & Q(from_on=None, until_on=None),
                name="an_approval_has_its_years",
            ),
            models.CheckConstraint(
                condition=Q(state__in=WAITING, decided_on=None, decided_by=None)
                | Q(state=ApprovalState.TACIT, decided_on__isnull=False, decided_by=None)
                | Q(
                    state__in=[ApprovalState.GRANTED, ApprovalState.REFUSED],
                    decided_on__isnull=False,
                    decided_by__isnull=False,
                )
                | Q(state=ApprovalState.WITHDRAWN, decided_on__isnull=False),
                name="an_approval_is_decided_by_somebody_or_by_silence",
            ),
            models.CheckConstraint(
                condition=Q(state=ApprovalState.WITHDRAWN, withdrawn_on__isnull=False)
                | ~Q(state=ApprovalState.WITHDRAWN) & Q(withdrawn_on=None),
                name="a_withdrawn_approval_is_dated",
            ),
        ]
        indexes = [models.Index(fields=["prefecture", "state", "asked_on"])]
