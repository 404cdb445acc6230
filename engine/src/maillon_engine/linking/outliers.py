"""Texts that only look like an organisation's: in its wording by chance or by copying, with a contact of their own."""

from maillon_engine.backends.base import Backend, Handle
from maillon_engine.backends.literals import double, text, texts
from maillon_engine.linking.kinds import CONTACTS

# So much of a template's texts must share their contacts with one another before one that doesn't is a stranger.
_MOST = 0.5
# Among fewer texts nothing is usual.
_LEAST_TEXTS = 5
WHY = (
    "Écarté (modèle de texte) : ce texte donne une coordonnée que nul autre texte du modèle ne donne, quand les autres"
    " partagent les leurs ; il peut être d’une personne sans lien."
)
_KINDS = texts(CONTACTS)
# What the texts of a template give: contacts that are not set aside.
_GIVEN = f"""
WITH services AS (
    SELECT id, kind, value FROM edges WHERE hub AND kind IN ({_KINDS})
), reached AS (
    SELECT DISTINCT id, kind, value FROM identifiers WHERE kind IN ({_KINDS})
), own AS (
    SELECT r.id, r.kind || ' ' || r.value AS contact FROM reached AS r
    LEFT JOIN services AS s ON r.id = s.id AND r.kind = s.kind AND r.value = s.value WHERE s.id IS NULL
)
SELECT w.value, w.id, o.contact FROM edges AS w JOIN own AS o ON w.id = o.id WHERE w.kind = 'template' AND NOT w.hub
"""  # noqa: S608 (kinds of a module)
# Whether a text gives a contact that another text of its template gives.
_SHARING = """
WITH shared AS (
    SELECT value, contact FROM given GROUP BY value, contact HAVING COUNT(*) > 1
)
SELECT g.value, g.id, MAX(CASE WHEN s.contact IS NULL THEN 0 ELSE 1 END) AS shares
FROM given AS g LEFT JOIN shared AS s ON g.value = s.value AND g.contact = s.contact GROUP BY g.value, g.id
"""
_STRANGERS = f"""
WITH usual AS (
    SELECT value FROM texts GROUP BY value HAVING COUNT(*) >= {_LEAST_TEXTS} AND AVG(shares) >= {double(_MOST)}
)
SELECT t.id, 'template' AS kind, t.value FROM texts AS t JOIN usual AS u ON t.value = u.value WHERE t.shares = 0
"""  # noqa: S608 (numbers of this module)
_APART = f"""
SELECT
    e.id, e.kind, e.value, e.documents, CASE WHEN s.id IS NULL THEN e.weight ELSE {double(0)} END AS weight,
    e.hub OR s.id IS NOT NULL AS hub, CASE WHEN s.id IS NULL THEN e.why ELSE {text(WHY)} END AS why
FROM edges AS e LEFT JOIN strangers AS s ON e.id = s.id AND e.kind = s.kind AND e.value = s.value
ORDER BY e.id, e.kind, e.value
"""  # noqa: S608 (numbers and words of this module)


def strangers(backend: Backend, edges: Handle, identifiers: Handle) -> Handle:
    """The rows of `edges` (`id`, `kind`, `value`) by which a template ties a text whose contact no other text of it has
    where half of its texts share theirs (guardrail G2).

    Contacts that are set aside reach nobody. A text without any contact stays: its contact may have been cut off.
    """
    given = backend.kept(backend.sql(_GIVEN, edges=edges, identifiers=identifiers))
    return backend.sql(_STRANGERS, texts=backend.kept(backend.sql(_SHARING, given=given)))


def apart(backend: Backend, edges: Handle, strangers: Handle) -> Handle:
    """The edges with those of `strangers` set aside, by document, kind and value."""
    return backend.sql(_APART, edges=edges, strangers=strangers)
