"""A coordination sheet says facts without a name: what looks like one, or like a way to reach somebody, is found."""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
_REACH = re.compile(r"[^\s@]+@[^\s@]+|https?://\S+|\+?\d(?:[ .\-/]?\d){8,}")
_SHORTEST = 3
# Words that begin a sentence about somebody and name nobody.
_NO_NAMES = frozenset(
    {
        "elle", "elles", "lui", "une", "des", "les", "ses", "son", "cette", "cet", "enfant", "fille", "jeune",
        "mineure", "mineur", "garcon", "adolescente", "adolescent", "nom", "prenom", "age", "ans", "dit", "dite",
        "surnom", "appelle", "appelee", "madame", "monsieur", "inconnu", "inconnue", "foyer", "alias",
    }
)  # fmt: skip


def names_in(text: str, child: str) -> tuple[str, ...]:
    """The words of `text` that name the child or tell how to reach somebody, each once, as they stand there.

    A word with a capital in `child`, which says who the child is, counts as a name; accents and case make no
    difference. So do addresses and telephone numbers. It finds what was typed here, not every name there is.
    """
    known = {plain for word in _WORD.findall(child) if word[0].isupper() and _is_name(plain := _plain(word))}
    found = [word for word in _WORD.findall(text) if _plain(word) in known]
    return tuple(dict.fromkeys([*found, *_REACH.findall(text)]))


def _is_name(plain: str) -> bool:
    return len(plain) >= _SHORTEST and plain not in _NO_NAMES


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))
