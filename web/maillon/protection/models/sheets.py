"""A minor's path as the département's commission coordinates it: without a name, for the minors' meeting alone."""

from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.directory.models import Organisation
from maillon.protection.enums import SheetState
from maillon.protection.models.assessments import Assessment
from maillon.vault.models import SealedItem


class PathSheet(models.Model):
    """One coordination sheet. `prefecture` is whose secretariat it was submitted to."""

    id = models.UUIDField(primary_key=True)
    number = models.CharField(max_length=12, unique=True)
    assessment = models.ForeignKey(Assessment, on_delete=models.RESTRICT, related_name="sheets")
    organisation = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="path_sheets")
    author = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    prefecture = models.ForeignKey(
        Organisation, null=True, on_delete=models.RESTRICT, related_name="path_sheets_received"
    )
    state = models.CharField(max_length=20, choices=SheetState, default=SheetState.WRITTEN)
    # None once it is withdrawn or erased.
    item = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    written_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state=SheetState.WRITTEN, item__isnull=False, prefecture=None, submitted_at=None, ended_at=None
                )
                | Q(
                    state=SheetState.SUBMITTED,
                    item__isnull=False,
                    prefecture__isnull=False,
                    submitted_at__isnull=False,
                    ended_at=None,
                )
                | Q(state=SheetState.WITHDRAWN, ended_at__isnull=False, item=None),
                name="a_sheet_is_where_its_state_says",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Showing(models.Model):
    """A sheet before one member of a minors' meeting, from the moment that the session opens until it closes."""

    id = models.UUIDField(primary_key=True)
    sheet = models.ForeignKey(PathSheet, on_delete=models.CASCADE, related_name="showings")
    membership = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    # The session of the commission, which this app knows by its key alone.
    session_id = models.UUIDField()
    shown_at = models.DateTimeField()
    hidden_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "membership"], condition=Q(hidden_at=None), name="one_open_showing_per_member"
            )
        ]
