"""The answers to the last texts: an advert is posted again as it stands."""

from collections.abc import Sequence

from maillon_engine.identifiers.model import Identifier

# Texts of two generations, those of usual length: a longer one seldom comes again, and holds much memory.
_KEPT, _USUAL = 1 << 11, 2_000
Answer = Sequence[Identifier]
_Key = tuple[str, str]


class Recent:
    """Answers by text and region. The younger half is full, and becomes the older; what nobody asked again goes."""

    def __init__(self) -> None:
        self._younger: dict[_Key, Answer] = {}
        self._older: dict[_Key, Answer] = {}

    def get(self, text: str, region: str) -> Answer | None:
        """The answer to a text, if it is among the last."""
        key = text, region
        answer = self._younger.get(key)
        if answer is None:
            answer = self._older.get(key)
            if answer is not None:
                self.keep(text, region, answer)
        return answer

    def keep(self, text: str, region: str, answer: Answer) -> None:
        """Has it among the last from now on."""
        if len(text) > _USUAL:
            return
        if len(self._younger) >= _KEPT:
            self._older, self._younger = self._younger, {}
        self._younger[text, region] = answer

    def clear(self) -> None:
        """Lets go of all."""
        self._younger, self._older = {}, {}
