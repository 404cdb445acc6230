"""What the commission advised on a point, with the voices where there was a vote, and who disagreed."""

from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.commission.enums import How, Sense, Vote
from maillon.commission.models.seats import Mandate, Seat
from maillon.commission.models.sessions import AgendaItem
from maillon.vault.models import SealedItem


class Opinion(models.Model):
    """An opinion: the préfet decides. How each member voted is not stored, but for who presides."""

    item = models.OneToOneField(AgendaItem, primary_key=True, on_delete=models.CASCADE, related_name="opinion")
    sense = models.CharField(max_length=20, choices=Sense)
    how = models.CharField(max_length=20, choices=How)
    in_favour = models.PositiveSmallIntegerField(null=True)
    against = models.PositiveSmallIntegerField(null=True)
    abstained = models.PositiveSmallIntegerField(null=True)
    chair_vote = models.CharField(max_length=20, choices=Vote, blank=True)
    # Whether the voice of who presides decided an even vote (CRPA R133-11).
    casting = models.BooleanField(default=False)
    # Why, sealed to the préfecture.
    words = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    given_at = models.DateTimeField()
    noted_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(how=How.VOTE, in_favour__isnull=False, against__isnull=False, abstained__isnull=False)
                | Q(how=How.CONSENSUS, in_favour=None, against=None, abstained=None, chair_vote="", casting=False),
                name="a_vote_is_counted",
            ),
            models.CheckConstraint(
                condition=Q(casting=False)
                | Q(chair_vote__in=[Vote.FOR, Vote.AGAINST]) & Q(in_favour=models.F("against")),
                name="who_presides_decides_an_even_vote_alone",
            ),
        ]


class Dissent(models.Model):
    """That a member wants her disagreement in the minutes (CRPA R133-13), with her words if she likes."""

    id = models.UUIDField(primary_key=True)
    opinion = models.ForeignKey(Opinion, on_delete=models.CASCADE, related_name="dissents")
    seat = models.ForeignKey(Seat, on_delete=models.RESTRICT, related_name="+")
    mandate = models.ForeignKey(Mandate, on_delete=models.RESTRICT, related_name="+")
    words = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["opinion", "seat"], name="one_disagreement_each")]
