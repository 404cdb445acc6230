"""Whole lives of somebody with a code, as Hypothesis makes them up: paused, sent, answered, withdrawn, erased."""

import datetime as dt
from functools import partial

import pytest
from django.db import transaction
from django.utils.timezone import localdate
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from maillon.base.clock import midnight
from maillon.base.errors import Refusal
from maillon.guidance.enums import AgeClass, Ground
from maillon.reports import selectors
from maillon.reports import services as reports
from maillon.reports.enums import MuteReason, Outcome, RefusalReason
from maillon.reports.models import Message, Report, Transmission
from maillon.reports.rights import Ability, on_transmission
from maillon.speaking import services
from maillon.speaking.code import new_code
from maillon.speaking.enums import SourceLevel
from maillon.speaking.models import Speaker
from maillon.speaking.refusals import NoSuchCode
from maillon.vault.models import Grant, SealedItem
from tests.reports.factories import AT, make_house, make_orne
from tests.speaking.factories import telling

PICK = st.integers(min_value=0, max_value=10_000)
HERS = ["answer", "add", "withdraw", "withdraw", "erase", "follow"]
# What a recipient's page offers, with how it is done here; an erasure is refused or agreed to.
THEIRS = {
    Ability.OPEN: ["open"],
    Ability.RELEASE: ["release"],
    Ability.SET_ASIDE: ["set_aside"],
    Ability.RESTORE: ["restore"],
    Ability.ACKNOWLEDGE: ["acknowledge"],
    Ability.WRITE_MESSAGE: ["write"],
    Ability.MUTE: ["mute"],
    Ability.UNMUTE: ["unmute"],
    Ability.CLOSE: ["close"],
    Ability.DECIDE_ERASURE: ["agree", "keep"],
}
WORLD: dict = {}


class Life(RuleBasedStateMachine):
    """One code, and at most one report. Every example runs in a transaction that is undone."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.code, self.now = new_code(), AT
        self.paused_until: dt.datetime | None = None
        self.number = ""
        self.forgotten = False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @initialize(minor=st.booleans(), for_self=st.booleans(), begins=st.sampled_from(["pause", "send", "busy"]))
    def somebody_begins(self, minor: bool, for_self: bool, begins: str) -> None:
        age = {"age": AgeClass.UNDER_15} if minor else {}
        self.told = telling(WORLD["orne"], minor=minor, for_self=for_self, identity="Alma", **age)
        if begins == "pause":
            self.she_stops_in_the_middle()
        else:
            self.she_sends_it_maybe_again(busy=begins == "busy")

    # --- What happens -------------------------------------------------------------------------------------------

    @rule(what=st.sampled_from(["pause", "send", "busy"]))
    def she_stops_in_the_middle_or_sends(self, what: str) -> None:
        if what == "pause":
            self.she_stops_in_the_middle()
        else:
            self.she_sends_it_maybe_again(busy=what == "busy")

    def she_stops_in_the_middle(self) -> None:
        if self.tried(lambda: services.pause(telling=self.told, code=self.code, at=self.now)):
            assert not self.number
            self.paused_until = midnight(self.now + dt.timedelta(days=8))

    def she_sends_it_maybe_again(self, busy: bool) -> None:
        chosen = services.proposed(self.told, localdate(self.now)).reachable().keys()
        source = SourceLevel.BUSY if busy else SourceLevel.NORMAL
        if self.forgotten:
            return
        report = services.send(
            telling=self.told, chosen=chosen, code=self.code, language="fr", source=source, at=self.now
        )
        self.number = self.number or report.number
        assert report.number == self.number
        self.paused_until = None

    @rule(plan=st.lists(st.tuples(st.sampled_from(HERS), PICK), min_size=2, max_size=5))
    def she_comes_back(self, plan: list[tuple[str, int]]) -> None:
        for name, pick in plan:
            entered = self.entered()
            if entered is None:
                return
            self.tried(partial(getattr(self, name), entered, pick))

    @rule(plan=st.lists(st.tuples(PICK, PICK), min_size=3, max_size=10))
    def recipients_do_what_their_pages_offer(self, plan: list[tuple[int, int]]) -> None:
        for pick, which in plan:
            for item in self.transmissions()[pick % 2 :][:1]:
                reader = WORLD["houses"][item.recipient_id].reader.membership
                offered = sorted(on_transmission(reader, item) & set(THEIRS))
                if Ability.DECIDE_ERASURE in offered and not item.requests.filter(decision="").exists():
                    offered.remove(Ability.DECIDE_ERASURE)
                names = [name for ability in offered for name in THEIRS[ability]]
                if names:
                    self.tried(partial(self.they_do, names[which % len(names)], item))

    @rule(name=st.sampled_from(sorted(name for names in THEIRS.values() for name in names)), pick=PICK)
    def a_recipient_tries_what_comes_to_mind(self, name: str, pick: int) -> None:
        for item in self.transmissions()[pick % 2 :][:1]:
            self.tried(partial(self.they_do, name, item))

    @rule(days=st.sampled_from([0, 0, 1, 3, 8, 40, 800]))
    def time_passes_and_the_jobs_come_by(self, days: int) -> None:
        self.now += dt.timedelta(days=days, hours=1)
        reports.watch_silence(at=self.now)
        reports.escalate_held(at=self.now)
        reports.erase_expired(at=self.now)
        services.forget_expired(at=self.now)
        if self.number and not Speaker.objects.exists():
            self.forgotten = True

    # --- What she does ------------------------------------------------------------------------------------------

    def answer(self, entered, pick: int) -> None:
        self.hers(services.answer, entered, transmission_id=self.picked(pick), text="Je suis là.")

    def add(self, entered, _pick: int) -> None:
        self.hers(services.add, entered, text="Encore ceci.")

    def withdraw(self, entered, pick: int) -> None:
        self.hers(services.withdraw_consent, entered, transmission_id=self.picked(pick))

    def follow(self, entered, _pick: int) -> None:
        shown = self.hers(services.follow, entered)
        assert (shown.told is None) == (shown.erased_at is not None)
        assert all(words.readable for way in shown.ways for words in way.messages)

    def erase(self, entered, _pick: int) -> None:
        self.hers(services.ask_erasure, entered)
        if not self.number:
            self.paused_until = None

    def hers(self, service, entered, **more):
        return service(keyring=entered.keyring, speaker_id=entered.speaker_id, at=self.now, **more)

    # --- What they do -------------------------------------------------------------------------------------------

    def they_do(self, name: str, item: Transmission) -> None:
        house = WORLD["houses"][item.recipient_id]
        by = {"by": house.reader.membership, "at": self.now}
        one, wave = {"transmission_id": item.id, **by}, {"transmission_ids": [item.id], **by}
        acts = {
            "open": lambda: reports.open_transmission(**one, keyring=house.reader.keyring, reason="handling"),
            "release": lambda: reports.release(**wave),
            "set_aside": lambda: reports.set_aside(**wave),
            "restore": lambda: reports.restore(**one),
            "acknowledge": lambda: reports.acknowledge(**one),
            "write": lambda: reports.ask_more(**one, text="Dites-nous."),
            "mute": lambda: reports.mute(**one, reason=MuteReason.FLOOD),
            "unmute": lambda: reports.unmute(**one),
            "close": lambda: reports.close(**one, outcome=Outcome.NOT_FOUND),
            "keep": lambda: reports.decide_erasure(**one, accepted=False, reason=RefusalReason.LEGAL_DUTY),
            "agree": lambda: reports.decide_erasure(**one, accepted=True),
        }
        acts[name]()

    # --- What always holds --------------------------------------------------------------------------------------

    @invariant()
    def the_code_opens_what_is_there_and_nothing_else_does(self) -> None:
        entered = self.entered()
        paused = self.paused_until is not None and self.now < self.paused_until
        there = bool(self.number) and not self.forgotten
        assert (entered is not None) == (paused or there)
        if entered is not None:
            assert (entered.paused is not None, entered.report is not None) == (paused, there)
        with pytest.raises(NoSuchCode):
            services.enter(code=new_code(), at=self.now)

    @invariant()
    def one_code_is_one_report(self) -> None:
        assert Report.objects.count() == (1 if self.number else 0)
        assert Speaker.objects.count() <= 1

    @invariant()
    def what_is_held_is_out_of_the_inbox_and_what_is_not_is_in_it(self) -> None:
        for item in self.transmissions():
            reader = WORLD["houses"][item.recipient_id].reader.membership
            in_inbox = item.id in selectors.inbox_keys(reader, selectors.InboxFilter(), at=self.now)
            assert in_inbox == (item.held_at is None)
            assert (item in selectors.held(reader)) == (item.held_at is not None)

    @invariant()
    def who_erased_it_has_no_key_and_no_right_to_read(self) -> None:
        for item in self.transmissions():
            reader = WORLD["houses"][item.recipient_id].reader.membership
            keys = Grant.objects.filter(item__subject_id=item.report_id, key_pair__owner_id=item.recipient_id)
            kept = item.erased_at is None and item.report.erased_at is None
            assert keys.exists() == kept
            assert kept or Ability.READ_CONTENT not in on_transmission(reader, item)
            if item.withdrawn_at is not None:
                by_law = ["report.identity"] if item.ground != Ground.CONSENT else []
                gone = {"report.identity", "report.contact"} - {*by_law}
                assert not keys.filter(item__kind__in=gone).exists()

    @invariant()
    def an_erased_report_leaves_nothing_sealed(self) -> None:
        for report in Report.objects.exclude(erased_at=None):
            assert not SealedItem.objects.filter(subject_id=report.id).exists()
            assert not Message.objects.exists()

    # --- How it is done -----------------------------------------------------------------------------------------

    def entered(self):
        try:
            return services.enter(code=self.code, at=self.now)
        except NoSuchCode:
            return None

    def transmissions(self) -> list[Transmission]:
        return list(Transmission.objects.select_related("report").order_by("recipient__name"))

    def picked(self, pick: int):
        found = self.transmissions()
        # Before anything was sent, some key that is no transmission's.
        return found[pick % len(found)].id if found else Speaker.objects.get().id

    def tried(self, act) -> bool:
        try:
            with transaction.atomic():
                act()
        except Refusal:
            return False
        return True


@pytest.mark.django_db
def test_whatever_happens_to_what_she_told_the_rules_hold():
    orne, health = make_orne(), make_house(health=True)
    houses = [orne.council, orne.prosecutor, orne.police, orne.association, health]
    WORLD.update(orne=orne, houses={house.organisation.id: house for house in houses})
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=16,
            stateful_step_count=9,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert not Report.objects.exists()
