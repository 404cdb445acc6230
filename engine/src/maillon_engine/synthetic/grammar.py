"""The sentences that synthetic texts are made of, from one data file for each language."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from random import Random
from typing import Any

# Languages and their share of a corpus, in percent.
LANGUAGES: tuple[tuple[str, int], ...] = (("fr", 60), ("en", 13), ("es", 9), ("ro", 9), ("ar", 9))
_CHOICE = re.compile(r"\{([^{}]*)\}")
Sentence = tuple[str | tuple[str, ...], ...]
Sentences = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """What one kind of advert says, in the order in which it says it."""

    opening: Sentences
    detail: Sentences
    condition: Sentences
    price: Sentences


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything that one language has to say."""

    names: tuple[str, ...]
    filler: tuple[str, ...]
    months: tuple[str, ...]
    rent: tuple[str, ...]
    hourly: tuple[str, ...]
    rare: tuple[tuple[str, ...], ...]
    themes: tuple[Theme, ...]
    contact: Mapping[str, Sentences]
    voice: Mapping[str, Sentences]
    payment: Mapping[str, Sentences]
    stock: Mapping[str, Sentences]


@lru_cache(maxsize=len(LANGUAGES))
def bank(language: str) -> Bank:
    """The bank of a language of LANGUAGES."""
    data = _data(language)
    return Bank(
        names=tuple(data["names"]),
        filler=tuple(data["filler"]),
        months=tuple(data["months"]),
        rent=tuple(data["rent"]),
        hourly=tuple(data["hourly"]),
        rare=tuple(tuple(data["rare"][part]) for part in ("start", "middle", "end")),
        themes=tuple(_theme(theme) for theme in data["themes"].values()),
        contact=_sentences(data["contact"]),
        voice=_sentences(data["voice"]),
        payment=_sentences(data["payment"]),
        stock=_sentences(data["stock"]),
    )


@lru_cache(maxsize=1)
def communes() -> tuple[tuple[str, str], ...]:
    """(INSEE code, name) of the communes that adverts name; the first six are neighbours."""
    return tuple(_data("communes")["communes"].items())


def language(rng: Random) -> str:
    """A language, by its share."""
    drawn = rng.random() * 100
    for code, share in LANGUAGES:
        drawn -= share
        if drawn < 0:
            return code
    return LANGUAGES[0][0]


def expanded(sentence: Sentence, of: Bank, rng: Random) -> str:
    """The sentence with one of each choice, its invented names made, and its other slots left as `<slot>`."""
    draw = rng.random
    text = "".join([piece if type(piece) is str else piece[int(draw() * len(piece))] for piece in sentence])
    while "<rare>" in text:
        text = text.replace("<rare>", rare(of, rng), 1)
    return text


def rare(of: Bank, rng: Random) -> str:
    """An invented name: what gives the corpus the long tail of rare words that real texts have."""
    draw = rng.random
    return "".join([part[int(draw() * len(part))] for part in of.rare])


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((files("maillon_engine.synthetic") / "data" / f"{name}.toml").read_text("utf-8"))


def _theme(data: Mapping[str, list[str]]) -> Theme:
    parts = _sentences(data)
    return Theme(parts["open"], parts["detail"], parts["condition"], parts["price"])


def _sentences(data: Mapping[str, list[str]]) -> dict[str, Sentences]:
    return {name: tuple(_compiled(text) for text in texts) for name, texts in data.items()}


def _compiled(text: str) -> Sentence:
    """The text cut at its choices: odd pieces of the split are what stood between braces."""
    pieces = _CHOICE.split(text)
    return tuple(tuple(piece.split("|")) if odd % 2 else piece for odd, piece in enumerate(pieces) if odd % 2 or piece)
