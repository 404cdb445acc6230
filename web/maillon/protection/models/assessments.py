"""The assessment of an information préoccupante. In clear: dates, states, commune, coded facts; the rest is sealed."""

from django.db import models
from django.db.models import F, Q

from maillon.accounts.models import Membership
from maillon.directory.models import Organisation
from maillon.protection.enums import Age, AssessmentState, HoldGround, Outcome, ProsecutorGround, ShorterReason
from maillon.reports.models import Transmission
from maillon.territories.models import Commune
from maillon.vault.models import SealedItem


class Assessment(models.Model):
    """One information préoccupante in the hands of a département council. No adult's file, and no exit path, ever."""

    id = models.UUIDField(primary_key=True)
    number = models.CharField(max_length=12, unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="assessments")
    # The report it comes from, as this organisation received it; None for one that came by another way.
    transmission = models.OneToOneField(Transmission, null=True, on_delete=models.RESTRICT, related_name="assessment")
    started_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    assessor = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="assessing")
    commune = models.ForeignKey(Commune, null=True, on_delete=models.RESTRICT, related_name="+")
    age = models.CharField(max_length=20, choices=Age)
    state = models.CharField(max_length=20, choices=AssessmentState, default=AssessmentState.RECEIVED)
    started_at = models.DateTimeField()
    # The day from which CASF D226-2-4 counts, the last day that it leaves, and the day that was set.
    received_on = models.DateField()
    latest_on = models.DateField()
    due_on = models.DateField()
    due_reason = models.CharField(max_length=20, choices=ShorterReason, blank=True)
    # When those who assess were told that the end comes near, or is past.
    reminded_on = models.DateField(null=True)
    pressed_on = models.DateField(null=True)
    late_told_on = models.DateField(null=True)
    # When whoever reported wrote to the prosecutor directly, of which the council gets a copy (CASF L226-4, II).
    copied_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    # Where the prosecutor was told: on which ground of CASF L226-4, and when.
    ground = models.CharField(max_length=20, choices=ProsecutorGround, blank=True)
    seized_on = models.DateField(null=True)
    words = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    # The end of the active base counts from here; see rules.CONTACTS.
    last_contact_on = models.DateField()
    hold_until = models.DateField(null=True)
    hold_ground = models.CharField(max_length=20, choices=HoldGround, blank=True)
    # When the leads were told that the content will be destroyed, and when it was: coded facts and dates stay.
    erasure_told_on = models.DateField(null=True)
    erased_at = models.DateTimeField(null=True)
    erased_items = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__lte=F("latest_on"), due_on__gte=F("received_on")),
                name="never_due_later_than_the_law_leaves",
            ),
            models.CheckConstraint(
                condition=Q(due_on=F("latest_on"), due_reason="") | Q(due_on__lt=F("latest_on")) & ~Q(due_reason=""),
                name="due_earlier_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=AssessmentState.UNDER_WAY) | Q(assessor__isnull=False),
                name="under_way_means_with_an_assessor",
            ),
            models.CheckConstraint(
                condition=Q(state=AssessmentState.ENDED, ended_at__isnull=False) & ~Q(outcome="")
                | ~Q(state=AssessmentState.ENDED) & Q(ended_at=None, outcome=""),
                name="an_ended_assessment_is_dated_and_has_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.PROSECUTOR, seized_on__isnull=False) & ~Q(ground="")
                | ~Q(outcome=Outcome.PROSECUTOR) & Q(seized_on=None, ground=""),
                name="the_prosecutor_is_told_on_a_ground_and_a_day",
            ),
            models.CheckConstraint(
                condition=Q(hold_until=None, hold_ground="") | Q(hold_until__isnull=False) & ~Q(hold_ground=""),
                name="an_assessment_is_held_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None, erased_items=None)
                | Q(erased_at__isnull=False, erased_items__isnull=False, words=None),
                name="an_erased_assessment_says_how_much_went",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "due_on"]),
            models.Index(fields=["due_on"], condition=Q(ended_at=None), name="assessments_under_way"),
        ]

    def __str__(self) -> str:
        return self.number
