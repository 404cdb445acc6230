"""G6: no answer sends an adult's words to police, gendarmerie or prosecutor against her wish, save where law orders."""

import pytest

from maillon.guidance.enums import Addressee, AgeClass, Ground, Identity, ReporterStatus, Wish
from maillon.guidance.facts import Facts
from maillon.guidance.rulebook import load
from maillon.guidance.rules import route
from tests.guidance.invariants import ADULTS, AUTHORITIES, may_reach_authorities
from tests.guidance.shapes import ON, breaches

IDENTITY = "an adult's identity moves without her agreement only on a named exception"


@pytest.mark.guardrail("G6")
def test_over_every_situation_of_an_adult():
    count, found = breaches(load(), AgeClass.ADULT, {**AUTHORITIES, IDENTITY: ADULTS[IDENTITY]})
    assert found == {}
    assert count == 1_658_880


@pytest.mark.guardrail("G6")
def test_what_the_law_leaves_open_towards_police_is_never_ticked_beforehand():
    rows = [row for row in load().rows.values() if row.addressee in {Addressee.FORCE, Addressee.PROSECUTOR}]
    official = frozenset({ReporterStatus.LODGING})
    steps = route(Facts(AgeClass.ADULT, official), load(), ON).transmissions()
    to_force = [step for step in steps if step.addressee is Addressee.FORCE]
    assert rows
    assert to_force
    assert not any(step.preselected for step in to_force)


@pytest.mark.guardrail("G6")
def test_the_proof_would_notice_a_name_sent_against_her_wish():
    from dataclasses import replace

    refuses = Facts(AgeClass.ADULT, frozenset(ReporterStatus), wish=Wish.REFUSES)
    offered = route(
        Facts(AgeClass.ADULT, frozenset({ReporterStatus.LODGING}), wish=Wish.WANTS_HELP), load(), ON
    ).transmissions()[-1]
    assert offered.addressee is Addressee.FORCE
    assert not may_reach_authorities(refuses, offered)
    named = replace(offered, ground=Ground.CPP_40, identity=Identity.WITH_AGREEMENT)
    assert not may_reach_authorities(refuses, named)
