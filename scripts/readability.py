"""How hard the French of the cards and signs is to read: docs/reference/readability.md.

Kandel and Moles, Application de l'indice de Flesch à la langue française, 1958: Flesch's formula, fitted to French.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pyphen import Pyphen

from maillon.guidance import rulebook
from maillon.guidance.rulebook import Rulebook
from scripts.generated import command
from scripts.tree import PROJECT

PAGE = PROJECT / "docs" / "reference" / "readability.md"
# What somebody who has finished compulsory school (troisième, about fifteen years old) reads without effort.
SCHOOL_LEAVER = 60.0
_SENTENCE_END = re.compile(r"[.!?…]")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouyàâæéèêëîïôœùûüÿ]+")
_SILENT_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eéèêiy])")
_MUTE_END = re.compile(r"es?$")


@dataclass(frozen=True)
class Counts:
    """How long a text is."""

    sentences: int
    words: int
    syllables: int

    @property
    def ease(self) -> float:
        """Kandel and Moles' reading ease: the higher, the easier. Raises ZeroDivisionError when there is no text."""
        return 207 - 1.015 * self.words / self.sentences - 73.6 * self.syllables / self.words


@dataclass(frozen=True)
class Measured:
    """Texts under one name."""

    name: str
    counts: Counts
    judged: bool

    @property
    def too_hard(self) -> bool:
        """Whether it is judged, and harder than a school-leaver reads."""
        return self.judged and self.counts.ease < SCHOOL_LEAVER


def counted(texts: tuple[str, ...]) -> Counts:
    """The texts together; the end of a text ends its sentence. A word stands between blanks: `l’aide` is one."""
    sentences = [part for text in texts for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    words = [word.lower() for part in sentences for word in _WORD.findall(part)]
    return Counts(len(sentences), len(words), sum(map(syllables, words)))


def syllables(word: str) -> int:
    """How many syllables a French word has, at least one; a figure counts one for each digit."""
    return max(1, sum(_spoken(part) for part in re.split("[’'-]", word.lower())))


def _spoken(part: str) -> int:
    """The larger of two counts of which each errs towards too few, so that no text looks easier than it is.

    The dictionary leaves a first vowel on its word (`école` in one piece), groups of vowels miss a hiatus (`réagir`).
    """
    if part.isdigit():
        return len(part)
    if not _VOWELS.search(part):
        return 0
    sounded = _MUTE_END.sub("", _SILENT_U.sub("", part))
    return max(len(_dictionary().positions(part)) + 1, len(_VOWELS.findall(sounded)))


@cache
def _dictionary() -> Pyphen:
    return Pyphen(lang="fr_FR", left=1, right=1)


def measured(book: Rulebook) -> Iterator[Measured]:
    """Every trade's card, which is judged; then the signs, which are shown beside them."""
    for trade, card in book.cards.items():
        yield Measured(f"card: {book.word(trade)}", counted(tuple(item.text for item in card.items)), judged=True)
    signs = book.signs.values()
    yield Measured("signs, as asked", counted(tuple(sign.text for sign in signs)), judged=False)
    yield Measured("signs, what else they can mean", counted(tuple(sign.otherwise for sign in signs)), judged=False)


def part(book: Rulebook | None = None) -> str:
    """The generated part of the page: the table."""
    lines = [
        "| text | sentences | words | words a sentence | syllables a word | reading ease |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for one in measured(book or rulebook.load()):
        counts = one.counts
        cells = (
            f"{counts.words / counts.sentences:.1f}",
            f"{counts.syllables / counts.words:.2f}",
            f"{counts.ease:.0f}",
        )
        lines.append(f"| {one.name} | {counts.sentences} | {counts.words} | {' | '.join(cells)} |")
    return "\n".join(lines)


def too_hard(book: Rulebook) -> list[str]:
    """The cards that ask more of their readers than they may, one line each."""
    return [
        f"{one.name}: reading ease {one.counts.ease:.1f}, under {SCHOOL_LEAVER:.0f}"
        for one in measured(book)
        if one.too_hard
    ]


def main(arguments: list[str]) -> int:
    """Prints the table; `--write` puts it in the page; `--check` fails when the page is stale or a card too hard."""
    hard = too_hard(rulebook.load())
    if "--write" not in arguments and "--check" not in arguments:
        sys.stdout.write(part() + "\n")
    elif command(PAGE, part, arguments):
        return 1
    sys.stdout.writelines(f"{line}\n" for line in hard)
    return 1 if hard and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
