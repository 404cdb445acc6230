"""Entries that have a state, a date or a code besides their words."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.cases.enums import (
    ActionState,
    AppointmentState,
    Area,
    CorrectionState,
    DocumentKind,
    Doer,
    GoalState,
    Means,
    NeedLevel,
    Scan,
    Violence,
    ViolenceContext,
)
from maillon.cases.models.entries import Entry
from maillon.vault.models import SealedItem


class Need(models.Model):
    """A need as she sees it. Seen anew, it is a new entry that replaces the earlier one."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="need")
    area = models.CharField(max_length=20, choices=Area)
    level = models.CharField(max_length=20, choices=NeedLevel)


class Goal(models.Model):
    """What she wants, in her own words."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="goal")
    state = models.CharField(max_length=20, choices=GoalState, default=GoalState.OPEN)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=GoalState.OPEN, ended_on=None) | ~Q(state=GoalState.OPEN) & Q(ended_on__isnull=False),
                name="an_ended_goal_is_dated",
            )
        ]


class Action(models.Model):
    """A step towards a goal: whose turn it is, by when, and what became of it."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="action")
    goal = models.ForeignKey(Goal, null=True, on_delete=models.RESTRICT, related_name="actions")
    doer = models.CharField(max_length=20, choices=Doer)
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=20, choices=ActionState, default=ActionState.PLANNED)
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ActionState.PLANNED, ended_on=None, ended_by=None)
                | ~Q(state=ActionState.PLANNED) & Q(ended_on__isnull=False, ended_by__isnull=False),
                name="an_ended_action_is_dated",
            )
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(state=ActionState.PLANNED), name="actions_to_do"),
        ]


class Appointment(models.Model):
    """When and how long; with whom and where is sealed."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="appointment")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=AppointmentState, default=AppointmentState.PLANNED)

    class Meta:
        indexes = [
            models.Index(
                fields=["starts_at"], condition=Q(state=AppointmentState.PLANNED), name="appointments_to_come"
            ),
        ]


class Contact(models.Model):
    """That one was in contact, or tried to be. A try that failed is no contact, and says nothing against her."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="contact")
    means = models.CharField(max_length=20, choices=Means)
    made = models.BooleanField()


class Incident(models.Model):
    """The type of a violence, found by the rules from what she told; never anything about who did it."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="incident")
    type = models.CharField(max_length=20, choices=Violence)
    contexts = ArrayField(models.CharField(max_length=20, choices=ViolenceContext), default=list)
    happened_on = models.DateField(null=True)


class Document(models.Model):
    """A PDF without images, scripts or files in it: those were taken out before it was sealed."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="document")
    kind = models.CharField(max_length=20, choices=DocumentKind)
    # The bytes; apart from the entry's own words, so that a timeline never opens them.
    file = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    pages = models.PositiveSmallIntegerField()
    images_removed = models.PositiveSmallIntegerField(default=0)
    scan = models.CharField(max_length=20, choices=Scan)


class Correction(models.Model):
    """What she asked to have corrected, and the answer; both in words are sealed."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="correction")
    # The piece it is about; None where it is about the whole.
    about = models.ForeignKey(Entry, null=True, on_delete=models.RESTRICT, related_name="corrections")
    # A month from the request (RGPD art. 12.3).
    due_on = models.DateField()
    state = models.CharField(max_length=20, choices=CorrectionState, default=CorrectionState.ASKED)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")
    answer = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=CorrectionState.ASKED, decided_at=None, decided_by=None)
                | ~Q(state=CorrectionState.ASKED) & Q(decided_at__isnull=False, decided_by__isnull=False),
                name="a_decided_correction_is_dated",
            )
        ]
