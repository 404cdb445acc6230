"""Who writes which text of a corpus: decided at once from the seed, in memory that grows with the authors' clusters
alone, so that any text can then be made by itself."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd
from random import Random

from maillon_engine.synthetic.numbers import CAPACITY

ORGANISATION, REPOSTER, BYSTANDER, INDEPENDENT = "organisation", "reposter", "bystander", "independent"
# What shows that an organisation stands behind texts. "template": many numbers and names under one wording.
PATTERNS = ("several_names", "standard", "plural", "circuit", "payment", "template")
_SMALLEST_ORGANISATION = 4
_BYSTANDERS = 20  # one text by somebody else that carries an organisation's number, for so many organisations


@dataclass(frozen=True, slots=True)
class Organisation:
    """A planted network: how it shows, and its numbers as ordinals (empty once the fiction ranges are used up)."""

    index: int
    pattern: str
    numbers: range


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes one text. `cluster` and `turn` (which of its texts) are None and 0 outside of clusters."""

    role: str
    index: int
    cluster: int | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The cast of a corpus. Cluster number i holds ordinals starts[i] to starts[i + 1]; owners[i] is its
    organisation, or minus one for a single author who re-posts. `taken` numbers belong to organisations."""

    seed: int
    documents: int
    starts: list[int]
    owners: list[int]
    organisations: list[Organisation]
    taken: int
    bystanders: int
    step: int

    def author(self, position: int) -> Author:
        """Who writes the text at a position of the file. Ordinals are scattered over the file by a permutation."""
        ordinal = (position * self.step + self.seed) % self.documents
        planted = self.starts[-1]
        if ordinal < planted:
            cluster = bisect_right(self.starts, ordinal) - 1
            role = REPOSTER if self.owners[cluster] < 0 else ORGANISATION
            index = cluster if role == REPOSTER else self.owners[cluster]
            return Author(role, index, cluster, ordinal - self.starts[cluster])
        if ordinal < planted + self.bystanders:
            return Author(BYSTANDER, ordinal - planted)
        return Author(INDEPENDENT, ordinal - planted - self.bystanders)

    def number_of(self, author: Author) -> int | None:
        """The ordinal of a single author's telephone number, or None once the fiction ranges are used up."""
        if author.role == BYSTANDER:
            numbers = self.organisations[author.index * _BYSTANDERS].numbers
            return numbers[0] if numbers else None
        ordinal = self.taken + (author.index if author.role == REPOSTER else len(self.owners) + author.index)
        return ordinal if ordinal < CAPACITY else None


def planned(documents: int, seed: int, share: float) -> Plan:
    """The plan of so many texts, of which a share stands in planted clusters of 2 to 200."""
    rng = Random(f"plan {seed} {documents} {share}")  # noqa: S311 (repeatable on purpose)
    sizes: list[int] = []
    owners: list[int] = []
    organisations: list[Organisation] = []
    numbers = 0
    for kind, clusters in _groups(int(documents * share), rng):
        if kind == ORGANISATION:
            organisation = _organisation(len(organisations), numbers, rng)
            numbers = organisation.numbers.stop
            organisations.append(organisation)
        owner = len(organisations) - 1 if kind == ORGANISATION else -1
        owners += [owner] * len(clusters)
        sizes += clusters
    free = documents - sum(sizes)
    bystanders = min(free, -(-len(organisations) // _BYSTANDERS))
    return Plan(seed, documents, _starts(sizes), owners, organisations, numbers, bystanders, _step(documents))


def _groups(planted: int, rng: Random) -> Iterator[tuple[str, list[int]]]:
    """(role, sizes of its clusters) until the planted texts are used up; a rest of one stays unplanted."""
    largest = min(200, max(2, planted // 6))
    while planted >= 2:
        if planted >= _SMALLEST_ORGANISATION and rng.random() < 0.4:
            sizes = _sizes(planted, largest, rng)
            yield ORGANISATION, sizes
        else:
            sizes = [min(planted, 2 + int(rng.random() ** 3 * 10))]
            yield REPOSTER, sizes
        planted -= sum(sizes)


def _sizes(planted: int, largest: int, rng: Random) -> list[int]:
    """One to three cluster sizes, even on a logarithmic scale; at least the smallest organisation together."""
    sizes: list[int] = []
    for _ in range(1 + int(rng.random() * 3)):
        room = planted - sum(sizes)
        size = min(room, int(2 * (largest / 2) ** rng.random()))
        if size >= 2:
            sizes.append(size)
    if sum(sizes) < _SMALLEST_ORGANISATION:
        sizes = [_SMALLEST_ORGANISATION]
    return sizes


def _organisation(index: int, numbers: int, rng: Random) -> Organisation:
    pattern = PATTERNS[index % len(PATTERNS)]
    wanted = {"template": 4, "payment": 3, "circuit": 2}.get(pattern, 1 + (rng.random() < 0.3))
    return Organisation(index, pattern, range(numbers, min(numbers + wanted, CAPACITY)))


def _starts(sizes: list[int]) -> list[int]:
    starts = [0]
    for size in sizes:
        starts.append(starts[-1] + size)
    return starts


def _step(documents: int) -> int:
    """A number without a common divisor with `documents`, near its golden section: neighbours end up far apart."""
    step = max(1, int(documents * 0.6180339887))
    while gcd(step, documents) != 1:
        step += 1
    return step
