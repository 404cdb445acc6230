"""The 2048 spoken words: eleven bits each, told apart by ear, and by their first four letters."""

import unicodedata
from functools import cache
from importlib.resources import files

STARTS = 4
"""So many letters tell a word from every other."""


@cache
def words() -> tuple[str, ...]:
    """The words in the order of their numbers, with their accents."""
    return tuple(line.partition("\t")[0] for line in _lines())


@cache
def numbers() -> dict[str, int]:
    """The number of each word, by its letters without accents."""
    return {folded(word): number for number, word in enumerate(words())}


@cache
def by_start() -> dict[str, int]:
    """The number of each word, by its first four letters without accents."""
    return {plain[:STARTS]: number for plain, number in numbers().items()}


def number_of(typed: str) -> int | None:
    """The number of a word typed whole, or as its beginning of four letters or more; None for anything else."""
    plain = folded(typed)
    if plain in numbers():
        return numbers()[plain]
    number = by_start().get(plain[:STARTS])
    return number if number is not None and folded(words()[number]).startswith(plain) else None


def folded(word: str) -> str:
    """Small letters without accents."""
    spread = unicodedata.normalize("NFKD", word.lower())
    return "".join(char for char in spread if not unicodedata.combining(char))


def _lines() -> list[str]:
    return (files("maillon.speaking") / "data" / "words.tsv").read_text(encoding="utf-8").splitlines()
