"""The tamper-evident journal: who did what, when, why, about which object, to whom."""

from django.db import models

from maillon.journal.enums import Action
from maillon.journal.rules import Record


class Chain(models.Model):
    """One of several hash chains; several, so that writers do not wait for one another. Holds where it ends.

    Triggers let it move forward only, and only over lines that are there.
    """

    id = models.PositiveSmallIntegerField(primary_key=True)
    length = models.PositiveBigIntegerField(default=0)
    # The digest of the last line, and the keyed seal over chain, length and that digest.
    head = models.BinaryField(default=bytes)
    seal = models.BinaryField()


class Line(models.Model):
    """One line of a chain. Never changed and never deleted: database triggers refuse both (LIL art. 101)."""

    id = models.UUIDField(primary_key=True)
    # Found by the constraint below.
    chain = models.ForeignKey(Chain, on_delete=models.RESTRICT, related_name="lines", db_index=False)
    position = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    action = models.CharField(max_length=40, choices=Action)
    member_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    # What it is about: kind and key of the object, and the organisation it went to where it left.
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    recipient_organisation_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=80, blank=True)
    details = models.JSONField(default=dict)
    digest = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "position"], name="one_line_per_position")]
        indexes = [
            models.Index(fields=["subject_id", "subject_kind", "at"]),
            models.Index(fields=["organisation_id", "at"]),
            models.Index(fields=["recipient_organisation_id", "at"]),
        ]

    def as_record(self) -> Record:
        """The line as the rules see it."""
        return Record(
            id=self.id,
            chain=self.chain_id,
            position=self.position,
            at=self.at,
            action=self.action,
            member_id=self.member_id,
            organisation_id=self.organisation_id,
            subject_kind=self.subject_kind,
            subject_id=self.subject_id,
            recipient_organisation_id=self.recipient_organisation_id,
            reason=self.reason,
            details=self.details,
        )
