"""What surrounds a trait in its documents: other ways to reach the author, other texts, places."""

from maillon_engine.backends.base import Backend, Handle
from maillon_engine.backends.literals import texts
from maillon_engine.linking.kinds import CONTACTS

# An advert gives one or two numbers, perhaps an address and an account. A text with more is a list of strangers.
MOST_CONTACTS = 8
_OF_DOCUMENTS = f"""
WITH reached AS (
    SELECT id, kind || ' ' || value AS contact FROM held WHERE kind IN ({texts(CONTACTS)})
), spread AS (
    SELECT contact, COUNT(*) AS holders FROM reached GROUP BY contact
), ranked AS (
    SELECT r.id, r.contact, ROW_NUMBER() OVER (PARTITION BY r.id ORDER BY s.holders, r.contact) AS turn
    FROM reached AS r JOIN spread AS s ON r.contact = s.contact
), contacts AS (
    SELECT
        id, COUNT(*) AS contacts,
        MAX(CASE WHEN turn = 1 THEN contact END) AS contact, MAX(CASE WHEN turn = 2 THEN contact END) AS other
    FROM ranked GROUP BY id
), wordings AS (
    SELECT id, MIN(value) AS wording FROM held WHERE kind = 'template' GROUP BY id
)
SELECT
    d.id, d.posted_at, d.place, COALESCE(c.contacts, 0) AS contacts, c.contact, c.other, w.wording
FROM documents AS d LEFT JOIN contacts AS c ON d.id = c.id LEFT JOIN wordings AS w ON d.id = w.id
"""  # noqa: S608 (kinds of a module)
# Only what is shared, and each thing around it once before it is counted: counting distinct values group by group takes
# memory that does not go to disk.
_OF_TRAITS = """
WITH shared AS (
    SELECT kind, value FROM held GROUP BY kind, value HAVING COUNT(*) > 1
), around AS (
    SELECT
        h.kind, h.value, c.place, COALESCE(c.wording, 'alone ' || h.id) AS writing,
        CASE WHEN c.contact = h.kind || ' ' || h.value THEN c.other ELSE c.contact END AS companion
    FROM held AS h JOIN shared AS s ON h.kind = s.kind AND h.value = s.value JOIN contexts AS c ON h.id = c.id
), things AS (
    SELECT kind, value, 'companion' AS thing, companion AS named, COUNT(*) AS times FROM around
    GROUP BY kind, value, companion
    UNION ALL
    SELECT kind, value, 'writing' AS thing, writing AS named, COUNT(*) AS times FROM around
    GROUP BY kind, value, writing
    UNION ALL
    SELECT kind, value, 'place' AS thing, place AS named, COUNT(*) AS times FROM around GROUP BY kind, value, place
)
SELECT
    kind, value,
    CAST(SUM(CASE WHEN thing = 'writing' THEN times ELSE 0 END) AS BIGINT) AS documents,
    CAST(SUM(CASE WHEN thing = 'companion' AND named IS NOT NULL THEN times ELSE 0 END) AS BIGINT) AS accompanied,
    COUNT(CASE WHEN thing = 'companion' THEN named END) AS companions,
    COUNT(CASE WHEN thing = 'writing' THEN named END) AS writings,
    COUNT(CASE WHEN thing = 'place' THEN named END) AS places,
    CAST(SUM(CASE WHEN thing = 'place' AND named IS NOT NULL THEN times ELSE 0 END) AS BIGINT) AS placed
FROM things GROUP BY kind, value
"""


def of_documents(backend: Backend, documents: Handle, held: Handle) -> Handle:
    """One row a document: `posted_at`, `place`, `wording` (its cluster), `contacts` (how many), and its rarest two.

    `contact` and `other` are the rarest and the second rarest contact, as "kind value", null where there is none.
    """
    return backend.sql(_OF_DOCUMENTS, documents=documents, held=held)


def of_traits(backend: Backend, held: Handle, contexts: Handle) -> Handle:
    """One row a shared trait: `documents`, and how many have `accompanied` it with another contact; then the distinct
    `companions`, `writings` (clusters, and texts in none) and `places` around it, and `placed`, the documents with a
    known place."""
    return backend.sql(_OF_TRAITS, held=held, contexts=contexts)
