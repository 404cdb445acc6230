"""An exit path: who asks for whom, since when, until when. In clear: dates and states; what is told is sealed."""

from django.db import models
from django.db.models import F, Q

from maillon.accounts.models import Membership
from maillon.cases.models import Case
from maillon.directory.models import Organisation
from maillon.exits.enums import EndReason, How, PathState
from maillon.vault.models import SealedItem


class Path(models.Model):
    """One path of one person, from the day that she hears of it to its end. Says nothing of her but how far it went."""

    id = models.UUIDField(primary_key=True)
    # What the préfecture knows it by: the number of the case stays with those who follow her.
    number = models.CharField(max_length=12, unique=True)
    case = models.ForeignKey(Case, on_delete=models.RESTRICT, related_name="exit_paths")
    association = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="exit_paths")
    prefecture = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="exit_paths_received")
    state = models.CharField(max_length=20, choices=PathState, default=PathState.INTEREST)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    # The first and the last day of all that was granted so far.
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    # When she was told that it was granted.
    told_on = models.DateField(null=True)
    # How far the coming end was recalled: a value of rules.Alert. Back to nought when more is granted.
    alerted = models.PositiveSmallIntegerField(default=0)
    ended_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=20, choices=EndReason, blank=True)
    # That the content will soon be destroyed was said.
    warned_at = models.DateTimeField(null=True)
    # Set when the sealed content was destroyed; dates and states stay, for figures.
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=~Q(state=PathState.ENDED), name="one_open_exit_path_per_case"
            ),
            models.CheckConstraint(
                condition=Q(state=PathState.ENDED, ended_on__isnull=False) & ~Q(end_reason="")
                | ~Q(state=PathState.ENDED) & Q(ended_on=None, end_reason=""),
                name="an_ended_path_is_dated_and_says_why",
            ),
            models.CheckConstraint(
                condition=Q(from_on=None, until_on=None)
                | Q(from_on__isnull=False, until_on__isnull=False, from_on__lte=F("until_on")),
                name="what_was_granted_has_both_ends",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[PathState.GRANTED, PathState.RUNNING]) | Q(until_on__isnull=False),
                name="a_granted_path_has_its_days",
            ),
            models.CheckConstraint(
                condition=~Q(state=PathState.RUNNING) | Q(told_on__isnull=False), name="a_path_runs_once_she_was_told"
            ),
        ]
        indexes = [
            models.Index(fields=["association", "state", "-started_at"]),
            models.Index(fields=["prefecture", "state", "-started_at"]),
            models.Index(fields=["until_on"], condition=Q(state=PathState.RUNNING), name="paths_running"),
        ]

    def __str__(self) -> str:
        return self.number


class Explained(models.Model):
    """What was explained to her before she decided: the very words, in which language, how and when."""

    id = models.UUIDField(primary_key=True)
    path = models.ForeignKey(Path, on_delete=models.RESTRICT, related_name="explained")
    # Made by `exits.wording`, so nobody can type a name into it.
    wording = models.TextField()
    language = models.CharField(max_length=10)
    how = models.CharField(max_length=20, choices=How)
    explained_on = models.DateField()
    by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    written_at = models.DateTimeField()


class Permit(models.Model):
    """A right to stay that goes with the path. Which one, and its dates, are sealed to those who follow her.

    The only place, with a file's own words, where anything about residence stands. It is never handed to anybody.
    """

    id = models.UUIDField(primary_key=True)
    path = models.ForeignKey(Path, on_delete=models.RESTRICT, related_name="permits")
    item = models.OneToOneField(SealedItem, on_delete=models.RESTRICT, related_name="+")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    # A day on which something is recalled: it does not say what.
    remind_on = models.DateField(null=True)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["remind_on"], condition=Q(reminded_at=None, remind_on__isnull=False), name="permits_to_recall"
            )
        ]
