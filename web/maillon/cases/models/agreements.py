"""What she agreed to, and who else may read what. Both can be taken back, with effect at once."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from maillon.accounts.models import Membership
from maillon.cases.enums import EntryKind, How, Purpose, ShareEnd
from maillon.cases.models.cases import Case
from maillon.directory.models import Organisation


class Consent(models.Model):
    """That she agreed to one thing: to what, for whom, in which words and language, how and when; and until when."""

    id = models.UUIDField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.RESTRICT, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose)
    # To whom something goes; None for what stays in the organisation.
    recipient = models.ForeignKey(Organisation, null=True, on_delete=models.RESTRICT, related_name="+")
    kinds = ArrayField(models.CharField(max_length=20, choices=EntryKind), default=list)
    how = models.CharField(max_length=20, choices=How)
    language = models.CharField(max_length=10)
    # The very text that was read to her; made by `cases.wording`, so nobody can type a name into it.
    wording = models.TextField()
    given_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_recorded_by = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawal_recorded_by=None)
                | Q(withdrawn_at__isnull=False, withdrawal_recorded_by__isnull=False, withdrawn_at__gte=F("given_at")),
                name="withdrawn_by_somebody_after_it_was_given",
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=[Purpose.SHARING, Purpose.TRANSFER], recipient__isnull=False)
                | ~Q(purpose__in=[Purpose.SHARING, Purpose.TRANSFER]),
                name="what_goes_goes_to_somebody",
            ),
        ]


class Share(models.Model):
    """That an organisation, or one member, may read these kinds of entries until a day. The keys go when it ends."""

    id = models.UUIDField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.RESTRICT, related_name="shares")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.RESTRICT, related_name="cases_shared")
    member = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="cases_shared")
    kinds = ArrayField(models.CharField(max_length=20, choices=EntryKind))
    # What it rests on; None inside the organisation, where secrecy is shared among those who follow her.
    consent = models.ForeignKey(Consent, null=True, on_delete=models.RESTRICT, related_name="shares")
    shared_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    shared_at = models.DateTimeField()
    # The last day on which it opens anything.
    until = models.DateField()
    ended_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=20, choices=ShareEnd, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, member=None) | Q(organisation=None, member__isnull=False),
                name="shared_with_an_organisation_or_a_member",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, end="") | Q(ended_at__isnull=False) & ~Q(end=""),
                name="an_ended_share_says_why",
            ),
            models.UniqueConstraint(
                fields=["case", "organisation"], condition=Q(ended_at=None), name="one_living_share_per_organisation"
            ),
            models.UniqueConstraint(
                fields=["case", "member"], condition=Q(ended_at=None), name="one_living_share_per_member"
            ),
        ]
        indexes = [
            models.Index(fields=["until"], condition=Q(ended_at=None), name="shares_that_open"),
        ]
