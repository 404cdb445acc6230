"""Somebody who speaks without an account: known by what her code stands for, and by nothing else."""

from django.db import models

from maillon.reports.models import Report
from maillon.vault.models import KeyPair, SealedItem


class Speaker(models.Model):
    """One code, and what hangs on it: a telling that was paused, or the report that became of it; or neither, where
    a professional made it for her and an app above seals to it.

    No name, no address, no device, no hour of a visit. Which code it is can't be told from the row.
    """

    id = models.UUIDField(primary_key=True)
    # BLAKE2b of the code's 80 random bits: finds the row of a code, and gives back no code.
    locator = models.BinaryField(max_length=32, unique=True)
    key_pair = models.OneToOneField(KeyPair, on_delete=models.RESTRICT, related_name="+")
    report = models.OneToOneField(Report, null=True, on_delete=models.RESTRICT, related_name="speaker")
    # Sealed to the code alone, until it is sent or seven days have passed.
    paused = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    # The first moment of its day: a pause ends with a day, so no hour is needed.
    paused_at = models.DateTimeField(null=True, db_index=True)
    language = models.CharField(max_length=10)
    # The day alone.
    last_seen_on = models.DateField()
    # She took her consent back, somewhere; she asked for erasure.
    contact_withdrawn = models.BooleanField(default=False)
    erasure_asked = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(paused=None, paused_at=None)
                | models.Q(paused__isnull=False, paused_at__isnull=False, report=None),
                name="paused_means_dated_and_not_sent",
            )
        ]
