"""What must hold of the exercises before anybody practises with them."""

from collections.abc import Mapping
from typing import Any

from maillon.guidance import parsing
from maillon.guidance.checks import check_known
from maillon.guidance.concern import concern
from maillon.guidance.enums import Concern, Theme, Trade
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.exercises.parsing import FILE, feeling, misstep, question, scenario
from maillon.guidance.exercises.records import Exercises, Misstep, Scenario, Temptation
from maillon.guidance.records import Row
from maillon.guidance.signs import Indicators

FEWEST = 16
PER_THEME = 3
SENTENCES = range(4, 9)
# Read in under a minute, slowly.
WORDS = 180
WRONG_STEPS = 2
_ALL = {(minor, alarm) for minor in (True, False) for alarm in (True, False)}


def build(table: Mapping[str, Any], indicators: Indicators, rows: Mapping[str, Row]) -> Exercises:
    """Checked exercises from the parsed file. Raises BrokenRulebook."""
    found = Exercises(
        scenarios=parsing.indexed(FILE, table.get("scenario"), scenario),
        missteps=parsing.indexed(FILE, table.get("misstep"), misstep),
        questions=parsing.indexed(FILE, table.get("question"), question),
        feelings=parsing.indexed(FILE, table.get("confidence"), feeling),
    )
    for item in found.missteps.values():
        check_known(f"{FILE}, {item.code}", "step", [item.step], rows)
    for one in found.scenarios.values():
        _check_scenario(one, indicators, found.missteps)
    for asked in found.questions.values():
        check_known(f"{FILE}, {asked.code}", "sign", filter(None, (c.sign for c in asked.choices)), indicators.signs)
    _check_variety(tuple(found.scenarios.values()))
    return found


def _check_scenario(one: Scenario, indicators: Indicators, missteps: Mapping[str, Misstep]) -> None:
    where = f"{FILE}, {one.code}"
    asked = {sign.code for sign in indicators.asked_of(one.trade, minor=one.minor)}
    check_known(where, "sign of its trade and age", (*one.seen, *one.not_seen), asked)
    check_known(where, "misstep", one.missteps, missteps)
    for temptation in one.tempting:
        _check_temptation(where, temptation, one, indicators)
    if set(one.seen) & set(one.not_seen):
        raise BrokenRulebook(f"{where}: shows and denies {', '.join(sorted(set(one.seen) & set(one.not_seen)))}")
    if len(one.story) not in SENTENCES or len(one.text.split()) > WORDS:
        raise BrokenRulebook(f"{where}: a story has 4 to 8 sentences and {WORDS} words at most")
    if len(one.missteps) != WRONG_STEPS:
        raise BrokenRulebook(f"{where}: offers {WRONG_STEPS} missteps")
    _check_sources(where, one, indicators)
    _check_truth(where, one, indicators)


def _check_temptation(where: str, temptation: Temptation, one: Scenario, indicators: Indicators) -> None:
    if temptation.sign:
        check_known(where, "sign", [temptation.sign], indicators.signs)
        check_known(
            where, f"source of {temptation.sign}", temptation.sources, indicators.signs[temptation.sign].sources
        )
    check_known(where, "source", temptation.sources, indicators.sources)
    if temptation.sign in one.seen:
        raise BrokenRulebook(f"{where}: {temptation.sign} is shown, and can't be a false sign as well")


def _check_sources(where: str, one: Scenario, indicators: Indicators) -> None:
    """What explains a story rests on the sources of its signs, or of how signs combine."""
    codes = (*one.seen, *one.not_seen, *filter(None, (item.sign for item in one.tempting)))
    known = {source for code in codes for source in indicators.signs[code].sources}
    check_known(where, "source of its signs", one.sources, known | set(indicators.combination.sources))
    if not one.sources:
        raise BrokenRulebook(f"{where}: names no source")


def _check_truth(where: str, one: Scenario, indicators: Indicators) -> None:
    read = concern([indicators.signs[code] for code in one.seen], indicators.combination, minor=one.minor)
    if one.alarm is not (read is Concern.CONCERN):
        raise BrokenRulebook(f"{where}: alarm is {one.alarm}, and what it shows is read as {read}")


def _check_variety(scenarios: tuple[Scenario, ...]) -> None:
    """Enough of them, for every trade, both ages, both answers and each theme."""
    missing = [trade.value for trade in Trade if all(one.trade is not trade for one in scenarios)]
    missing += [theme.value for theme in Theme if sum(theme in one.themes for one in scenarios) < PER_THEME]
    both = {(one.minor, one.alarm) for one in scenarios}
    missing += [f"minor {minor}, alarm {alarm}" for minor, alarm in sorted(_ALL - both)]
    if len(scenarios) < FEWEST:
        missing.append(f"{FEWEST} scenarios")
    if missing:
        raise BrokenRulebook(f"{FILE}: not enough for {'; '.join(missing)}")
