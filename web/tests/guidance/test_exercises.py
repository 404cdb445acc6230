"""Invented situations agree with the rules, and what is said of an answer agrees with the story."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.directory.rules import reporter_statuses
from maillon.guidance.enums import Concern, Seen, Theme, Trade
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.exercises.checks import FEWEST, PER_THEME
from maillon.guidance.feedback import STAY, Play, Verdict, asked, feedback, first_steps, story_reading
from maillon.guidance.questions import right
from maillon.guidance.rulebook import build, load
from maillon.guidance.rules import reading, route
from tests.guidance.data import changed, record, tables
from tests.guidance.shapes import ON

BOOK = load()
SCENARIOS = tuple(BOOK.exercises.scenarios.values())
each_scenario = pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.code)


@st.composite
def plays(draw):
    """A scenario and any answer to it: some signs left open, any first step."""
    scenario = draw(st.sampled_from(SCENARIOS))
    codes = [sign.code for sign in asked(scenario, BOOK)]
    signs = draw(st.dictionaries(st.sampled_from(codes), st.sampled_from(Seen)))
    return scenario, Play(signs, draw(st.sampled_from(first_steps(scenario, BOOK, ON))))


def test_there_are_enough_for_every_trade_age_answer_and_theme():
    assert len(SCENARIOS) >= FEWEST == 16
    assert {scenario.trade for scenario in SCENARIOS} == set(Trade)
    assert {(scenario.minor, scenario.alarm) for scenario in SCENARIOS} == {(a, b) for a in (0, 1) for b in (0, 1)}
    for theme in Theme:
        assert sum(theme in scenario.themes for scenario in SCENARIOS) >= PER_THEME == 3


@each_scenario
def test_the_rules_of_real_life_read_a_story_as_it_says(scenario):
    assert (story_reading(scenario, BOOK).concern is Concern.CONCERN) is scenario.alarm


@each_scenario
def test_whoever_reads_the_story_right_is_told_so_and_nothing_else(scenario):
    signs = {sign.code: Seen.SEEN if sign.code in scenario.seen else Seen.NOT_SEEN for sign in asked(scenario, BOOK)}
    said = feedback(scenario, Play(signs, STAY), BOOK, ON)
    assert {sign.code for sign in said.found} == set(scenario.seen)
    assert (said.missed, said.unsure, said.over_read) == ((), (), ())
    assert said.own == said.story
    assert said.temptations == scenario.tempting
    assert said.verdict is (Verdict.LATE if scenario.alarm else Verdict.FITS)


@each_scenario
def test_the_steps_offered_are_those_of_the_rules_with_staying_and_two_that_harm(scenario):
    offered = first_steps(scenario, BOOK, ON)
    real = {step.code for step in route(scenario.facts, BOOK, ON).steps}
    assert set(offered) == real | {STAY, *scenario.missteps}
    assert len(offered) == len(set(offered))


@each_scenario
def test_whoever_tells_is_seen_by_the_law_as_the_trade_is(scenario):
    possible = [
        reporter_statuses(scenario.trade, secrecy, is_public_service=public)
        for secrecy in ("", "bound")
        for public in (True, False)
    ]
    assert scenario.facts.statuses in possible


def test_the_place_of_a_step_gives_nothing_away():
    assert len({first_steps(scenario, BOOK, ON).index(STAY) for scenario in SCENARIOS}) > 2


@given(plays())
def test_every_sign_of_the_story_is_found_open_or_missed_and_every_other_seen_one_over_read(case):
    scenario, play = case
    said = feedback(scenario, play, BOOK, ON)
    parts = [{sign.code for sign in part} for part in (said.found, said.unsure, said.missed)]
    assert set().union(*parts) == set(scenario.seen)
    assert sum(map(len, parts)) == len(scenario.seen)
    seen = {code for code, answer in play.signs.items() if answer is Seen.SEEN}
    assert {one.sign.code for one in said.over_read} == seen - set(scenario.seen)
    assert all(one.denied is (one.sign.code in scenario.not_seen) for one in said.over_read)


@given(plays())
def test_the_reading_is_that_of_real_life_and_each_temptation_is_explained_once(case):
    scenario, play = case
    said = feedback(scenario, play, BOOK, ON)
    everything = {sign.code: play.signs.get(sign.code, Seen.UNSURE) for sign in asked(scenario, BOOK)}
    assert said.own == reading(everything, scenario.facts, BOOK)
    assert said.steps == route(scenario.facts, BOOK, ON).steps
    explained = [one.temptation for one in said.over_read if one.temptation] + list(said.temptations)
    assert sorted(explained, key=repr) == sorted(scenario.tempting, key=repr)


@given(plays())
def test_a_step_that_harms_is_never_said_to_fit(case):
    scenario, play = case
    said = feedback(scenario, play, BOOK, ON)
    assert (said.verdict is Verdict.HARMS) is (play.step in scenario.missteps)
    if play.step == STAY:
        assert said.verdict is (Verdict.LATE if scenario.alarm else Verdict.FITS)
    sent = {step.code for step in route(scenario.facts, BOOK, ON).transmissions()}
    if play.step in sent:
        assert said.verdict is (Verdict.FITS if scenario.alarm else Verdict.EARLY)


@pytest.mark.parametrize(
    ("code", "fields", "said"),
    [
        ("covoiturage", {"alarm": False}, "is read as concern"),
        ("saisonniers", {"alarm": True}, "is read as attentive"),
        ("covoiturage", {"seen": ["papers_held", "camera_inward"]}, "unknown sign of its trade"),
        ("premier-depistage", {"not_seen": ["low_mood"]}, "unknown sign of its trade"),
        ("covoiturage", {"not_seen": ["watched"]}, "shows and denies watched"),
        ("covoiturage", {"story": ["Une phrase."]}, "4 to 8 sentences"),
        ("covoiturage", {"missteps": ["confront"]}, "offers 2 missteps"),
        ("covoiturage", {"missteps": ["confront", "nowhere"]}, "unknown misstep"),
        ("covoiturage", {"sources": ["dis_leur"]}, "unknown source of its signs"),
        ("covoiturage", {"sources": []}, "names no source"),
        ("covoiturage", {"tempting": [{"sign": "watched", "why": "x"}]}, "can't be a false sign as well"),
        ("covoiturage", {"tempting": [{"why": "x"}]}, "a sign or a text"),
        ("covoiturage", {"facts": {"statuses": ["lodging"], "danger": "no"}}, "danger must be true or false"),
        ("covoiturage", {"facts": {"statuses": ["lodging"], "rating": 3}}, "rating means nothing here"),
        (
            "guichet",
            {
                "trade": "police",
                "seen": ["papers_held", "false_job", "housed_by_exploiter"],
                "not_seen": [],
                "tempting": [{"text": "x", "why": "y"}],
            },
            "not enough for prefecture",
        ),
    ],
)
def test_a_story_that_does_not_hold_is_refused(code, fields, said):
    with pytest.raises(BrokenRulebook, match=said):
        changed("scenarios", "scenario", code, **fields)


def test_too_few_stories_of_a_theme_are_refused():
    written = tables()
    for story in written["scenarios"]["scenario"]:
        story["themes"] = [] if story["code"] != "dette-payee" else ["drugs"]
    with pytest.raises(BrokenRulebook, match="not enough for online; drugs"):
        build(written, "test")


def test_a_misstep_rests_on_a_step_of_the_rules():
    with pytest.raises(BrokenRulebook, match="unknown step"):
        changed("scenarios", "misstep", "confront", step="nowhere")


@pytest.mark.parametrize("question", BOOK.exercises.questions.values(), ids=lambda question: question.code)
def test_each_question_has_one_right_answer_and_codes_of_its_own(question):
    assert right(question, BOOK, ON) in question.choices
    assert len({choice.code for choice in question.choices}) == len(question.choices) == 3


def test_three_questions_and_two_sentences_about_oneself_are_asked():
    assert (len(BOOK.exercises.questions), len(BOOK.exercises.feelings)) == (3, 2)


def test_a_question_whose_right_answer_the_data_no_longer_give_is_noticed():
    written = tables()
    record(written, "indicators", "sign", "ad_vouching").update(evidence="not_predictive", trades=[])
    del record(written, "indicators", "sign", "ad_vouching")["strength"]
    record(written, "scenarios", "scenario", "annonce-seule")["not_seen"].remove("ad_vouching")
    book = build(written, "test")
    with pytest.raises(BrokenRulebook, match="has 2 right answers"):
        right(book.exercises.questions["advert"], book, date(2026, 11, 26))
