"""The commission of a département, its seats, and who was named to them from when until when."""

from django.db import models
from django.db.models import F, Q

from maillon.accounts.models import Membership
from maillon.commission.enums import Rank
from maillon.commission.facts import Quality, qualities
from maillon.directory.models import Organisation


class Commission(models.Model):
    """One for each préfecture, whose readers keep its secretariat."""

    id = models.UUIDField(primary_key=True)
    prefecture = models.OneToOneField(Organisation, on_delete=models.RESTRICT, related_name="commission")
    founded_at = models.DateTimeField()


class Seat(models.Model):
    """A place at the table, in a quality of the law; who has it is a mandate's affair."""

    id = models.UUIDField(primary_key=True)
    commission = models.ForeignKey(Commission, on_delete=models.RESTRICT, related_name="seats")
    # A code of data/qualities.toml.
    quality = models.CharField(max_length=30)
    position = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["commission", "position"], name="seats_stand_in_order"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("opened_at")), name="a_seat_ends_after_it_opened"
            ),
        ]

    @property
    def in_quality(self) -> Quality:
        """The quality with what the law says of it."""
        return qualities()[self.quality]


class Mandate(models.Model):
    """That a member of some organisation sits there, as titular or substitute, between two days of the calendar."""

    id = models.UUIDField(primary_key=True)
    seat = models.ForeignKey(Seat, on_delete=models.RESTRICT, related_name="mandates")
    membership = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="mandates")
    held_as = models.CharField(max_length=20, choices=Rank)
    starts_on = models.DateField()
    # The last day; open without one.
    ends_on = models.DateField(null=True)
    named_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    named_at = models.DateTimeField()
    # When she undertook to keep secret what she reads; without it she opens no file.
    pledged_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="a_mandate_ends_after_it_began"
            ),
            models.UniqueConstraint(
                fields=["seat", "membership"], condition=Q(ends_on=None), name="one_open_mandate_each_and_seat"
            ),
        ]
        indexes = [models.Index(fields=["membership", "ends_on"])]
