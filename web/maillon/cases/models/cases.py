"""A case: who follows somebody, since when. In clear: dates, states, commune, language; the rest is sealed."""

from django.db import models
from django.db.models import F, Q

from maillon.accounts.models import Membership
from maillon.cases.enums import CaseState, ClosingReason, HoldGround, Likeness
from maillon.directory.models import Organisation
from maillon.referrals.models import Referral, Step
from maillon.reports.models import Report
from maillon.territories.models import Commune
from maillon.vault.models import SealedItem


class Case(models.Model):
    """One person followed by one organisation. Adults only; holds no trait of hers."""

    id = models.UUIDField(primary_key=True)
    # Random, so that it tells nobody how many there are; unique everywhere, so in each organisation too.
    number = models.CharField(max_length=12, unique=True)
    # The form it was opened with: the same one sent twice is one case.
    draft_id = models.UUIDField(unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="cases")
    responsible = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="cases")
    # Who stands in for her, until the end of this day.
    replacement = models.ForeignKey(Membership, null=True, on_delete=models.RESTRICT, related_name="cases_replaced")
    replaced_until = models.DateField(null=True)
    commune = models.ForeignKey(Commune, null=True, on_delete=models.RESTRICT, related_name="+")
    language = models.CharField(max_length=10)
    # What she is called in this case; any name will do. None once it was destroyed.
    pseudonym = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    # Where it came from, if from anywhere.
    step = models.ForeignKey(Step, null=True, on_delete=models.RESTRICT, related_name="cases")
    report = models.ForeignKey(Report, null=True, on_delete=models.RESTRICT, related_name="cases")
    state = models.CharField(max_length=20, choices=CaseState, default=CaseState.OPEN)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closing_reason = models.CharField(max_length=20, choices=ClosingReason, blank=True)
    # The last time that she herself was met, spoken to or written with: retention counts from this day.
    last_contact_on = models.DateField()
    # Reminders before erasure, each once; cleared by a new contact.
    first_reminder_at = models.DateTimeField(null=True)
    last_reminder_at = models.DateTimeField(null=True)
    # Nothing is erased until this day has passed.
    hold_until = models.DateField(null=True)
    hold_ground = models.CharField(max_length=20, choices=HoldGround, blank=True)
    # Set when the sealed content was destroyed; dates and codes stay, for figures.
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=CaseState.OPEN, closed_at=None, closing_reason="")
                | Q(state=CaseState.CLOSED, closed_at__isnull=False) & ~Q(closing_reason="")
                | Q(state=CaseState.TRANSFERRED, closed_at__isnull=False, closing_reason=""),
                name="a_closed_case_is_dated_and_says_why",
            ),
            models.CheckConstraint(
                condition=Q(replacement=None, replaced_until=None)
                | Q(replacement__isnull=False, replaced_until__isnull=False) & ~Q(replacement=F("responsible")),
                name="a_replacement_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(hold_until=None, hold_ground="") | Q(hold_until__isnull=False) & ~Q(hold_ground=""),
                name="a_hold_has_its_ground",
            ),
        ]
        indexes = [
            # In the order of the list, whatever it is filtered by.
            models.Index(fields=["organisation", "-last_contact_on", "id"]),
            models.Index(fields=["responsible", "state", "-last_contact_on"]),
            models.Index(fields=["last_contact_on"], condition=Q(erased_at=None), name="cases_not_erased"),
        ]

    def __str__(self) -> str:
        return self.number


class Mark(models.Model):
    """A keyed digest of the name in a case, for warning of a second case inside one organisation. No name comes back.

    Goes with the content. Each organisation's digests have a key of their own: no two organisations' can be compared.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="marks")
    organisation = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="+")
    likeness = models.CharField(max_length=20, choices=Likeness)
    digest = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "likeness"], name="one_mark_of_a_likeness")]
        indexes = [models.Index(fields=["organisation", "digest"])]


class Referred(models.Model):
    """A referral that was made out of a case; what became of it stands with the referral."""

    case = models.ForeignKey(Case, on_delete=models.RESTRICT, related_name="referred")
    referral = models.OneToOneField(Referral, on_delete=models.RESTRICT, related_name="case_link")
    referred_at = models.DateTimeField()
