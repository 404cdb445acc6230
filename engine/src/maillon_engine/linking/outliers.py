"""Texts that only look like an organisation's: in its wording by chance or by copying, with a contact of their own."""

import duckdb
import pyarrow as pa

from maillon_engine.linking.kinds import CONTACTS

# So much of a template's texts must share their contacts with one another before one that doesn't is a stranger.
_MOST = 0.5
# Among fewer texts nothing is usual.
_LEAST_TEXTS = 5
WHY = (
    "Écarté (modèle de texte) : ce texte donne une coordonnée que nul autre texte du modèle ne donne, quand les autres"
    " partagent les leurs ; il peut être d’une personne sans lien."
)
_KINDS = ", ".join(f"'{kind}'" for kind in CONTACTS)
_STRANGERS = f"""
WITH wording AS (
    SELECT id, value FROM edges WHERE kind = 'template' AND NOT hub
), services AS (
    SELECT id, kind || ' ' || value AS contact FROM edges WHERE hub AND kind IN ({_KINDS})
), reached AS (
    SELECT DISTINCT i.id, i.kind || ' ' || i.value AS contact FROM identifiers AS i WHERE i.kind IN ({_KINDS})
), own AS (
    SELECT r.id, r.contact FROM reached AS r
    LEFT JOIN services AS s ON r.id = s.id AND r.contact = s.contact WHERE s.id IS NULL
), given AS (
    SELECT w.value, w.id, o.contact FROM wording AS w JOIN own AS o ON w.id = o.id
), shared AS (
    SELECT value, contact FROM given GROUP BY value, contact HAVING COUNT(*) > 1
), texts AS (
    SELECT g.value, g.id, MAX(CASE WHEN s.contact IS NULL THEN 0 ELSE 1 END) AS shares
    FROM given AS g LEFT JOIN shared AS s ON g.value = s.value AND g.contact = s.contact GROUP BY g.value, g.id
), usual AS (
    SELECT value FROM texts GROUP BY value HAVING COUNT(*) >= {_LEAST_TEXTS} AND AVG(shares) >= {_MOST}
)
SELECT t.id, 'template' AS kind, t.value FROM texts AS t JOIN usual AS u ON t.value = u.value WHERE t.shares = 0
"""  # noqa: S608 (kinds and numbers of this module)


def strangers(edges: pa.Table, identifiers: pa.Table) -> pa.Table:
    """The rows of `edges` (`id`, `kind`, `value`) by which a template ties a text whose contact no other text of it has
    where half of its texts share theirs (guardrail G2).

    Contacts that are set aside reach nobody. A text without any contact stays: its contact may have been cut off.
    """
    with duckdb.connect() as connection:
        connection.register("edges", edges)
        connection.register("identifiers", identifiers.select(["id", "kind", "value"]))
        return connection.sql(_STRANGERS).to_arrow_table()
