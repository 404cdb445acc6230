"""A report and its way. In clear: dates, states, commune and coded facts; everything else is sealed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.directory.models import Organisation
from maillon.reports.enums import (
    Asked,
    Decision,
    Direction,
    MuteReason,
    ObservedWhen,
    Origin,
    Outcome,
    RefusalReason,
    ReturnReason,
    State,
)
from maillon.territories.models import Commune
from maillon.vault.models import KeyPair, SealedItem


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
    # A member in the name of an organisation, or somebody without an account who keeps a code.
    author = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="reports")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.RESTRICT, related_name="reports_sent")
    code_key = models.OneToOneField(KeyPair, null=True, on_delete=models.RESTRICT, related_name="+")
    # The language that somebody without an account wrote in: what to answer her in.
    language = models.CharField(max_length=10, blank=True)
    submitted_at = models.DateTimeField()
    origin = models.CharField(max_length=20, choices=Origin)
    observed = models.CharField(max_length=20, choices=ObservedWhen)
    commune = models.ForeignKey(Commune, on_delete=models.RESTRICT, related_name="+")
    # guidance.facts.Facts in codes, and the signs seen: what the rules were given.
    facts = models.JSONField()
    signs = ArrayField(models.CharField(max_length=60), default=list)
    drug_link = models.BooleanField(default=False)
    guidance_version = models.CharField(max_length=40)
    # Sealed. None once erased; all but the account also where there are none.
    account = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    identity = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    traces = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    # How somebody without an account may be contacted, or that she must not be.
    contact = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    # Set when the sealed content was destroyed, at the end of its time or because she asked; the coded facts stay, for
    # the figures.
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_at=None, account__isnull=False)
                | Q(erased_at__isnull=False, account=None, identity=None, traces=None, contact=None),
                name="a_report_has_its_account_until_it_is_erased",
            ),
            models.CheckConstraint(
                condition=Q(author__isnull=False, organisation__isnull=False, code_key=None)
                | Q(author=None, organisation=None, code_key__isnull=False),
                name="a_report_is_a_members_or_a_codes",
            ),
        ]

    @property
    def without_account(self) -> bool:
        """True when it came from somebody without an account, who comes back with a code."""
        return self.code_key_id is not None

    def sealed_parts(self) -> list[SealedItem]:
        """What is sealed of it and not erased."""
        parts = (self.account, self.identity, self.traces, self.contact)
        return [item for item in parts if item is not None]


class GuidedStep(models.Model):
    """One step that guidance named for this report, and whether it was done."""

    # Found by the constraint below.
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="steps", db_index=False)
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "code"], name="one_step_of_a_code_per_report")]
        # Of those alone that somebody did: a report comes with half a dozen that nobody has done yet.
        indexes = [models.Index(fields=["done_by"], condition=Q(done_by__isnull=False), name="steps_by_who_did_them")]


class Transmission(models.Model):
    """A report on its way to one organisation: sealed to it, on a ground, for a purpose, against a clock."""

    id = models.UUIDField(primary_key=True)
    report = models.ForeignKey(Report, on_delete=models.RESTRICT, related_name="transmissions")
    # Found by the first index below.
    recipient = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="transmissions", db_index=False)
    # The transmission it was transferred from.
    parent = models.ForeignKey("self", null=True, on_delete=models.RESTRICT, related_name="transfers", db_index=False)
    # None where it came straight from somebody without an account.
    sender = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+", db_index=False)
    ground = models.CharField(max_length=30)
    # The guidance step that named the recipient; empty for a transfer.
    step_code = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.SENT)
    sent_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    assigned_to = models.ForeignKey(
        Membership, null=True, on_delete=models.SET_NULL, related_name="assigned", db_index=False
    )
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
    # Out of the ordinary inbox and its clocks since then, until somebody releases it or sets it aside.
    held_at = models.DateTimeField(null=True)
    # From when the clocks run, where that is not the sending.
    released_at = models.DateTimeField(null=True)
    # Nobody is told of what the person writes, until this is lifted.
    muted_at = models.DateTimeField(null=True)
    mute_reason = models.CharField(max_length=20, choices=MuteReason, blank=True)
    # The recipient's keys were destroyed because the person asked for erasure.
    erased_at = models.DateTimeField(null=True)
    # The person took back her consent: contact, and the identity where it rested on that, are out of reach.
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(muted_at=None, mute_reason="") | Q(muted_at__isnull=False) & ~Q(mute_reason=""),
                name="muted_means_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(held_at=None) | Q(held_at__isnull=False, state__in=[State.SENT, State.OPENED]),
                name="only_what_nobody_answered_is_held",
            ),
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
            models.Index(fields=["recipient", "held_at"], condition=Q(held_at__isnull=False), name="awaiting_triage"),
            # Of those alone that have one: none does on its way from the public door.
            models.Index(fields=["parent"], condition=Q(parent__isnull=False), name="transfers_by_parent"),
            models.Index(fields=["sender"], condition=Q(sender__isnull=False), name="transmissions_by_sender"),
            models.Index(fields=["assigned_to"], condition=Q(assigned_to__isnull=False), name="transmissions_assigned"),
        ]


class Message(models.Model):
    """A sealed message between a recipient organisation and whoever reported."""

    id = models.UUIDField(primary_key=True)
    transmission = models.ForeignKey(Transmission, on_delete=models.RESTRICT, related_name="messages")
    direction = models.CharField(max_length=20, choices=Direction)
    # None for somebody without an account.
    author = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")
    item = models.OneToOneField(SealedItem, on_delete=models.RESTRICT, related_name="+")
    # An ask for more, which the reporter sees as such.
    asks = models.BooleanField(default=False)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)


class Request(models.Model):
    """What somebody without an account asked of one recipient: erasure, or taking back her consent."""

    id = models.UUIDField(primary_key=True)
    transmission = models.ForeignKey(Transmission, on_delete=models.RESTRICT, related_name="requests")
    asked = models.CharField(max_length=20, choices=Asked)
    asked_at = models.DateTimeField()
    # One month (RGPD art. 12 § 3), for what waits for a decision.
    answer_by = models.DateField(null=True)
    decision = models.CharField(max_length=20, choices=Decision, blank=True)
    refusal_reason = models.CharField(max_length=20, choices=RefusalReason, blank=True)
    decided_at = models.DateTimeField(null=True)
    # None where it was done at once, by the person herself.
    decided_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="", decided_at=None) | ~Q(decision="") & Q(decided_at__isnull=False),
                name="a_decision_is_dated",
            ),
            models.CheckConstraint(
                condition=Q(decision=Decision.REFUSED) & ~Q(refusal_reason="")
                | ~Q(decision=Decision.REFUSED) & Q(refusal_reason=""),
                name="a_refusal_has_its_reason",
            ),
            models.UniqueConstraint(
                fields=["transmission", "asked"], condition=Q(decision=""), name="one_open_request_of_a_kind"
            ),
        ]


class Note(models.Model):
    """A note inside the recipient organisation, sealed to it alone."""

    id = models.UUIDField(primary_key=True)
    transmission = models.ForeignKey(Transmission, on_delete=models.RESTRICT, related_name="notes")
    author = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    item = models.OneToOneField(SealedItem, on_delete=models.RESTRICT, related_name="+")
    written_at = models.DateTimeField()
