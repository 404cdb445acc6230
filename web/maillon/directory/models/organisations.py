"""Organisations that take part in Maillon: with members, keys and rights. What they offer is in `services`."""

import datetime as dt

from django.db import models
from django.db.models import F, Q

from maillon.directory import rules
from maillon.directory.enums import OrganisationKind, Secrecy
from maillon.territories.models import Departement, Jurisdiction


class Organisation(models.Model):
    """A body that takes part, controller of its own space. One that has left is kept, for its reports' sake."""

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=20, choices=OrganisationKind)
    departement = models.ForeignKey(Departement, on_delete=models.RESTRICT, related_name="organisations")
    # The area it answers for by law; empty for those who answer for none (a hotel, a school).
    jurisdiction = models.ForeignKey(
        Jurisdiction, null=True, blank=True, on_delete=models.RESTRICT, related_name="holders"
    )
    secrecy = models.CharField(max_length=20, choices=Secrecy, default=Secrecy.TO_CONFIRM)
    # Its staff are public officers or civil servants (CPP art. 40). Only asked where the kind does not settle it:
    # a hospital, a school or a landlord may be public or private.
    is_public_service = models.BooleanField(default=False)
    # Approved by the Ministry of Justice for victim support (LIL art. 46): may hold offence data.
    justice_approved_until = models.DateField(null=True, blank=True)
    # Approved by the préfet for the exit path (CASF R121-12-3: three years).
    psp_approved_from = models.DateField(null=True, blank=True)
    psp_approved_until = models.DateField(null=True, blank=True)
    # Where notices go that say only that something waits.
    notice_email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(psp_approved_from=None, psp_approved_until=None)
                # NULL compares as unknown, which a check lets through: so say that neither may be.
                | Q(
                    psp_approved_from__isnull=False,
                    psp_approved_until__isnull=False,
                    psp_approved_from__lt=F("psp_approved_until"),
                ),
                name="psp_approval_has_both_ends",
            ),
            models.CheckConstraint(
                condition=Q(kind=OrganisationKind.ASSOCIATION)
                | Q(justice_approved_until=None, psp_approved_from=None, psp_approved_until=None),
                name="only_associations_are_approved",
            ),
            models.CheckConstraint(
                condition=Q(jurisdiction=None) | Q(kind__in=sorted(rules.JURISDICTION_KINDS)),
                name="only_some_kinds_answer_for_an_area",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reporter_statuses(self) -> frozenset[str]:
        """What the law sees in its members when they report: values of guidance.enums.ReporterStatus."""
        return rules.reporter_statuses(self.kind, self.secrecy, is_public_service=self.is_public_service)

    def may_hold_offence_data(self, on: dt.date) -> bool:
        """Whether it may be sent traces of offences and named suspects on that day."""
        return rules.may_hold_offence_data(self.kind, self.justice_approved_until, on)
