"""What an assessment is made of: what is written, what was done, what the parents were told. Words are sealed."""

from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.protection.enums import ActKind, ParentsHow, WritingKind
from maillon.protection.models.assessments import Assessment
from maillon.referrals.enums import ParentsReason
from maillon.vault.models import SealedItem


class Writing(models.Model):
    """Who the child is, a note, or the synthesis."""

    id = models.UUIDField(primary_key=True)
    assessment = models.ForeignKey(Assessment, on_delete=models.RESTRICT, related_name="writings")
    kind = models.CharField(max_length=20, choices=WritingKind)
    author = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    item = models.OneToOneField(SealedItem, on_delete=models.RESTRICT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "kind"], condition=~Q(kind=WritingKind.NOTE), name="one_of_each_but_notes"
            )
        ]


class Act(models.Model):
    """A visit, a meeting or a call."""

    id = models.UUIDField(primary_key=True)
    assessment = models.ForeignKey(Assessment, on_delete=models.RESTRICT, related_name="acts")
    kind = models.CharField(max_length=20, choices=ActKind)
    on = models.DateField()
    by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    words = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    recorded_at = models.DateTimeField()


class ParentsTold(models.Model):
    """Whether the parents were informed, or why that is against the child's interest. The latest counts, all stay."""

    id = models.UUIDField(primary_key=True)
    assessment = models.ForeignKey(Assessment, on_delete=models.RESTRICT, related_name="parents")
    informed = models.BooleanField()
    on = models.DateField(null=True)
    how = models.CharField(max_length=20, choices=ParentsHow, blank=True)
    reason = models.CharField(max_length=20, choices=ParentsReason, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    words = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(informed=True, on__isnull=False, reason="") & ~Q(how="")
                | Q(informed=False, on=None, how="") & ~Q(reason=""),
                name="parents_are_informed_or_there_is_a_reason",
            )
        ]
