"""A referral at one service: planned, proposed, answered, met, done."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.directory.models import Organisation, Service
from maillon.referrals import rules
from maillon.referrals.enums import Outcome, PartKind, RefusalReason, StepState, Withdrawn
from maillon.referrals.models.referrals import Referral
from maillon.vault.models import SealedItem

# In the order of the list: a constraint is told from another by it.
ACTIVE = tuple(state for state in StepState if state in rules.ACTIVE)
FINAL = tuple(state for state in StepState if state in rules.FINAL)


class Step(models.Model):
    """A referral's way at one service. What the service may read: `parts`, once it is proposed and while it lasts."""

    id = models.UUIDField(primary_key=True)
    referral = models.ForeignKey(Referral, on_delete=models.RESTRICT, related_name="steps")
    service = models.ForeignKey(Service, on_delete=models.RESTRICT, related_name="referral_steps")
    # The service's organisation if it takes part; else the address that a link is sent to.
    recipient = models.ForeignKey(Organisation, null=True, on_delete=models.RESTRICT, related_name="referrals_received")
    contact_email = models.EmailField(blank=True)
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=StepState)
    # A value of guidance.enums.Ground: consent, or the article for a minor.
    ground = models.CharField(max_length=30)
    parts = ArrayField(models.CharField(max_length=20, choices=PartKind))
    planned_at = models.DateTimeField(null=True)
    proposed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    # The silence of whoever is to answer, and later of whoever accepted.
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    # When the service that accepted was last heard of: its clock of silence counts from there, or the appointment.
    heard_at = models.DateTimeField(null=True)
    appointment_at = models.DateTimeField(null=True)
    appointment_minutes = models.PositiveSmallIntegerField(null=True)
    # Whether the person who refers comes along.
    appointment_joint = models.BooleanField(default=False)
    met_at = models.DateTimeField(null=True)
    # What the person herself says of it; the day alone.
    person_met = models.BooleanField(null=True)
    person_said_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    refusal_reason = models.CharField(max_length=20, choices=RefusalReason, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    # A precision on the refusal or the outcome, sealed to both sides of professionals.
    words = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    # Since when the service can open nothing any more: its keys were destroyed.
    shut_at = models.DateTimeField(null=True)
    withdrawn = models.CharField(max_length=20, choices=Withdrawn, blank=True)
    # Who answered for the service; None by a link, and before.
    answered_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(state__in=ACTIVE), name="never_at_two_services_at_once"
            ),
            models.UniqueConstraint(
                fields=["referral", "service"], condition=~Q(state__in=FINAL), name="one_open_step_per_service"
            ),
            models.UniqueConstraint(fields=["referral", "position"], name="steps_stand_in_line"),
            models.CheckConstraint(
                condition=Q(recipient__isnull=False, contact_email="") | Q(recipient=None) & ~Q(contact_email=""),
                name="a_step_goes_to_an_organisation_or_an_address",
            ),
            models.CheckConstraint(
                condition=Q(state=StepState.REFUSED) & ~Q(refusal_reason="")
                | ~Q(state=StepState.REFUSED) & Q(refusal_reason=""),
                name="refused_means_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state=StepState.DONE) & ~Q(outcome="") | ~Q(state=StepState.DONE) & Q(outcome=""),
                name="done_means_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(state=StepState.WITHDRAWN) & ~Q(withdrawn="")
                | ~Q(state=StepState.WITHDRAWN) & Q(withdrawn=""),
                name="withdrawn_means_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, ended_at__isnull=False) | ~Q(state__in=FINAL) & Q(ended_at=None),
                name="an_ended_step_is_dated",
            ),
            models.CheckConstraint(
                condition=Q(appointment_at=None, appointment_minutes=None)
                | Q(appointment_at__isnull=False, appointment_minutes__isnull=False),
                name="an_appointment_has_its_length",
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "state", "-proposed_at"]),
            models.Index(fields=["proposed_at"], condition=Q(state__in=ACTIVE), name="steps_under_way"),
        ]

    @property
    def without_account(self) -> bool:
        """True where the service answers through a link, since its organisation does not take part."""
        return self.recipient_id is None
