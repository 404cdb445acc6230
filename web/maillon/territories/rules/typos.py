"""Forgives a slip of the finger without help from the database: one edit in a name's beginning, two in a long one.

Two words that differ by one edit (a letter missing, added, changed, or two neighbours swapped) share a form with at
most one letter left out. Those forms are indexed as 32-bit digests; what they find is then measured exactly, so that
two forms with the same digest cost a comparison and nothing else.
"""

from zlib import crc32

# Only beginnings are indexed: people stop typing once the right name shows.
INDEXED_LENGTH = 7
SHORTEST = 4
_LONG = 9


def variants(key: str) -> list[int]:
    """Digests of the beginning of a folded name, whole and with each single letter left out; none for a short name."""
    start = _compact(key)[:INDEXED_LENGTH]
    if len(start) < SHORTEST:
        return []
    forms = {start} | {start[:place] + start[place + 1 :] for place in range(len(start))}
    return sorted(crc32(form.encode()) - 2**31 for form in forms)


def slips(typed: str, key: str) -> int | None:
    """How many edits lead from what was typed to a beginning of the key; None when that is more than is forgiven."""
    typed, key = _compact(typed), _compact(key)
    allowed = 2 if len(typed) >= _LONG else 1
    found = min(_last_row(typed, key[: len(typed) + allowed]))
    return found if found <= allowed else None


def _compact(key: str) -> str:
    # “saint” opens one commune in ten: left whole, it would use up the indexed letters and tell nothing.
    return "".join("s" if word in {"saint", "sainte"} else word for word in key.split())


def _last_row(typed: str, key: str) -> list[int]:
    """Optimal string alignment: distances from all of `typed` to each beginning of `key`."""
    before: list[int] = []
    above = list(range(len(key) + 1))
    for row, letter in enumerate(typed, start=1):
        here = [row]
        for column, other in enumerate(key, start=1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == key[column - 2] and typed[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        before, above = above, here
    return above
