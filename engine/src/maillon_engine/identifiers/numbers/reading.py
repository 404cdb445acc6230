"""Every way to read a run of tokens as digits, the best of each length: where the words do not say, the total does.

"soixante dix" is 70 or 60 10, and "pardon" takes back as much as makes the number whole. A telephone number has a
known count of digits, so each count keeps its own best reading until the plan decides between them.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias, final

from maillon_engine.identifiers.numbers import numerals
from maillon_engine.identifiers.numbers.tokens import NUMERIC, Kind, Token

LEAST_DIGITS, MOST_DIGITS = 8, 17
_PHRASE, _SKIP, _STRANGER, _ARTICLE, _TAKEN_BACK, _NOT_TAKEN_BACK = 1.0, 0.2, 1.0, 1.5, 0.5, 2.0
_LOOSE_MERGE, _SPLIT_COMPOUND, _ASTRIDE = 0.3, 0.6, 1.2
_ARTICLES = frozenset({"un", "one", "a"})
_PARTING = frozenset({"ou", "or"})
_CLOSE = frozenset({" ", "-", "", "  "})
# The token after a step, the digits that it adds, its price, and whether they are said as a pair.
_Step: TypeAlias = tuple[int, str, float, bool]


@final
class Reading:
    """Digits read from the tokens before position `end`; the lower the cost, the more natural."""

    __slots__ = ("cost", "digits", "end")

    def __init__(self, end: int, digits: str, cost: float) -> None:
        self.end = end
        self.digits = digits
        self.cost = cost


class Run:
    """Tokens close enough to be one number, with the folded text that they come from."""

    def __init__(self, tokens: Sequence[Token], folded: str) -> None:
        self.tokens = tokens
        self._gaps = [folded[left.end : right.start] for left, right in pairwise(tokens)] + ["\n"]
        self._compounds = "-" in self._gaps
        self._said: dict[int, list[_Step]] = {}

    def gap(self, index: int) -> str:
        """What stands between a token and the next."""
        return self._gaps[index]

    def readings(self, first: int, *, pairs: bool) -> list[Reading]:
        """The best reading of each end (at a token with digits) and count of digits, from a token on.

        `pairs`: two by two, as in France.
        """
        best: list[dict[int, tuple[float, str]]] = [{} for _ in range(len(self.tokens) + LONGEST_STEP)]
        best[first][0] = (0.0, "")
        for index in range(first, len(self.tokens)):
            if best[index]:
                self._over(index, best, pairs=pairs)
        return [
            Reading(end, digits, cost)
            for end in range(first + 1, len(self.tokens) + 1)
            if self.tokens[end - 1].kind in NUMERIC
            for size, (cost, digits) in best[end].items()
            if size >= LEAST_DIGITS
        ]

    def _over(self, index: int, best: list[dict[int, tuple[float, str]]], *, pairs: bool) -> None:
        """From every reading before a token to those after it, or after a phrase that begins with it."""
        taken_back = self.tokens[index].kind is Kind.UNDO
        for cost, digits in list(best[index].values()):
            size = len(digits)
            astride = pairs and size % 2 != _parity(digits)
            for end, read, price, pair in self._steps(index):
                if size + len(read) <= MOST_DIGITS:
                    _keep(best[end], digits + read, cost + (price + _ASTRIDE if astride and pair else price))
            for kept in range(size) if taken_back else ():
                _keep(best[index + 1], digits[:kept], cost + _TAKEN_BACK)

    def _steps(self, index: int) -> list[_Step]:
        """What a token, or a phrase that begins with it, may add whatever was read before it."""
        said = self._said.get(index)
        if said is None:
            said = self._said[index] = self._meant(index)
        return said

    def _meant(self, index: int) -> list[_Step]:
        token = self.tokens[index]
        kind = token.kind
        steps: list[_Step] = []
        if kind is Kind.DIGITS or kind is Kind.LOOKS:
            steps.append((index + 1, token.text, 0.0 if kind is Kind.DIGITS else _PHRASE / 2, False))
        elif kind is Kind.UNDO:
            steps.append((index + 1, "", _NOT_TAKEN_BACK, False))
        elif kind is not Kind.WORD and kind is not Kind.PLUS and token.text not in _PARTING:
            steps.append((index + 1, "", _STRANGER if kind is Kind.OTHER else _SKIP, False))
        if token.text in _ARTICLES:
            steps.append((index + 1, "", _ARTICLE, False))
        return steps + self._beginning(index) if kind in NUMERIC else steps

    def _beginning(self, index: int) -> list[_Step]:
        """The phrases that begin with a token."""
        table, beginnings = numerals.phrases(), numerals.beginnings()
        steps: list[_Step] = []
        words = ""
        for end in range(index + 1, min(index + numerals.LONGEST, len(self.tokens)) + 1):
            words = f"{words} {self.tokens[end - 1].text}" if words else self.tokens[end - 1].text
            if words not in beginnings:
                break
            read = table.get(words)
            if read is not None:
                steps.append((end, read, self._price(index, end), len(read) == 2))
            if self._gaps[end - 1] not in _CLOSE:
                break
        return steps

    def _price(self, index: int, end: int) -> float:
        price = _PHRASE
        if self._compounds and end - index > 1 and " " in self._gaps[index : end - 1]:
            price += _LOOSE_MERGE
        if self._gaps[end - 1] == "-":
            price += _SPLIT_COMPOUND
        return price


LONGEST_STEP = numerals.LONGEST + 1


def _parity(digits: str) -> int:
    """Where pairs begin: at even places of a national number, at odd ones after "33 6" or "0033 6"."""
    return int(digits.startswith(("33", "0033")) and len(digits) > 2)


def _keep(states: dict[int, tuple[float, str]], digits: str, cost: float) -> None:
    """Of equal readings the one that joins words earlier, which is the greater: "trente quatre vingt" is 34 20."""
    known = states.get(len(digits))
    if known is None or cost < known[0] or (cost == known[0] and digits > known[1]):
        states[len(digits)] = (cost, digits)
