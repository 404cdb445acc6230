"""What became of opinions, and how the year's policy meetings stand."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from maillon.commission import rules
from maillon.commission.enums import Kind, State
from maillon.commission.facts import value
from maillon.commission.models import Commission, Opinion, Session
from maillon.guidance.dated import Unit


def follow_up(commission: Commission) -> QuerySet[Opinion]:
    """Every opinion of meetings that were closed, the newest first, with its request: was it decided, until when."""
    ended = (State.CLOSED, State.MINUTED)
    found = Opinion.objects.filter(item__session__commission=commission, item__session__state__in=ended)
    return found.select_related("item__session", "item__request__path__association").order_by(
        "-item__session__held_at", "item__position"
    )


def policy_year_of(commission: Commission, on: date) -> rules.PolicyYear:
    """How the calendar year of `on` stands."""
    held, planned = _policy_days(commission)
    return rules.policy_year(held=held, planned=planned, on=on, least=value("policy_meetings", Unit.MEETINGS))


def missed_policy(commission: Commission, on: date) -> int:
    """How many policy meetings the year before lacked; none before the commission was set up here."""
    if timezone.localdate(commission.founded_at).year >= on.year:
        return 0
    held, _planned = _policy_days(commission)
    return rules.missed_last_year(held=held, on=on, least=value("policy_meetings", Unit.MEETINGS))


def _policy_days(commission: Commission) -> tuple[list[date], list[date]]:
    meetings = Session.objects.filter(commission=commission, kind=Kind.POLICY).values_list("state", "held_at")
    days = [(State(state), timezone.localdate(held_at)) for state, held_at in meetings]
    held = [day for state, day in days if state in rules.HELD]
    return held, [day for state, day in days if state in rules.AHEAD]
