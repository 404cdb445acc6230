"""French numbers, hidden and plain, beside phonenumbers alone and after text2num; microseconds a text."""

from collections.abc import Callable
from typing import Any

from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number
from text_to_num import alpha2digit

from bench import _corpora
from bench._timing import in_turn
from maillon_engine import extract
from maillon_engine.evaluation.scores import of_sets

NAME = "engine-extraction"
_EACH = 60
_ROUNDS = 3
Finder = Callable[[str], set[str]]


def run() -> list[dict[str, Any]]:
    """A row for each corpus and tool. All kinds of identifiers are looked for by ours, numbers alone by the peers."""
    hidden = _corpora.hidden_numbers(_EACH)
    plain = [(text, "") for text in _corpora.plain_adverts(len(hidden))]
    return [*_measured("hidden numbers", hidden, scored=True), *_measured("adverts, plain", plain, scored=False)]


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
        rows.append(
            {
                "corpus": corpus, "texts": len(cases), "tool": name,
                **{key: score.get(key) for key in ("precision", "recall", "f1")},
                "microseconds_a_text": round(1e6 * seconds / len(cases), 1),
                "times_phonenumbers": round(seconds / matcher, 2),
            }
        )  # fmt: skip
    return rows


def _over(find: Finder, texts: list[str]) -> Callable[[], set[tuple[str, ...]]]:
    return lambda: {(str(place), value) for place, text in enumerate(texts) for value in find(text)}
