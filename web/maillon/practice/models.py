"""Rooms of exercises and what phones answer in them. Invented throughout, and marked so in every row."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.directory.models import Organisation
from maillon.practice import rules
from maillon.practice.enums import Moment


class PracticeRow(models.Model):
    """What every table of exercises has: a mark that the database itself holds to true."""

    practice = models.BooleanField(default=True, db_default=True, editable=False)

    class Meta:
        abstract = True
        constraints = [models.CheckConstraint(condition=Q(practice=True), name="%(class)s_is_practice")]


class Room(PracticeRow):
    """A session that a trainer opened. After thirty days only its counts stay: no code, no trainer, no phone."""

    id = models.UUIDField(primary_key=True)
    # Empty once the room is forgotten.
    code = models.CharField(max_length=rules.CODE_LENGTH)
    organisation = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="practice_rooms")
    opened_by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="practice_rooms")
    scenarios = ArrayField(models.CharField(max_length=60))
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    # practice.selectors.counts, written when the single answers go.
    counts = models.JSONField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta(PracticeRow.Meta):
        db_table = "practice_room"
        constraints = [
            *PracticeRow.Meta.constraints,
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="one_room_per_code"),
            models.CheckConstraint(
                condition=Q(forgotten_at=None, counts=None)
                | Q(forgotten_at__isnull=False, counts__isnull=False, code=""),
                name="a_forgotten_room_keeps_counts_alone",
            ),
        ]

    @property
    def spoken(self) -> str:
        """The code as it is shown and read aloud."""
        return rules.spoken(self.code)


class Player(PracticeRow):
    """A phone in a room. Nothing is known of it or of whoever holds it: no name, no address."""

    id = models.UUIDField(primary_key=True)
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="players")
    # Kept to count how many join in one minute.
    joined_at = models.DateTimeField()

    class Meta(PracticeRow.Meta):
        db_table = "practice_player"


class Turn(PracticeRow):
    """What one phone answered to one scenario, once. Its number tells the order, and no time is kept."""

    player = models.ForeignKey(Player, on_delete=models.CASCADE, related_name="turns")
    scenario = models.CharField(max_length=60)
    # Sign code → guidance.enums.Seen.
    signs = models.JSONField()
    step = models.CharField(max_length=60)

    class Meta(PracticeRow.Meta):
        db_table = "practice_turn"
        constraints = [
            *PracticeRow.Meta.constraints,
            models.UniqueConstraint(fields=["player", "scenario"], name="one_turn_per_player_and_scenario"),
        ]


class Questionnaire(PracticeRow):
    """What one phone answered before, or after, the scenarios: question code → answer code."""

    player = models.ForeignKey(Player, on_delete=models.CASCADE, related_name="questionnaires")
    moment = models.CharField(max_length=10, choices=Moment)
    answers = models.JSONField()

    class Meta(PracticeRow.Meta):
        db_table = "practice_questionnaire"
        constraints = [
            *PracticeRow.Meta.constraints,
            models.UniqueConstraint(fields=["player", "moment"], name="one_questionnaire_per_player_and_moment"),
        ]
