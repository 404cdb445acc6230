"""Choosing 2048 words that nobody mixes up, from more than enough."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.spoken_words.sounds import heard, neighbourhood

WANTED = 2048
LETTERS = re.compile(r"[a-zàâéèêëîïôûùüç]{4,8}")
# Zipf scale: 3 is a word in a million. Rarer ones are taken only from a list that people chose.
FREQUENT_ENOUGH = 2.6
# How much more a word is wanted that stands in that list, or is a noun: it can be pictured.
_CHOSEN, _NOUN = 2.0, 0.8
_SHORTEST_SOUND = 3


@dataclass(frozen=True)
class Candidate:
    """A word, its pronunciation, how often it is met (Zipf scale), and what speaks for it."""

    word: str
    ipa: str
    frequency: float
    noun: bool
    chosen: bool

    @property
    def worth(self) -> float:
        """The higher, the sooner it is taken."""
        return self.frequency + _CHOSEN * self.chosen + _NOUN * self.noun


def folded(word: str) -> str:
    """Without accents."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def start(word: str) -> str:
    """The four letters that tell a word of the list from every other."""
    return folded(word)[:4]


def by_sound(pronounced: Mapping[str, str]) -> dict[str, set[str]]:
    """Words by what is heard."""
    sounds: dict[str, set[str]] = defaultdict(set)
    for word, ipa in pronounced.items():
        sounds[heard(ipa)].add(word)
    return sounds


def choose(candidates: Iterable[Candidate], common: Mapping[str, set[str]]) -> list[Candidate]:
    """The best 2048, in alphabetical order. `common` are frequent French words by sound, to find homophones.

    No two share their first four letters, and two changes of sound at least lie between any two.
    """
    taken: list[Candidate] = []
    starts: set[str] = set()
    near: set[str] = set()
    for candidate in sorted(candidates, key=lambda item: (-item.worth, item.word)):
        keys = neighbourhood(heard(candidate.ipa))
        if start(candidate.word) in starts or keys & near or not _is_clear(candidate, common):
            continue
        taken.append(candidate)
        starts.add(start(candidate.word))
        near |= keys
        if len(taken) == WANTED:
            break
    return sorted(taken, key=lambda item: folded(item.word))


def _is_clear(candidate: Candidate, common: Mapping[str, set[str]]) -> bool:
    # "(en)" in a pronunciation: espeak-ng reads the word in another language.
    sound = heard(candidate.ipa)
    others = common.get(sound, set())
    same_start = all(start(other) == start(candidate.word) for other in others)
    return "(" not in sound and len(sound) >= _SHORTEST_SOUND and same_start
