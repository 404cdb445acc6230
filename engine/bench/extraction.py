"""French numbers, hidden and plain, beside phonenumbers alone and after text2num; microseconds a text.

Functions are timed in this process, on one core. The command is timed whole, with its start, over a pipe of many other
texts and every core, beside phonenumbers over the same texts.
"""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import orjson
from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number
from text_to_num import alpha2digit

from bench import _corpora
from bench._timing import in_turn
from maillon_engine import extract
from maillon_engine.evaluation.scores import of_sets
from maillon_engine.identifiers.registry import forget

NAME = "engine-extraction"
_EACH, _EACH_PIPED = 60, 1500
_ROUNDS = 3
Finder = Callable[[str], set[str]]


def run() -> list[dict[str, Any]]:
    """A row for each corpus and tool. All kinds of identifiers are looked for by ours, numbers alone by the peers."""
    hidden = _corpora.hidden_numbers(_EACH)
    plain = [(text, "") for text in _corpora.plain_adverts(len(hidden))]
    many = [text for text, _ in _corpora.hidden_numbers(_EACH_PIPED)]
    return [
        *_measured("hidden numbers", hidden, scored=True),
        *_measured("adverts, plain", plain, scored=False),
        *_piped("hidden numbers, piped", many),
        *_piped("adverts, plain, piped", _corpora.corpus("plain", _corpora.LARGE).texts),
    ]


def matched(text: str) -> set[str]:
    """The numbers of phonenumbers' matcher."""
    return {format_number(match.number, PhoneNumberFormat.E164) for match in PhoneNumberMatcher(text, "FR")}


def spoken(text: str) -> set[str]:
    """The same after text2num has turned French words into digits."""
    return matched(alpha2digit(text, "fr"))


def ours(text: str) -> set[str]:
    """The numbers among all identifiers."""
    return {item.value for item in extract(text, region="FR") if item.kind == "phone"}


_FINDERS: dict[str, Finder] = {"phonenumbers": matched, "text2num + phonenumbers": spoken, "maillon-engine": ours}


def _measured(corpus: str, cases: list[tuple[str, str]], *, scored: bool) -> list[dict[str, Any]]:
    works = {name: _over(find, [text for text, _ in cases]) for name, find in _FINDERS.items()}
    best = in_turn(works, _ROUNDS)
    truth: set[tuple[str, ...]] = {(str(place), value) for place, (_, value) in enumerate(cases)}
    matcher = best["phonenumbers"][1]
    rows = []
    for name, (found, seconds) in best.items():
        score = of_sets(found, truth).as_dict() if scored else {}
        row = _row(corpus, len(cases), name, seconds, matcher)
        rows.append({key: score.get(key, value) if value is None else value for key, value in row.items()})
    return rows


def _piped(corpus: str, texts: list[str]) -> list[dict[str, Any]]:
    lines = b"".join(orjson.dumps({"id": place, "text": text}) + b"\n" for place, text in enumerate(texts))
    works = {"phonenumbers": lambda: list(map(matched, texts)), "maillon-engine extract": lambda: _command(lines)}
    best = in_turn(works, 2)
    matcher = best["phonenumbers"][1]
    return [_row(corpus, len(texts), name, seconds, matcher) for name, (_, seconds) in best.items()]


def _command(lines: bytes) -> int:
    started = [sys.executable, "-c", "from maillon_engine.cli import main; main(['extract'])"]
    return len(subprocess.run(started, input=lines, stdout=subprocess.PIPE, check=True).stdout)  # noqa: S603 - our own


def _row(corpus: str, texts: int, tool: str, seconds: float, matcher: float) -> dict[str, Any]:
    none = dict.fromkeys(("precision", "recall", "f1"))
    return {
        "corpus": corpus,
        "texts": texts,
        "tool": tool,
        **none,
        "microseconds_a_text": round(1e6 * seconds / texts, 1),
        "times_phonenumbers": round(seconds / matcher, 2),
    }


def _over(find: Finder, texts: list[str]) -> Callable[[], set[tuple[str, ...]]]:
    def work() -> set[tuple[str, ...]]:
        # Every round as if it were the first: an answer that is kept is no measure.
        forget()
        return {(str(place), value) for place, text in enumerate(texts) for value in find(text)}

    return work
