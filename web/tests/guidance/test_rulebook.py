import copy
import shutil
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillon.base.enums import Confidence
from maillon.directory.enums import OrganisationKind
from maillon.guidance.enums import Addressee, AgeClass, Evidence, Ground, ReporterStatus
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.facts import Facts
from maillon.guidance.rulebook import DATA, Rulebook, build, load, read
from maillon.guidance.rules import route
from tests.guidance.data import ORIGINAL, changed, record, tables
from tests.guidance.shapes import ON

OFFICIAL = frozenset({ReporterStatus.PUBLIC_OFFICIAL})


def test_the_data_load_once_and_nothing_has_expired_when_they_were_written():
    assert load() is load()
    assert load().expired(ON) == ()
    assert read(DATA, on=ON).version == load().version


@pytest.mark.parametrize(
    ("file", "kind", "code", "fields", "said"),
    [
        ("rules", "step", "adult-art40", {"sources": ["cpp_40", "cp_226_13", "nowhere"]}, "unknown source nowhere"),
        ("rules", "step", "adult-art40", {"sources": ["cp_226_13"]}, "rests on cpp_40 without naming cpp_40"),
        ("rules", "step", "adult-acse", {"sources": []}, "names no source"),
        ("rules", "step", "adult-art40", {"what": " "}, "what must be a text"),
        ("rules", "step", "adult-art40", {"avoid": ["a", "a"]}, "avoid names something twice"),
        ("rules", "step", "adult-art40", {"rule": "R-99"}, "unknown rule R-99"),
        ("rules", "step", "adult-art40", {"rule": "R-11"}, "unknown rule R-11"),
        ("rules", "step", "adult-art40", {"contacts": ["0825"]}, "unknown contact 0825"),
        ("rules", "step", "adult-art40", {"ground": "other"}, "ground can't be 'other'"),
        ("rules", "step", "adult-art40", {"identity_ground": "cpp_40"}, "identity that may not move"),
        ("rules", "step", "adult-ask", {"identity": "allowed"}, "can't move on no_personal_data"),
        ("rules", "step", "adult-art40", {"when": []}, "when must be a list"),
        ("rules", "step", "adult-art40", {"optional": "no"}, "optional must be true or false"),
        ("rules", "step", "adult-art40", {"confidence": "verified"}, "confidence means nothing here"),
        ("rules", "step", "minor-crip-anyone", {"when": [{"minor": True, "wish": "refuses"}]}, "wish of a minor"),
        ("rules", "step", "adult-art40", {"when": [{"danger": True}]}, "same terms for a minor and an adult"),
        ("rules", "rule", "R-11", {"elsewhere": "", "title": "x"}, "elsewhere must be a text"),
        ("sources", "source", "cpp_40", {"expires_on": date(2026, 11, 23)}, "expires before it was checked"),
        ("sources", "source", "cpp_40", {"confidence": "certain"}, "confidence can't be 'certain'"),
        ("sources", "source", "cpp_40", {"checked_on": "hier"}, "checked_on must be a date"),
        ("sources", "source", "cpp_40", {"code": "cp_434_1"}, "stands twice"),
        ("contacts", "contact", "3919", {"confidence": "unconfirmed"}, "no source confirms"),
        ("contacts", "contact", "3919", {"source": "nowhere"}, "unknown source nowhere"),
        ("indicators", "sign", "papers_held", {"sources": ["nowhere"]}, "unknown source nowhere"),
        ("indicators", "sign", "papers_held", {"sources": []}, "unknown source"),
        ("indicators", "sign", "papers_held", {"trades": []}, "does not go with its trades"),
        ("indicators", "sign", "ad_stated_age", {"trades": ["police"]}, "does not go with its trades"),
        ("clocks", "expectation", "danger", {"hours": 0}, "whole number above zero"),
    ],
)
def test_what_is_wrong_is_said_where_it_is(file, kind, code, fields, said):
    with pytest.raises(BrokenRulebook, match=said) as refused:
        changed(file, kind, code, **fields)
    assert str(refused.value).startswith(f"{file}.toml")


def test_a_missing_field_is_named():
    written = tables()
    del record(written, "rules", "step", "adult-ask")["what"]
    with pytest.raises(BrokenRulebook, match=r"rules\.toml, adult-ask: what is missing"):
        build(written, "test")


def test_a_ground_or_a_word_that_is_missing_is_named():
    written = tables()
    written["grounds"]["ground"].pop(0)
    with pytest.raises(BrokenRulebook, match=r"grounds\.toml"):
        build(written, "test")
    written = tables()
    del written["words"]["wish"]["refuses"]
    with pytest.raises(BrokenRulebook, match=r"words\.toml, wish: missing or unknown refuses"):
        build(written, "test")


def test_a_rule_without_steps_must_say_where_it_is_kept():
    written = tables()
    written["rules"]["step"] = [step for step in written["rules"]["step"] if step["rule"] != "R-9"]
    with pytest.raises(BrokenRulebook, match="R-9: has no step"):
        build(written, "test")


def test_a_legal_clock_needs_a_confirmed_source():
    written = tables()
    written["clocks"]["legal"][0]["sources"] = ["practice"]
    with pytest.raises(BrokenRulebook, match="a legal clock needs a confirmed source"):
        build(written, "test")


def test_files_that_cannot_be_read_are_named(tmp_path):
    with pytest.raises(BrokenRulebook, match=r"sources\.toml: can't be read"):
        read(tmp_path)
    shutil.copytree(DATA, tmp_path / "data")
    (tmp_path / "data" / "rules.toml").write_text("version = ", encoding="utf-8")
    with pytest.raises(BrokenRulebook, match=r"rules\.toml"):
        read(tmp_path / "data")


def test_what_has_expired_stops_a_release_but_not_a_running_instance():
    with pytest.raises(BrokenRulebook, match=r"contacts\.toml, 3919: expired on 2027-05-23"):
        read(DATA, on=date(2027, 5, 23))
    assert read(DATA).contacts["3919"].expired_on(date(2027, 5, 23))
    assert not read(DATA).contacts["3919"].expired_on(date(2027, 5, 22))


leaves = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.dates(), st.just([]), st.just({}))


@st.composite
def broken_tables(draw):
    """The data with one field, anywhere, dropped or replaced by anything that TOML can hold."""
    name = draw(st.sampled_from(sorted(ORIGINAL)))
    written = dict(ORIGINAL)
    written[name] = copy.deepcopy(ORIGINAL[name])
    here = written[name]
    while True:
        key = draw(st.sampled_from(sorted(here)) if isinstance(here, dict) else st.integers(0, len(here) - 1))
        if isinstance(here[key], dict | list) and here[key] and draw(st.integers(0, 9)):
            here = here[key]
            continue
        if draw(st.booleans()):
            del here[key]
        else:
            here[key] = draw(leaves)
        return written


@settings(max_examples=300, deadline=None)
@given(broken_tables())
def test_broken_data_give_a_clear_refusal_or_a_whole_rulebook(written):
    refused = ""
    try:
        book = build(written, "test")
    except BrokenRulebook as fault:
        refused = str(fault)
    if refused:
        assert ".toml" in refused
        return
    assert isinstance(book, Rulebook)
    assert set(book.grounds) == set(Ground)
    assert all(code in book.sources for row in book.rows.values() for code in row.sources)


@pytest.mark.parametrize("row", load().rows.values(), ids=lambda row: row.code)
def test_a_step_is_no_surer_than_its_weakest_source(row):
    book = load()
    known = {book.sources[code].confidence for code in row.sources}
    sure = book.confidence(row.sources, ON)
    for worst in (Confidence.UNCONFIRMED, Confidence.SECONDARY, Confidence.VERIFIED):
        if worst in known:
            assert sure is worst
            break
    assert book.confidence(row.sources, date(2028, 1, 1)) is Confidence.UNCONFIRMED


def test_a_step_takes_the_confidence_of_its_day():
    facts = Facts(AgeClass.MINOR_15_17, OFFICIAL)
    crip = {on: route(facts, load(), on).steps[0].confidence for on in (ON, date(2027, 5, 23))}
    assert crip == {ON: Confidence.SECONDARY, date(2027, 5, 23): Confidence.UNCONFIRMED}


def test_signs_go_by_the_kind_of_organisation():
    for kind in OrganisationKind:
        signs = load().indicators.asked(kind)
        assert len(signs) >= 8
        assert all(sign.evidence is not Evidence.NOT_PREDICTIVE for sign in signs)
    assert load().indicators.asked("nobody") == ()
    assert {sign.code for sign in load().indicators.discarded()} == {
        "ad_passing_through",
        "ad_stated_age",
        "ad_screening",
    }


def test_the_law_dates_the_council_alone():
    book = load()
    clock = book.clock(Addressee.CRIP)
    assert clock is not None
    assert clock.due(date(2026, 11, 30)) == date(2027, 2, 28)
    assert clock.due(date(2026, 10, 5)) == date(2027, 1, 5)
    assert [addressee for addressee in Addressee if book.clock(addressee)] == [Addressee.CRIP]


def test_words_name_every_value():
    assert load().word(Addressee.CRIP) == "CRIP (conseil départemental)"
    assert load().word(Confidence.UNCONFIRMED) == "à confirmer"
