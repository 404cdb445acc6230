"""How much a shared trait says, in bits, and the French sentence that says why."""

import math

import pyarrow as pa

from maillon_engine.backends.base import Backend, Handle
from maillon_engine.backends.literals import double, text
from maillon_engine.linking import hubs
from maillon_engine.linking.contexts import MOST_CONTACTS
from maillon_engine.linking.kinds import KINDS

# Rarity in a smaller batch says little: a number that half of ten texts hold is still one number in millions.
LEAST_TEXTS = 1024
_NARROW = "\u202f"
# Engines take logarithms that differ in their last digit: a weight is a whole number of these.
_MILLIONTHS = 1_000_000
_TENTH = _MILLIONTHS // 10


def grouped_digits(count: int) -> str:
    """A whole number as French writes it: 12 000 with a narrow space."""
    return f"{count:,}".replace(",", _NARROW)


def weighed(backend: Backend, judged: Handle, texts: int) -> Handle:
    """The rows of `hubs.judged` with `weight`, `hub` (yes or no) and `why`, for a trait among `texts` texts.

    The weight is log2 of texts over holders, times the reliability of the kind, to the millionth of a bit; 0 for a hub.
    The sentence never quotes the value, so that it can be shown with values masked.
    """
    return backend.sql(_weighed(texts), judged=judged, kinds=backend.table(_kinds()))


def tied(backend: Backend, held: Handle, weighed: Handle, contexts: Handle) -> Handle:
    """One row for each document and trait that it shares, in the columns of the table edges; what a list of contacts
    holds is set aside."""
    return backend.sql(_TIED, held=held, weighed=weighed, contexts=contexts)


def _kinds() -> pa.Table:
    rows = [{"kind": one.code, "label": one.label, "reliability": one.reliability} for one in KINDS.values()]
    return pa.Table.from_pylist(rows)


def _weighed(texts: int) -> str:
    rarity = f"({double(math.log2(max(texts, LEAST_TEXTS) + 1))} - LOG2(CAST(documents AS DOUBLE)))"
    return f"""
    WITH measured AS (
        SELECT
            j.*, k.label,
            CASE WHEN hub IS NULL THEN CAST(FLOOR({rarity} * reliability * {_MILLIONTHS} + {double(0.5)}) AS BIGINT)
            ELSE 0 END AS millionths
        FROM judged AS j JOIN kinds AS k ON j.kind = k.kind
    ), rounded AS (
        SELECT *, (millionths + {_TENTH // 2}) // {_TENTH} AS tenths FROM measured
    )
    SELECT
        kind, value, documents, label, millionths / {double(_MILLIONTHS)} AS weight, hub IS NOT NULL AS hub,
        CASE {_reasons()} ELSE {_kept(texts)} END AS why
    FROM rounded
    """  # noqa: S608 (numbers and words of this module)


def _kept(texts: int) -> str:
    return _said(
        f"Même {{label}} dans {{documents}} textes sur {grouped_digits(texts)} : {{tenths // 10}},{{tenths % 10}} bits."
    )


def _reasons() -> str:
    said = {
        hubs.ACCOMPANIED: "présent dans {documents} textes à côté de {companions} autres coordonnées, comme un numéro"
        " de service",
        hubs.COPIED: "repris dans {documents} textes sous {companions} coordonnées différentes, comme une formule"
        " commune",
        hubs.CROWDED: "présent dans {documents} textes, {writings} écrits différents et {places} lieux, bien plus que"
        " ses pareils",
    }
    return " ".join(f"WHEN hub = {text(rule)} THEN {_crossed_out(reason)}" for rule, reason in said.items())


def _crossed_out(reason: str) -> str:
    return _said(f"Écarté ({{label}}) : {reason} ; ce partage ne relie personne.")


def _said(sentence: str) -> str:
    """A sentence whose braces hold columns, as an expression."""
    parts: list[str] = []
    for part in sentence.replace("}", "{").split("{"):
        inside = len(parts) % 2
        parts.append(f"CAST({part} AS VARCHAR)" if inside else text(part))
    return " || ".join(parts)


_TIED = f"""
SELECT
    h.id, h.kind, h.value, w.documents,
    CASE WHEN c.contacts > {MOST_CONTACTS} THEN {double(0)} ELSE w.weight END AS weight,
    w.hub OR c.contacts > {MOST_CONTACTS} AS hub,
    CASE WHEN c.contacts > {MOST_CONTACTS}
        THEN {_crossed_out("ce texte donne {contacts} coordonnées, comme une liste")} ELSE w.why END AS why
FROM held AS h JOIN weighed AS w ON h.kind = w.kind AND h.value = w.value JOIN contexts AS c ON h.id = c.id
"""  # noqa: S608 (numbers and words of this module)
