"""What happens to a template between two texts. Slots (`<phone>`) are left whole, so that the truth stays known."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

LEVELS = (0, 1, 2, 3)
_EMOJI = ("😊", "👍", "✨", "🏠", "📞", "🎵", "🌸", "☀️", "💶", "🔑", "✅", "🎁", "🌿", "🙂", "⭐", "📍")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Level:
    """Chances: of a word to be mistyped, dropped or followed by another; of a text to suffer the rest."""

    typo: float
    drop: float
    insert: float
    emoji: float
    reorder: float
    truncate: float
    case: float


_CHANCES = (
    Level(0, 0, 0, 0, 0, 0, 0),
    Level(0.02, 0.01, 0.01, 0.3, 0, 0, 0.02),
    Level(0.05, 0.04, 0.04, 0.6, 0.15, 0.1, 0.1),
    Level(0.10, 0.08, 0.08, 1, 0.6, 0.4, 0.3),
)


def disturbed(sentences: Sequence[str], level: int, filler: Sequence[str], rng: Random) -> str:
    """The sentences as one text, with the accidents of a level: 0 none, 1 light, 2 medium, 3 hard."""
    if not level:
        return " ".join(sentences)
    chances = _CHANCES[level]
    if rng.random() < chances.reorder:
        sentences = rng.sample(sentences, len(sentences))
    words = " ".join(sentences).split()
    if rng.random() < chances.truncate:
        words = words[: max(6, int(len(words) * (0.6 + 0.3 * rng.random())))]
    words = _words(words, chances, filler, rng)
    if rng.random() < chances.emoji:
        _sprinkle(words, level, rng)
    if rng.random() < chances.case:
        _recase(words, rng)
    return " ".join(words)


def _words(words: Sequence[str], chances: Level, filler: Sequence[str], rng: Random) -> list[str]:
    draw = rng.random
    drop, typo = chances.drop, chances.drop + chances.typo
    insert = typo + chances.insert
    kept: list[str] = []
    for word in words:
        luck = draw()
        if luck >= insert or "<" in word:
            kept.append(word)
        elif luck >= typo:
            kept += (word, filler[int(draw() * len(filler))])
        elif luck >= drop:
            kept.append(_mistyped(word, rng))
    return kept


def _mistyped(word: str, rng: Random) -> str:
    """One slip of a finger: two letters swapped, one lost, doubled or wrong."""
    if len(word) < _SHORT:
        return word
    place = 1 + int(rng.random() * (len(word) - 2))
    slip = int(rng.random() * 4)
    if slip == 0:
        return f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}"
    wrong = ("", word[place] * 2, _LETTERS[int(rng.random() * 26)])[slip - 1]
    return f"{word[:place]}{wrong}{word[place + 1 :]}"


def _sprinkle(words: list[str], level: int, rng: Random) -> None:
    for _ in range(1 + int(rng.random() * level)):
        words.insert(int(rng.random() * (len(words) + 1)), _EMOJI[int(rng.random() * len(_EMOJI))])


def _recase(words: list[str], rng: Random) -> None:
    change = str.upper if rng.random() < 0.5 else str.lower
    words[:] = [word if "<" in word else change(word) for word in words]
