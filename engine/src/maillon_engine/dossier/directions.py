"""Which way a text runs."""

import unicodedata
from collections import Counter

_LEFT, _RIGHT = frozenset({"L"}), frozenset({"R", "AL"})


def direction(text: str) -> str:
    """ "rtl" where more letters run to the left than to the right, else "ltr".

    HTML's "auto" goes by the first letter, which is wrong for a text that begins with a foreign name, and for a
    template whose first words are in a slot.
    """
    counts = Counter(map(unicodedata.bidirectional, text))
    right_to_left = sum(counts[kind] for kind in _RIGHT)
    return "rtl" if right_to_left > sum(counts[kind] for kind in _LEFT) else "ltr"
