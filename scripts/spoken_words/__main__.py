"""Makes the list of spoken words. Needs espeak-ng; see README.md for the sources.

python -m scripts.spoken_words DICTIONARY FREQUENCIES CHOSEN > web/maillon/speaking/data/words.tsv
"""

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from scripts.spoken_words.choosing import FREQUENT_ENOUGH, LETTERS, WANTED, Candidate, by_sound, choose, folded
from scripts.spoken_words.sounds import phonemes

_LEFT_OUT = Path(__file__).parent / "left_out.txt"
_KINDS = ("po:nom", "po:adj", "po:v1", "po:v2", "po:v3")
_COMMON = 3.0


def main(dictionary: Path, frequencies: Path, chosen_list: Path) -> None:
    """Prints the list: word and pronunciation, one a line."""
    frequency = _frequencies(frequencies)
    chosen = {unicodedata.normalize("NFC", word) for word in chosen_list.read_text(encoding="utf-8").split()}
    found = _dictionary(dictionary)
    words = sorted(word for word in found if frequency.get(word, 0) >= FREQUENT_ENOUGH or word in chosen)
    words = [word for word in words if not _is_left_out(word)]
    pronounced = phonemes(words)
    candidates = [
        Candidate(word, pronounced[word], frequency.get(word, 0), "po:nom" in found[word], word in chosen)
        for word in words
    ]
    common = [word for word, zipf in frequency.items() if zipf >= _COMMON and word.isalpha()]
    taken = choose(candidates, by_sound(phonemes(common)))
    if len(taken) < WANTED:
        sys.exit(f"only {len(taken)} words")
    sys.stdout.writelines(f"{item.word}\t{item.ipa}\n" for item in taken)


def _dictionary(path: Path) -> dict[str, str]:
    # A Hunspell dictionary: « word/flags po:kind … ».
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        head, _, tags = line.partition(" ")
        word = head.partition("/")[0]
        if LETTERS.fullmatch(word) and any(kind in tags for kind in _KINDS):
            found[word] = f"{found.get(word, '')} {tags}"
    return found


def _frequencies(path: Path) -> dict[str, float]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {word: float(zipf) for word, zipf in rows}


def _rules() -> Iterator[str]:
    for line in _LEFT_OUT.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.replace("~ ", "~").split()


_RULES = [folded(rule) for rule in _rules()]
_WORDS = frozenset(rule for rule in _RULES if not rule.startswith("~"))
_STARTS = tuple(rule.removeprefix("~") for rule in _RULES if rule.startswith("~"))


def _is_left_out(word: str) -> bool:
    plain = folded(word)
    return plain in _WORDS or plain.startswith(_STARTS)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
