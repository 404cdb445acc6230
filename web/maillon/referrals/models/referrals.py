"""What somebody asks of services for a person. In clear: dates, states, commune, needs; the rest is sealed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.directory.enums import Need
from maillon.directory.models import Organisation
from maillon.referrals.enums import Basis, ParentsReason, PartKind, ReferralState
from maillon.reports.models import Report
from maillon.territories.models import Commune
from maillon.vault.models import KeyPair, SealedItem

ENDED = (ReferralState.DONE, ReferralState.WITHDRAWN, ReferralState.EXHAUSTED)


class Draft(models.Model):
    """A referral being written: sealed to its author alone, and saved at each screen."""

    id = models.UUIDField(primary_key=True)
    author = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="referral_drafts")
    item = models.OneToOneField(SealedItem, on_delete=models.RESTRICT, related_name="+")
    # One more at each saving: a device that has seen an older one overwrites nothing.
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()


class Referral(models.Model):
    """One request for a person, which goes from service to service until one meets her. Holds no trait of hers."""

    id = models.UUIDField(primary_key=True)
    number = models.CharField(max_length=12, unique=True)
    # The draft it was made from: the same draft sent twice is one referral.
    draft_id = models.UUIDField(unique=True)
    author = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="referrals")
    organisation = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="referrals_sent")
    report = models.ForeignKey(Report, null=True, on_delete=models.RESTRICT, related_name="referrals")
    # The person's own code, with which she follows it: that of the report, or one made for her. None without one.
    # Set to None where the code itself is forgotten, once nothing is sealed to it any more.
    code_key = models.ForeignKey(KeyPair, null=True, on_delete=models.SET_NULL, related_name="+")
    commune = models.ForeignKey(Commune, on_delete=models.RESTRICT, related_name="+")
    needs = ArrayField(models.CharField(max_length=20, choices=Need))
    urgent = models.BooleanField(default=False)
    minor = models.BooleanField()
    basis = models.CharField(max_length=20, choices=Basis)
    # For a minor: whether her parents were told first, and if not, why.
    parents_informed = models.BooleanField(null=True)
    parents_reason = models.CharField(max_length=20, choices=ParentsReason, blank=True)
    state = models.CharField(max_length=20, choices=ReferralState, default=ReferralState.OPEN)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    # Set when the sealed content was destroyed; coded facts and dates stay, for the figures.
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(minor=True, basis=Basis.CHILD_PROTECTION, parents_informed__isnull=False)
                | Q(minor=False, basis=Basis.CONSENT, parents_informed=None, parents_reason=""),
                name="the_law_for_a_minor_and_consent_for_an_adult",
            ),
            models.CheckConstraint(
                condition=~Q(parents_informed=False) | ~Q(parents_reason=""), name="parents_not_told_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ENDED, ended_at__isnull=False) | ~Q(state__in=ENDED) & Q(ended_at=None),
                name="an_ended_referral_is_dated",
            ),
            models.CheckConstraint(condition=Q(needs__len__gt=0), name="a_referral_has_a_need"),
        ]
        indexes = [models.Index(fields=["organisation", "state", "-created_at"])]

    def __str__(self) -> str:
        return self.number


class Part(models.Model):
    """One part of what is told, under a key of its own. The row goes when its content is destroyed."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField(max_length=20, choices=PartKind)
    item = models.OneToOneField(SealedItem, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["referral", "kind"], name="one_part_of_a_kind")]
