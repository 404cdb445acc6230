"""Whether enough take part (CRPA R133-10)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Quorum:
    """How many take part, out of how many, and how many are needed; none on a second convocation."""

    seats: int
    taking_part: int
    needed: int

    @property
    def is_reached(self) -> bool:
        """Whether the commission may deliberate."""
        return self.taking_part >= self.needed

    @property
    def missing(self) -> int:
        """How many more are needed."""
        return max(self.needed - self.taking_part, 0)


def quorum(*, seats: int, present: int, represented: int, one_out_of: int, second: bool = False) -> Quorum:
    """The quorum of a meeting, or of one point of it.

    `seats` are those that may sit there, also the vacant ones: a seat that nobody was named to does not make the
    commission smaller. `present` counts who is in the room and who takes part from afar; `represented` those whose
    proxy somebody present holds. `second`: a second convocation on the same agenda, for which none is required.
    """
    # Half, rounded up: of seven, four.
    needed = 0 if second else -(-seats // one_out_of)
    return Quorum(seats, present + represented, needed)
