"""Traits that tie strangers: numbers of platforms and hotels, links that everybody gives, texts that everybody copies.

A rule looks at what surrounds the trait, never at a list of known numbers: what belongs to one organisation comes back
with the same texts and the same other traces, what belongs to a service comes with other ones each time.
"""

from maillon_engine.backends.base import Backend, Handle
from maillon_engine.backends.literals import double

# Below these, a shared trait is too small to be told from an organisation by its surroundings.
LEAST_COMPANIONS = 12
LEAST_COPIES = 30
LEAST_VOLUME = 50
# How much of what surrounds a hub is different each time: the rest are people who post again, organisations too.
DIVERSE = 0.6
# How many of a hub's texts give another contact; readers of the others answer by the site.
_ANSWERED = 0.4
_SIGNED = 0.8
SPREAD = 0.5
_BEYOND_PEERS = 5
_PEERS = 0.9

ACCOMPANIED = "accompanied"
COPIED = "copied"
CROWDED = "crowded"

# A text or a picture, which people copy, not a number or an account, which they give.
_MIXED = "kind IN ('template', 'image')"
_IN_MANY_PLACES = f"(placed < {double(SPREAD)} * documents OR places >= {LEAST_COMPANIONS})"
# Next to it, most texts that give another contact give one of their own, and are texts of their own.
_ACCOMPANIED = f"""
    documents >= {LEAST_COMPANIONS}
    AND companions >= {double(LEAST_COMPANIONS * DIVERSE)} AND accompanied >= {double(_ANSWERED)} * documents
    AND companions >= {double(DIVERSE)} * accompanied AND writings >= {double(DIVERSE)} * documents
"""
# A text or a picture that almost everyone who uses it signs with a contact of their own, in many places.
_COPIED = f"""
    documents >= {LEAST_COPIES} AND companions >= {double(_SIGNED)} * documents AND {_IN_MANY_PLACES}
"""
# Far more texts than traits of its kind have, and almost all of them different, in many places.
_CROWDED = f"""
    documents >= {LEAST_VOLUME} AND documents >= {_BEYOND_PEERS} * usual
    AND writings >= {double(SPREAD)} * documents AND {_IN_MANY_PLACES}
"""
_JUDGED = f"""
WITH ranked AS (
    SELECT
        kind, documents,
        ROW_NUMBER() OVER (PARTITION BY kind ORDER BY documents) AS turn, COUNT(*) OVER (PARTITION BY kind) AS traits
    FROM shared
), peers AS (
    SELECT kind, documents AS usual FROM ranked
    WHERE turn = 1 + CAST(FLOOR((traits - 1) * {double(_PEERS)}) AS BIGINT)
), measured AS (
    SELECT s.*, p.usual FROM shared AS s JOIN peers AS p ON s.kind = p.kind
)
SELECT
    kind, value, documents, companions, writings, places,
    CASE
        WHEN NOT {_MIXED} AND {_ACCOMPANIED} THEN '{ACCOMPANIED}'
        WHEN {_MIXED} AND {_COPIED} THEN '{COPIED}'
        WHEN NOT {_MIXED} AND {_CROWDED} THEN '{CROWDED}'
    END AS hub
FROM measured
"""  # noqa: S608 (numbers and names of this module)


def judged(backend: Backend, shared: Handle) -> Handle:
    """The rows of `contexts.of_traits` with `hub`: the name of the rule that the trait meets, or null."""
    return backend.sql(_JUDGED, shared=shared)
