"""Compiled: pairs joined into clusters, the surest first, each cluster seen as a whole before it takes another in."""

import numpy as np

from maillon_engine.clustering.candidates import shares_of
from maillon_engine.clustering.matching import clear, explained, overlap, overlap_pairs
from maillon_engine.clustering.scanning import mixed
from maillon_engine.compiling import compiled

# Texts that stand for a cluster: the first ones that joined, the most alike.
FACES = 6


@compiled
def root(parents, text):
    """The cluster of a text."""
    while parents[text] != text:
        parents[text] = parents[parents[text]]
        text = parents[text]
    return text


@compiled
def flatten(parents):
    """Makes every text point at the root of its cluster."""
    for text in range(len(parents)):
        parents[text] = root(parents, text)


@compiled
def _side(corpus, members, size, others, count, marks):
    """The mean shares of the faces `members` as the faces `others` explain them."""
    share, own, seen = 0, 0, min(size, 3)
    for i in range(seen):
        clear(corpus, members[i], marks[0], marks[1])
        for j in range(count):
            overlap(corpus, members[i], others[j], marks[0], marks[2])
            overlap_pairs(corpus, members[i], others[j], marks[1], marks[3])
        part = shares_of(explained(corpus, members[i], marks[0], marks[1], False))
        share += part[0]
        own += part[1]
    return share // seen, own // seen


@compiled
def passes(share, own, rule):
    """Whether a join with these shares is allowed: the more is explained, the longer a passage of one's own may be."""
    return share >= rule[0] and own <= rule[1] + rule[2] * (share - rule[0]) // 1000


@compiled
def _alike(corpus, faces, sizes, a, b, marks, rules):
    """Whether two clusters, at least one of them of several texts, pass as one."""
    share, own = _side(corpus, faces[a], sizes[a], faces[b], sizes[b], marks)
    back, own_back = _side(corpus, faces[b], sizes[b], faces[a], sizes[a], marks)
    rule = rules[1] if min(sizes[a], sizes[b]) == 1 else rules[2]
    return passes(max(share, back), min(own, own_back), rule)


@compiled
def _take(parents, faces, sizes, weights, a, b):
    """Joins cluster `b` to `a`, or `a` to `b` when that is the larger."""
    if weights[a] < weights[b]:
        a, b = b, a
    parents[b] = a
    weights[a] += weights[b]
    for k in range(sizes[b]):
        if sizes[a] < FACES:
            faces[a, sizes[a]] = faces[b, k]
            sizes[a] += 1


@compiled
def _question(a, b, sizes):
    """A number for two clusters with these faces: the answer is the same until one of them has another face."""
    low, high = min(a, b), max(a, b)
    ids = (np.uint64(low) << np.uint64(32)) | np.uint64(high)
    return mixed(mixed(ids) ^ np.uint64(sizes[low] * (FACES + 1) + sizes[high])) | np.uint64(1)


@compiled
def _log2(value):
    """The power of two that is larger than a value."""
    power = 1
    while (1 << power) <= value:
        power += 1
    return power


@compiled
def join(corpus, one, two, shares, owns, rules, rounds, parents, marks):
    """Joins pairs in the order given into `parents`. A pair that was refused is tried again in the next of `rounds`,
    when both clusters are better known. `rules`: a row (least share, most of one's own, slope) for two texts, for a
    text and a cluster, for two clusters."""
    texts = len(parents)
    faces = np.empty((texts, FACES), np.int32)
    sizes = np.ones(texts, np.int32)
    weights = np.ones(texts, np.int32)
    refused = np.zeros(1 << _log2(len(one)), np.uint64)
    for text in range(texts):
        parents[text] = text
        faces[text, 0] = text
    for _ in range(rounds):
        joined = 0
        for pair in range(len(one)):
            a, b = root(parents, one[pair]), root(parents, two[pair])
            if a == b:
                continue
            if weights[a] == 1 and weights[b] == 1:
                if not passes(shares[pair], owns[pair], rules[0]):
                    continue
            else:
                question = _question(a, b, sizes)
                place = question & np.uint64(len(refused) - 1)
                if refused[place] == question:
                    continue
                if not _alike(corpus, faces, sizes, a, b, marks, rules):
                    refused[place] = question
                    continue
            _take(parents, faces, sizes, weights, a, b)
            joined += 1
        if joined == 0:
            break
