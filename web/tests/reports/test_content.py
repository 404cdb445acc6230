"""What a report's answers become: a sealed round trip, and the codes that may stand in clear."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.guidance.enums import AgeClass, Answer, OffenceKnown, PlaceKind, Wish
from maillon.reports.content import ReportContent, Trace, TraceKind
from maillon.reports.enums import ObservedWhen, Origin

TEXT = st.text(max_size=40)
CONTENTS = st.builds(
    ReportContent,
    origin=st.none() | st.sampled_from(Origin),
    danger=st.none() | st.booleans(),
    age=st.none() | st.sampled_from(AgeClass),
    age_is_sure=st.none() | st.booleans(),
    place=st.none() | st.sampled_from(PlaceKind),
    commune=TEXT,
    commune_typed=TEXT,
    observed=st.none() | st.sampled_from(ObservedWhen),
    signs=st.lists(TEXT).map(tuple),
    wish=st.sampled_from(Wish),
    can_protect_herself=st.sampled_from(Answer),
    offence=st.sampled_from(OffenceKnown),
    done=st.lists(TEXT).map(tuple),
    narrative=TEXT,
    identity=TEXT,
    traces=st.lists(st.builds(Trace, kind=st.sampled_from(TraceKind), value=TEXT)).map(tuple),
    answered=st.lists(TEXT).map(tuple),
)


@given(CONTENTS)
def test_sealing_loses_nothing(content):
    assert ReportContent.from_bytes(content.to_bytes()) == content


def test_answers_of_a_newer_version_are_dropped():
    raw = json.dumps({"narrative": "x", "not_known_yet": 1}).encode()
    assert ReportContent.from_bytes(raw) == ReportContent(narrative="x")


@pytest.mark.guardrail("G6")
def test_no_free_text_stands_in_clear():
    canary = "Kanarienvogel"
    content = ReportContent(
        commune_typed=canary,
        narrative=canary,
        identity=canary,
        traces=(Trace(TraceKind.PHONE, canary),),
        answered=(canary,),
    )
    assert canary not in json.dumps(content.coded())
