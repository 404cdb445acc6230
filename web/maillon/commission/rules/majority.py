"""What the commission advises, out of the voices that were given (CRPA R133-11)."""

from dataclasses import dataclass

from maillon.commission.enums import Sense, Vote


@dataclass(frozen=True)
class Count:
    """The voices on one point, those by proxy included."""

    in_favour: int
    against: int
    abstained: int

    @property
    def total(self) -> int:
        """Every voice, abstentions included."""
        return self.in_favour + self.against + self.abstained


@dataclass(frozen=True)
class Result:
    """What came out; `sense` is None where it is even and nobody who presides gave a voice."""

    sense: Sense | None
    casting: bool = False


def result(count: Count, *, chair: Vote | None) -> Result:
    """The majority; if it is even, the voice of who presides decides.

    `chair` is None where nobody presides over this point, being absent or kept from it. Abstentions are no voices
    for or against: that reading is ours, and is to be confirmed.
    """
    if count.in_favour != count.against:
        return Result(Sense.FAVOURABLE if count.in_favour > count.against else Sense.UNFAVOURABLE)
    if chair in {None, Vote.ABSTAINED}:
        return Result(None)
    return Result(Sense.FAVOURABLE if chair is Vote.FOR else Sense.UNFAVOURABLE, casting=True)


def agrees(count: Count, *, voices: int, chair: Vote | None) -> bool:
    """Whether a count can be true: one voice for each who deliberates, that of who presides among them."""
    cast = {Vote.FOR: count.in_favour, Vote.AGAINST: count.against, Vote.ABSTAINED: count.abstained}
    return min(cast.values()) >= 0 and count.total == voices and (chair is None or cast[chair] > 0)
