"""When two cases of one organisation look like one person's: rules on the name that was typed, each with its reason.

No probability and no number: a worker reads why, and asks. Never between organisations, never by telephone or trace.
"""

import re
import unicodedata
from collections.abc import Mapping, Set

from maillon.cases.enums import Likeness

# How French ears hear letters; longest first. Only so far that a name heard twice is written alike.
_SOUNDS = (
    ("eau", "o"),
    ("sch", "ch"),
    ("qu", "k"),
    ("ph", "f"),
    ("au", "o"),
    ("ou", "u"),
    ("oo", "u"),
    ("ai", "e"),
    ("ei", "e"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("ch", "#"),
    ("sh", "#"),
    ("c", "k"),
    ("q", "k"),
    ("y", "i"),
    ("w", "u"),
    ("x", "ks"),
    ("z", "s"),
    ("h", ""),
)
_SILENT = "esta"


def name_keys(name: str) -> dict[Likeness, str]:
    """What a name is compared by: as it is written, and as it sounds. The second is left out where it says too little.

    Case, accents, spaces and the order of the words do not count.
    """
    words = _words(name)
    keys = {Likeness.SAME_NAME: " ".join(words)} if words else {}
    sound = " ".join(_sound(word) for word in words)
    if len(sound.replace(" ", "")) >= 3:
        keys[Likeness.NAME_SOUNDS_ALIKE] = sound
    return keys


def reasons(names: Set[Likeness], *, same_commune: bool, same_language: bool) -> tuple[Likeness, ...]:
    """Why to ask whether it is the same person; empty where there is no reason to.

    `names` are the keys that agree. A name that only sounds alike needs the same commune beside it.
    """
    beside: Mapping[Likeness, bool] = {Likeness.SAME_COMMUNE: same_commune, Likeness.SAME_LANGUAGE: same_language}
    if Likeness.SAME_NAME in names:
        found = {Likeness.SAME_NAME}
    elif Likeness.NAME_SOUNDS_ALIKE in names and same_commune:
        found = {Likeness.NAME_SOUNDS_ALIKE}
    else:
        return ()
    found |= {reason for reason, holds in beside.items() if holds}
    return tuple(reason for reason in Likeness if reason in found)


def _words(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    return sorted(re.findall(r"[^\W_]+", plain))


def _sound(word: str) -> str:
    if not word.isascii():
        return ""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word.rstrip(_SILENT) or word
