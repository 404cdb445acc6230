"""Ten thousand referrals with silent, refusing and closing services, and people who change their minds at any moment.

The rules alone, in memory and with the time passed in, as the services apply them; a smaller crowd goes through the
services themselves in `test_crowd`.
"""

import datetime as dt
import random
from collections import Counter
from dataclasses import dataclass, field

from maillon.referrals.enums import Move, ReferralState, StepState
from maillon.referrals.rules import (
    ACTIVE,
    FINAL,
    STEP,
    UNANSWERED,
    Dues,
    Place,
    Silence,
    silence,
    turns,
    whole,
)
from tests.reports.factories import AT

REFERRALS = 10_000
DAY = dt.timedelta(days=1)
# Plain days here: what a weekend does to them is the business of test_clocks.
ASKED, ACCEPTED = (3, 5, 8), (7, 14, 30)
END = {ReferralState.MET, ReferralState.DONE, ReferralState.WITHDRAWN, ReferralState.EXHAUSTED}
LONGEST = 6 * (8 + 30) + 1


@dataclass
class Step:
    """One service in line, and how it will behave."""

    service: int
    manner: str
    patience: int
    closes_on: int | None
    agreed: bool = True
    state: StepState = StepState.PLANNED
    since: int = 0
    proposed: int = 0

    def move(self, move: Move, day: int) -> None:
        self.state, self.since = STEP.after(self.state, move), day


@dataclass
class Life:
    """One referral, the services that were asked in it, and the day on which she stops all of it, if she does."""

    steps: list[Step]
    stops_on: int | None
    revokes: dict[int, int]
    asked: list[tuple[int, int]] = field(default_factory=list)
    stopped: bool = False

    def state(self) -> ReferralState:
        ended_as = ReferralState.WITHDRAWN if self.stopped else ReferralState.EXHAUSTED
        if any(step.state is StepState.DONE for step in self.steps):
            ended_as = ReferralState.DONE
        return whole([step.state for step in self.steps], ended_as=ended_as)


def invented(chance: random.Random) -> Life:
    manners = ("silent", "refuses", "forgets", "meets", "unsuited", "slow")
    steps = [
        Step(
            service=number,
            manner=chance.choice(manners),
            patience=chance.randrange(0, 10),
            closes_on=chance.choice([None, None, None, chance.randrange(0, 60)]),
        )
        for number in range(chance.randrange(1, 6))
    ]
    revokes = {chance.randrange(0, 40): number for number in range(len(steps)) if chance.random() < 0.25}
    return Life(steps, chance.choice([None, None, None, chance.randrange(0, 40)]), revokes)


def the_person(life: Life, day: int) -> None:
    step = life.steps[life.revokes[day]] if day in life.revokes else None
    if step is not None:
        step.agreed = False
        if step.state not in FINAL:
            step.move(Move.WITHDRAW, day)
    if day == life.stops_on and life.state() not in END - {ReferralState.MET}:
        life.stopped = True
        for open_step in life.steps:
            if open_step.state not in FINAL:
                open_step.move(Move.WITHDRAW, day)


def the_service(life: Life, step: Step, day: int) -> None:
    waited = day - step.since
    if step.manner == "silent" or waited < min(step.patience, 7):
        return
    if step.state is StepState.PROPOSED:
        step.move(Move.SEE, day)
    if step.state is StepState.SEEN and step.manner != "slow":
        step.move(Move.REFUSE if step.manner == "refuses" else Move.ACCEPT, day)
    elif step.state is StepState.ACCEPTED and step.manner in {"meets", "unsuited"}:
        step.move(Move.MEET, day)
    elif step.state is StepState.MET and step.manner == "unsuited":
        step.move(Move.FINISH, day)


def the_clock(step: Step, day: int) -> None:
    if step.state not in UNANSWERED | {StepState.ACCEPTED}:
        return
    if gone(step, day):
        step.move(Move.CLOSE, day)
        return
    levels = ACCEPTED if step.state is StepState.ACCEPTED else ASKED
    since = step.since if step.state is StepState.ACCEPTED else step.proposed
    if day < since + levels[0]:
        return
    if silence(Dues(*(AT + (since + days) * DAY for days in levels)), AT + day * DAY) is Silence.OVER:
        step.move(Move.FALL_SILENT, day)


def gone(step: Step, day: int) -> bool:
    return step.closes_on is not None and step.closes_on <= day


def pass_on(life: Life, day: int) -> None:
    if not any(step.state is StepState.PLANNED for step in life.steps):
        return
    places = [Place(step.state, gone(step, day), step.agreed) for step in life.steps]
    for index, move in turns(places):
        step = life.steps[index]
        step.move(move, day)
        if move is Move.PROPOSE:
            assert step.agreed
            assert not gone(step, day)
            step.proposed = day
            life.asked.append((day, step.service))


def live(life: Life) -> int:
    """From the first proposal to the day on which nothing is left open; says how many days that took."""
    pass_on(life, 0)
    for day in range(LONGEST):
        the_person(life, day)
        pass_on(life, day)
        for step in life.steps:
            if step.state in ACTIVE:
                the_service(life, step, day)
                the_clock(step, day)
        pass_on(life, day)
        assert sum(step.state in ACTIVE for step in life.steps) <= 1
        if life.state() in END and (life.stops_on or 0) <= day and max(life.revokes, default=0) <= day:
            return day
    return LONGEST


def test_all_of_ten_thousand_end_in_a_known_state_and_none_goes_where_she_did_not_agree() -> None:
    chance = random.Random(61)
    lives = [invented(chance) for _number in range(REFERRALS)]
    for life in lives:
        assert live(life) < LONGEST
        # Nobody was asked twice, and nobody after she took it back.
        services = [service for _day, service in life.asked]
        assert len(services) == len(set(services))
        for day, number in life.revokes.items():
            assert not [when for when, service in life.asked if service == number and when > day]
        if life.stopped:
            assert not [when for when, _service in life.asked if when > life.stops_on]
        met = any(step.state is StepState.MET for step in life.steps)
        assert all(step.state in FINAL or met for step in life.steps)
    ends = Counter(life.state() for life in lives)
    assert ends.total() == REFERRALS
    assert set(ends) == END
    assert min(ends.values()) > REFERRALS / 50
