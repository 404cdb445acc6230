"""The declared, versioned shape of every table that leaves a stage. A change of shape is a new VERSION."""

from collections.abc import Mapping
from types import MappingProxyType

import pyarrow as pa

from maillon_engine.errors import SchemaMismatch

VERSION = 2
_UTC = pa.timestamp("us", tz="UTC")

# A span counts characters (code points) of the document's text as it came in: text[start:end].
SPAN = pa.struct([pa.field("id", pa.string(), nullable=False), ("start", pa.int32()), ("end", pa.int32())])

# One run of a template: words that stay ("constant") or a place where they change ("slot"). `text` is the run as it
# is most often written, or "" for a slot; `slot` says what fills it (phone, price, place, name, number, words);
# `values` are examples, the most frequent first; `present` is the share of the cluster's texts that have the run.
PART = pa.struct(
    [
        pa.field("role", pa.string(), nullable=False),
        ("text", pa.string()),
        ("slot", pa.string()),
        ("values", pa.list_(pa.string())),
        ("distinct", pa.int32()),
        ("present", pa.float64()),
    ]
)

# One reason for a lead. `side` is "for" or "against"; `evidence_class` is predictive, expert, structural or weak (worth
# 0 bits), with the `source` of that class; `statement` is a French sentence with its numbers in it; `spans` are where
# it can be seen.
EVIDENCE = pa.struct(
    [
        pa.field("code", pa.string(), nullable=False),
        pa.field("side", pa.string(), nullable=False),
        ("evidence_class", pa.string()),
        ("source", pa.string()),
        ("statement", pa.string()),
        ("bits", pa.float64()),
        ("spans", pa.list_(SPAN)),
    ]
)

DOCUMENTS = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("text", pa.large_string(), nullable=False),
        ("posted_at", _UTC),
        ("place", pa.string()),
        ("source", pa.string()),
        # Sixteen hex digits for 64 bits, made elsewhere (guardrail G3).
        ("image_hash", pa.string()),
    ]
)
IDENTIFIERS = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("value", pa.string(), nullable=False),
        pa.field("start", pa.int32(), nullable=False),
        pa.field("end", pa.int32(), nullable=False),
        pa.field("obfuscated", pa.bool_(), nullable=False),
        # How the span became the value: the names of the steps, joined by "+".
        pa.field("how", pa.string(), nullable=False),
    ]
)
CLUSTERS = pa.schema([pa.field("id", pa.string(), nullable=False), ("cluster_id", pa.int64())])
TEMPLATES = pa.schema(
    [
        pa.field("cluster_id", pa.int64(), nullable=False),
        pa.field("documents", pa.int64(), nullable=False),
        # How many bits the template saves over describing the texts one by one: its evidence.
        pa.field("gain_bits", pa.float64(), nullable=False),
        pa.field("parts", pa.list_(PART), nullable=False),
    ]
)
# A document and a trait that it shares with others. Traits, not pairs: a trait of a thousand documents is a thousand
# rows. `documents` is how many hold the trait, `weight` its bits (log2 of texts over holders), 0 for a hub.
EDGES = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("value", pa.string(), nullable=False),
        pa.field("documents", pa.int64(), nullable=False),
        pa.field("weight", pa.float64(), nullable=False),
        pa.field("hub", pa.bool_(), nullable=False),
        pa.field("why", pa.string(), nullable=False),
    ]
)
NETWORKS = pa.schema(
    [
        pa.field("network_id", pa.int64(), nullable=False),
        # The connected component and, inside it, the cell that Leiden finds: the network is the cell.
        pa.field("component_id", pa.int64(), nullable=False),
        pa.field("id", pa.string(), nullable=False),
    ]
)
LEADS = pa.schema(
    [
        pa.field("network_id", pa.int64(), nullable=False),
        pa.field("rank", pa.int32(), nullable=False),
        # Texts of the lead that can be read, and texts of earlier batches behind it that were not kept.
        pa.field("documents", pa.int64(), nullable=False),
        ("earlier", pa.int64()),
        # Strength of the evidence of organisation, in bits; never about a person.
        pa.field("strength", pa.float64(), nullable=False),
        pa.field("evidence", pa.list_(EVIDENCE), nullable=False),
    ]
)
REJECTS = pa.schema(
    [
        pa.field("file", pa.string(), nullable=False),
        # Counted from 1 in its file; a line for text formats.
        pa.field("row", pa.int64(), nullable=False),
        ("id", pa.string()),
        # A code of intake.faults.
        pa.field("reason", pa.string(), nullable=False),
        # True where the row came in all the same, without the value that was wrong.
        pa.field("kept", pa.bool_(), nullable=False),
    ]
)

TABLES: Mapping[str, pa.Schema] = MappingProxyType(
    {
        "documents": DOCUMENTS,
        "identifiers": IDENTIFIERS,
        "clusters": CLUSTERS,
        "templates": TEMPLATES,
        "edges": EDGES,
        "networks": NETWORKS,
        "leads": LEADS,
        "rejects": REJECTS,
    }
)


def declared(name: str) -> pa.Schema:
    """The schema of a table with its name and version in the metadata, as it is written to a file."""
    return TABLES[name].with_metadata({"maillon.table": name, "maillon.version": str(VERSION)})


def checked(name: str, table: pa.Table) -> pa.Table:
    """The table under its declared schema. Raises SchemaMismatch when a column is missing, extra or of another type."""
    try:
        return table.select(TABLES[name].names).cast(declared(name))
    except (KeyError, pa.ArrowInvalid, ValueError) as error:
        message = f"The table {name} does not have the columns of version {VERSION}: {', '.join(TABLES[name].names)}."
        raise SchemaMismatch(message) from error
