"""A meeting: its agenda, who is there or speaks for whom, and who is kept from which point."""

from django.db import models
from django.db.models import Q

from maillon.accounts.models import Membership
from maillon.commission.enums import Emergency, Kind, Mode, RecusalReason, State, Topic
from maillon.commission.models.seats import Commission, Mandate, Seat
from maillon.exits.models import Request
from maillon.protection.models import PathSheet
from maillon.vault.models import SealedItem

_TOLD = (State.CONVOKED, State.OPEN, State.CLOSED, State.MINUTED, State.LAPSED)
_OPENED = (State.OPEN, State.CLOSED, State.MINUTED)
_CLOSED = (State.CLOSED, State.MINUTED)


class Session(models.Model):
    """A meeting of the commission. In clear: dates, states, numbers; no name of anybody who is helped."""

    id = models.UUIDField(primary_key=True)
    number = models.CharField(max_length=12, unique=True)
    commission = models.ForeignKey(Commission, on_delete=models.RESTRICT, related_name="sessions")
    kind = models.CharField(max_length=20, choices=Kind)
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    held_at = models.DateTimeField()
    # Where: an address, a room; for the convocation.
    place = models.CharField(max_length=120, blank=True)
    # Whether members may take part from afar.
    remote = models.BooleanField(default=False)
    # The meeting without a quorum that this one is the second convocation of: same agenda, none required.
    second_of = models.OneToOneField("self", null=True, on_delete=models.RESTRICT, related_name="second")
    prepared_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")
    convoked_at = models.DateTimeField(null=True)
    emergency = models.CharField(max_length=20, choices=Emergency, blank=True)
    opened_at = models.DateTimeField(null=True)
    # Since when no member can open a file any more.
    files_shut_at = models.DateTimeField(null=True)
    # Closed, or found without a quorum, or cancelled.
    ended_at = models.DateTimeField(null=True)
    minuted_at = models.DateTimeField(null=True)
    minutes = models.OneToOneField(SealedItem, null=True, on_delete=models.RESTRICT, related_name="+")
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=_TOLD) | Q(convoked_at__isnull=False), name="members_were_told_before"
            ),
            models.CheckConstraint(
                condition=Q(state__in=_OPENED, opened_at__isnull=False) | ~Q(state__in=_OPENED) & Q(opened_at=None),
                name="what_was_opened_is_dated",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_CLOSED) | Q(files_shut_at__isnull=False, ended_at__isnull=False),
                name="a_closed_meeting_shuts_its_files",
            ),
            models.CheckConstraint(
                condition=Q(state=State.MINUTED, minuted_at__isnull=False)
                | ~Q(state=State.MINUTED) & Q(minuted_at=None, minutes=None),
                name="minutes_come_last",
            ),
            # What a point is about hangs on the kind of its meeting: points refer to both (see migration 0002).
            models.UniqueConstraint(fields=["id", "kind"], name="a_meeting_is_of_one_kind"),
        ]
        indexes = [models.Index(fields=["commission", "-held_at"])]

    def __str__(self) -> str:
        return self.number


class AgendaItem(models.Model):
    """One point of the agenda: a request, a minor's coordination sheet, or a topic. `kind` is that of its meeting."""

    id = models.UUIDField(primary_key=True)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=20, choices=Kind)
    position = models.PositiveSmallIntegerField()
    request = models.ForeignKey(Request, null=True, on_delete=models.RESTRICT, related_name="agenda_items")
    # Without a way back: nothing leads from a minor's sheet up here.
    sheet = models.ForeignKey(PathSheet, null=True, on_delete=models.RESTRICT, related_name="+")
    topic = models.CharField(max_length=20, choices=Topic, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "position"], name="points_stand_in_order"),
            models.UniqueConstraint(fields=["session", "request"], name="a_request_once_a_meeting"),
            models.UniqueConstraint(fields=["session", "sheet"], name="a_sheet_once_a_meeting"),
            models.UniqueConstraint(fields=["session", "topic"], condition=~Q(topic=""), name="a_topic_once_a_meeting"),
            models.CheckConstraint(
                condition=Q(kind=Kind.INDIVIDUAL, request__isnull=False, sheet=None, topic="")
                | Q(kind=Kind.MINORS, request=None, sheet__isnull=False, topic="")
                | Q(kind__in=[Kind.MINORS, Kind.POLICY], request=None, sheet=None) & ~Q(topic=""),
                name="a_point_is_what_its_meeting_is_about",
            ),
        ]


class Proxy(models.Model):
    """That one seat speaks for another that will be empty (CRPA R133-9)."""

    id = models.UUIDField(primary_key=True)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="proxies")
    giver = models.ForeignKey(Seat, on_delete=models.RESTRICT, related_name="+")
    holder = models.ForeignKey(Seat, on_delete=models.RESTRICT, related_name="+")
    given_at = models.DateTimeField()
    noted_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "giver"], name="one_proxy_given_each"),
            models.CheckConstraint(condition=~Q(giver=models.F("holder")), name="a_proxy_goes_to_another"),
        ]


class Attendance(models.Model):
    """That somebody answered the roll call for a seat, from where, and until when. Who comes back answers again."""

    id = models.UUIDField(primary_key=True)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendances")
    seat = models.ForeignKey(Seat, on_delete=models.RESTRICT, related_name="+")
    mandate = models.ForeignKey(Mandate, on_delete=models.RESTRICT, related_name="+")
    mode = models.CharField(max_length=20, choices=Mode)
    arrived_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "seat"], condition=Q(left_at=None), name="nobody_sits_on_two_chairs"
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=models.F("arrived_at")), name="who_leaves_had_come"
            ),
        ]


class Recusal(models.Model):
    """That a seat neither deliberates on one point nor opens its file (CRPA R133-12)."""

    id = models.UUIDField(primary_key=True)
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="recusals")
    seat = models.ForeignKey(Seat, on_delete=models.RESTRICT, related_name="+")
    reason = models.CharField(max_length=20, choices=RecusalReason)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "seat"], name="kept_from_a_point_once")]
