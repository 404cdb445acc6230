"""Organisations. (Their services come with referrals.)"""

from django.db import models
from django.db.models import Q

from maillon.directory.enums import OrganisationKind, Secrecy
from maillon.territories.models import Departement, Jurisdiction


class Organisation(models.Model):
    """A body that takes part, controller of its own space."""

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=20, choices=OrganisationKind)
    departement = models.ForeignKey(Departement, on_delete=models.RESTRICT, related_name="organisations")
    # The area it answers for by law; empty for those who answer for none (a hotel, a school).
    jurisdiction = models.ForeignKey(
        Jurisdiction, null=True, blank=True, on_delete=models.RESTRICT, related_name="holders"
    )
    secrecy = models.CharField(max_length=20, choices=Secrecy, default=Secrecy.TO_CONFIRM)
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
                | Q(psp_approved_from__lt=models.F("psp_approved_until")),
                name="psp_approval_has_both_ends",
            )
        ]
