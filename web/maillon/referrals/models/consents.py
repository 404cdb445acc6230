"""What an adult agreed to: one record per recipient, revocable with effect at once. A minor's is never asked."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.directory.models import Service
from maillon.referrals.enums import How, PartKind
from maillon.referrals.models.referrals import Referral
from maillon.referrals.models.steps import Step


class Consent(models.Model):
    """That she agreed that this service be told these parts: how, when, in which language, in which words."""

    id = models.UUIDField(primary_key=True)
    referral = models.ForeignKey(Referral, on_delete=models.RESTRICT, related_name="consents")
    step = models.OneToOneField(Step, on_delete=models.RESTRICT, related_name="consent")
    service = models.ForeignKey(Service, on_delete=models.RESTRICT, related_name="+")
    parts = ArrayField(models.CharField(max_length=20, choices=PartKind))
    how = models.CharField(max_length=20, choices=How)
    language = models.CharField(max_length=10)
    # The very text that was shown or read to her; made by `referrals.wording`, so nobody can type a name into it.
    wording = models.TextField()
    given_at = models.DateTimeField()
    # Who wrote it down; None where she agreed with her code.
    recorded_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")
    revoked_at = models.DateTimeField(null=True)
    # Who wrote that down; None where she did it with her code.
    revoked_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=False) | Q(revoked_by=None), name="revoked_by_means_revoked"
            ),
            models.CheckConstraint(
                condition=Q(how=How.BY_CODE, recorded_by=None) | ~Q(how=How.BY_CODE) & Q(recorded_by__isnull=False),
                name="somebody_recorded_what_she_did_not_type",
            ),
        ]
