"""What is written in a case, piece by piece: each under a key of its own, none ever rewritten."""

from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.cases.enums import EntryKind
from maillon.cases.models.cases import Case
from maillon.vault.models import SealedItem


class Entry(models.Model):
    """One piece of a case. What has a state besides has a row of its own (`need`, `goal`, `action`, …)."""

    id = models.UUIDField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.RESTRICT, related_name="entries")
    kind = models.CharField(max_length=20, choices=EntryKind)
    # When it took place, for the timeline; and when it was written down.
    happened_at = models.DateTimeField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    # None once its content was destroyed, or where its codes and dates say everything.
    item = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    # The earlier version that this one takes the place of.
    replaces = models.OneToOneField("self", null=True, on_delete=models.RESTRICT, related_name="replaced_by")
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(erased_at=None) | Q(item=None), name="an_erased_entry_is_empty"),
        ]
        indexes = [
            models.Index(fields=["case", "-happened_at"]),
            models.Index(fields=["kind", "written_at"], condition=Q(item__isnull=False), name="entries_not_erased"),
        ]
