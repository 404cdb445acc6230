"""A report and its way. In clear: dates, states, commune and coded facts; everything else is sealed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.directory.models import Organisation
from maillon.reports.enums import Direction, ObservedWhen, Origin, Outcome, ReturnReason, State
from maillon.territories.models import Commune
from maillon.vault.models import SealedItem


class Draft(models.Model):
    """A report being written: sealed to its author alone, and saved at each screen."""

    id = models.UUIDField(primary_key=True)
    author = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="drafts")
    item = models.OneToOneField(SealedItem, on_delete=models.RESTRICT, related_name="+")
    # Counts the saves: a second device that saves over a state it has not seen is refused.
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()


class Arrival(models.Model):
    """A report that a device sent once it had a signal: what makes of two sendings one draft.

    Holds no content: the digest of the sealed bytes tells the same sending again from another under the same name.
    """

    author = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="arrivals")
    # The name that the device gave it, and the draft that was made of it: the same, but for a name that was taken.
    offered_id = models.UUIDField()
    draft_id = models.UUIDField(unique=True)
    digest = models.BinaryField(max_length=32)
    arrived_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "offered_id", "digest"], name="one_arrival_of_the_same_bytes")
        ]


class Report(models.Model):
    """What somebody reported. Never updated after its submission, save for being erased."""

    id = models.UUIDField(primary_key=True)
    number = models.CharField(max_length=12, unique=True)
    # The draft it was made from: the same draft sent twice is one report.
    draft_id = models.UUIDField(unique=True)
    author = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="reports")
    organisation = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="reports_sent")
    submitted_at = models.DateTimeField()
    origin = models.CharField(max_length=20, choices=Origin)
    observed = models.CharField(max_length=20, choices=ObservedWhen)
    commune = models.ForeignKey(Commune, on_delete=models.RESTRICT, related_name="+")
    # guidance.facts.Facts in codes, and the signs seen: what the rules were given.
    facts = models.JSONField()
    signs = ArrayField(models.CharField(max_length=60), default=list)
    drug_link = models.BooleanField(default=False)
    guidance_version = models.CharField(max_length=40)
    # Sealed. None once erased; identity and traces also where there are none.
    account = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    identity = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    traces = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    # Set when the sealed content was destroyed at the end of its time; the coded facts stay, for the figures.
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_at=None, account__isnull=False)
                | Q(erased_at__isnull=False, account=None, identity=None, traces=None),
                name="a_report_has_its_account_until_it_is_erased",
            )
        ]


class GuidedStep(models.Model):
    """One step that guidance named for this report, and whether it was done."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "code"], name="one_step_of_a_code_per_report")]


class Transmission(models.Model):
    """A report on its way to one organisation: sealed to it, on a ground, for a purpose, against a clock."""

    id = models.UUIDField(primary_key=True)
    report = models.ForeignKey(Report, on_delete=models.RESTRICT, related_name="transmissions")
    recipient = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="transmissions")
    # The transmission it was transferred from.
    parent = models.ForeignKey("self", null=True, on_delete=models.RESTRICT, related_name="transfers")
    sender = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    ground = models.CharField(max_length=30)
    # The guidance step that named the recipient; empty for a transfer.
    step_code = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.SENT)
    sent_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    assigned_to = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="assigned")
    # Until when an acknowledgement is expected, and until when the law wants an answer where it says so.
    acknowledge_by = models.DateTimeField()
    answer_by = models.DateField(null=True)
    # Set while a transfer that came back waits to be taken up again: silence is watched there too.
    handed_back_at = models.DateTimeField(null=True)
    take_up_by = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    # Counted by the préfecture as unanswered; it learns that, and nothing else.
    counted_at = models.DateTimeField(null=True)
    return_reason = models.CharField(max_length=20, choices=ReturnReason, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    verify_on = models.DateField(null=True)
    verified_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.CLOSED, closed_at__isnull=False) & ~Q(outcome="")
                | ~Q(state=State.CLOSED) & Q(closed_at=None, outcome=""),
                name="closed_means_dated_and_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.ENDED, verify_on__isnull=False)
                | ~Q(outcome=Outcome.ENDED) & Q(verify_on=None),
                name="an_ended_exploitation_is_verified_later",
            ),
            models.CheckConstraint(
                condition=Q(state=State.TRANSFERRED) | Q(handed_back_at=None, take_up_by=None),
                name="only_a_transferred_one_comes_back",
            ),
            # Who gave it back may get it again, say once it is complete.
            models.UniqueConstraint(
                fields=["report", "recipient"],
                condition=~Q(state=State.RETURNED),
                name="one_transmission_per_recipient",
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "state", "-sent_at"]),
            models.Index(fields=["acknowledge_by"], condition=Q(acknowledged_at=None), name="awaiting_acknowledgement"),
            models.Index(fields=["take_up_by"], condition=Q(take_up_by__isnull=False), name="awaiting_taking_up"),
        ]


class Message(models.Model):
    """A sealed message between a recipient organisation and whoever reported."""

    id = models.UUIDField(primary_key=True)
    transmission = models.ForeignKey(Transmission, on_delete=models.RESTRICT, related_name="messages")
    direction = models.CharField(max_length=20, choices=Direction)
    author = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    item = models.OneToOneField(SealedItem, on_delete=models.RESTRICT, related_name="+")
    # An ask for more, which the reporter sees as such.
    asks = models.BooleanField(default=False)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)


class Note(models.Model):
    """A note inside the recipient organisation, sealed to it alone."""

    id = models.UUIDField(primary_key=True)
    transmission = models.ForeignKey(Transmission, on_delete=models.RESTRICT, related_name="notes")
    author = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    item = models.OneToOneField(SealedItem, on_delete=models.RESTRICT, related_name="+")
    written_at = models.DateTimeField()
