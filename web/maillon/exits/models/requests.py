"""What is asked of the préfet, the file that goes with it, and the decision."""

from django.db import models
from django.db.models import F, Q

from maillon.accounts.models import Membership
from maillon.cases.enums import How
from maillon.cases.models import Consent
from maillon.exits.enums import Opinion, PaperKind, RequestKind, RequestState
from maillon.exits.models.paths import Path
from maillon.vault.models import SealedItem

OPEN = (RequestState.PREPARING, RequestState.SUBMITTED, RequestState.OPINION)
DECIDED = (RequestState.GRANTED, RequestState.REFUSED)


class Request(models.Model):
    """An entry or a renewal. No date says when it must be decided: no source gives one."""

    id = models.UUIDField(primary_key=True)
    path = models.ForeignKey(Path, on_delete=models.RESTRICT, related_name="requests")
    kind = models.CharField(max_length=20, choices=RequestKind)
    # Its place among the requests of the path, from one.
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=RequestState, default=RequestState.PREPARING)
    created_at = models.DateTimeField()
    # Her agreement that a file is prepared, which stood when it was handed over; taken back, the file comes back.
    consent = models.ForeignKey(Consent, null=True, on_delete=models.RESTRICT, related_name="+")
    # Her agreement that this file goes to this préfecture and its commission: how, when and in which very words, made
    # by `exits.wording`.
    agreed_at = models.DateTimeField(null=True)
    agreed_how = models.CharField(max_length=20, choices=How, blank=True)
    agreed_language = models.CharField(max_length=10, blank=True)
    agreed_wording = models.TextField(blank=True)
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")
    # When the préfecture gave it back for want of a paper, and what it wants.
    sent_back_at = models.DateTimeField(null=True)
    wanted = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    opinion = models.CharField(max_length=20, choices=Opinion, blank=True)
    opinion_on = models.DateField(null=True)
    # The commission's own record of it, by its key; None where the opinion was noted by hand.
    opinion_id = models.UUIDField(null=True)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")
    # Why it was decided so, sealed to both sides.
    reasons = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    # What was granted.
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["path"], condition=Q(state__in=OPEN), name="one_open_request_per_path"),
            models.UniqueConstraint(fields=["path", "position"], name="requests_stand_in_order"),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, ended_at=None) | ~Q(state__in=OPEN) & Q(ended_at__isnull=False),
                name="an_ended_request_is_dated",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[RequestState.OPINION, *DECIDED])
                | Q(opinion_on__isnull=False, submitted_at__isnull=False) & ~Q(opinion=""),
                name="an_opinion_before_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(state__in=DECIDED, decided_on__isnull=False, decided_by__isnull=False)
                | ~Q(state__in=DECIDED) & Q(decided_on=None, decided_by=None),
                name="somebody_decides",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=RequestState.GRANTED,
                    from_on__isnull=False,
                    until_on__isnull=False,
                    until_on__gte=F("from_on"),
                )
                | ~Q(state=RequestState.GRANTED) & Q(from_on=None, until_on=None),
                name="granted_means_for_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[RequestState.PREPARING, RequestState.WITHDRAWN])
                | Q(consent__isnull=False, agreed_at__isnull=False) & ~Q(agreed_how="") & ~Q(agreed_wording=""),
                name="nothing_goes_without_her_agreement",
            ),
        ]
        indexes = [models.Index(fields=["state", "submitted_at"])]


class Paper(models.Model):
    """One piece of a file, under a key of its own: written anew, it takes the place of the one before."""

    id = models.UUIDField(primary_key=True)
    request = models.ForeignKey(Request, on_delete=models.RESTRICT, related_name="papers")
    kind = models.CharField(max_length=20, choices=PaperKind)
    item = models.OneToOneField(SealedItem, on_delete=models.RESTRICT, related_name="+")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "kind"], name="one_paper_of_a_kind")]


class Aid(models.Model):
    """The AFIS asked for with a request. What the conditions ask, and the amount, are sealed: it tells of children."""

    request = models.OneToOneField(Request, primary_key=True, on_delete=models.RESTRICT, related_name="aid")
    # None once it was destroyed.
    item = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    # What the préfet decided: None while he has not.
    granted = models.BooleanField(null=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(granted=True, from_on__isnull=False, until_on__isnull=False, until_on__gte=F("from_on"))
                | ~Q(granted=True) & Q(from_on=None, until_on=None)
                | Q(granted=None, from_on=None, until_on=None),
                name="aid_is_granted_for_a_time",
            )
        ]
