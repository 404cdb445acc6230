"""Runs one peer over a file of texts. Stands alone: the peers' environment holds neither Maillon nor its libraries.

    python near_duplicates.py PEER TEXTS.json OUT.json

TEXTS.json is a list of texts; OUT.json gets {"labels": a number a text, "seconds", "megabytes"}.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

Labels = list[int]
# Below this share of common words (or pairs of words) a pair of candidates is dropped.
_ALIKE = 0.5


def rensa(texts: list[str]) -> Labels:
    """MinHash over the set of words, in rensa's bulk interface; candidates of its LSH verified."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - one of several peers

    sets = [set(text.lower().split()) for text in texts]
    hashes = RMinHash.from_token_sets([list(words) for words in sets], 128, 42)
    index = RMinHashLSH(_ALIKE, 128, 32)
    index.insert_many(hashes)
    return _joined(sets, (index.query(one) for one in hashes))


def datasketch(texts: list[str]) -> Labels:
    """MinHash over pairs of neighbouring words and MinHashLSH, as datasketch's guide does it; candidates verified."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - one of several peers

    sets = [_pairs(text.lower().split()) for text in texts]
    hashes = list(MinHash.generator([[pair.encode() for pair in pairs] for pairs in sets], num_perm=128))
    index = MinHashLSH(threshold=_ALIKE, num_perm=128)
    with index.insertion_session() as session:
        for place, one in enumerate(hashes):
            session.insert(place, one)
    return _joined(sets, (index.query(one) for one in hashes))


def drain3(texts: list[str]) -> Labels:
    """Templates of log lines, with the parameters that Drain3 comes with."""
    from drain3 import TemplateMiner  # noqa: PLC0415 - one of several peers
    from drain3.template_miner_config import TemplateMinerConfig  # noqa: PLC0415 - one of several peers

    miner = TemplateMiner(config=TemplateMinerConfig())
    return [int(miner.add_log_message(text)["cluster_id"]) for text in texts]


def _pairs(words: list[str]) -> set[str]:
    return {f"{one} {two}" for one, two in pairwise(words)} or set(words)


def _joined(sets: list[set[str]], candidates: Iterable[Iterable[int]]) -> Labels:
    parents = list(range(len(sets)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    for place, others in enumerate(candidates):
        for other in others:
            if other < place and root(place) != root(other) and _alike(sets[place], sets[other]):
                parents[root(place)] = root(other)
    return [root(place) for place in range(len(sets))]


def _alike(one: set[str], two: set[str]) -> bool:
    common = len(one & two)
    return common >= _ALIKE * (len(one) + len(two) - common)


PEERS: dict[str, Callable[[list[str]], Labels]] = {"rensa": rensa, "datasketch": datasketch, "drain3": drain3}


def main(peer: str, source: str, out: str) -> None:
    """Runs the peer and writes what it found."""
    texts = json.loads(Path(source).read_text("utf-8"))
    started = time.perf_counter()
    labels = PEERS[peer](texts)
    seconds = time.perf_counter() - started
    found = {"labels": labels, "seconds": seconds, "megabytes": _megabytes()}
    Path(out).write_text(json.dumps(found), "utf-8")


def _megabytes() -> float:
    # Not ru_maxrss: on Linux that begins with what the process held from which this one was made.
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
