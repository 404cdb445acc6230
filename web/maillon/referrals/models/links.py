"""How a service without an account answers: once, for eight days at most, and never without the digits."""

from django.db import models
from django.db.models import Q

from maillon.referrals.enums import LinkEnd
from maillon.referrals.models.steps import Step
from maillon.vault.models import KeyPair


class Link(models.Model):
    """A link to one step. A copy of this row opens nothing: neither its token nor its digits are stored."""

    id = models.UUIDField(primary_key=True)
    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="links")
    # BLAKE2b of the token in the address: finds the row, and gives back no token.
    token_digest = models.BinaryField(max_length=32, unique=True)
    # The pair that stands for token and digits together; None once the link has ended, and its keys with it.
    key_pair = models.OneToOneField(KeyPair, null=True, on_delete=models.RESTRICT, related_name="+")
    salt = models.BinaryField(max_length=16)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=20, choices=LinkEnd, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["step"], condition=Q(ended_at=None), name="one_living_link_per_step"),
            models.CheckConstraint(
                condition=Q(ended_at=None, end="", key_pair__isnull=False)
                | Q(ended_at__isnull=False, key_pair=None) & ~Q(end=""),
                name="an_ended_link_has_no_key",
            ),
        ]
