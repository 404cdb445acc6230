"""From networks to leads: those with evidence of a third party, the strongest first."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import polars as pl
import pyarrow as pa

from maillon_engine.leads import rules
from maillon_engine.leads.material import Evidence, Held, Network, Span, Trait
from maillon_engine.leads.names import presented
from maillon_engine.linking.kinds import CONTACTS
from maillon_engine.linking.traits import frame
from maillon_engine.schemas import LEADS

_AT_ONCE = 50_000  # texts


def run(
    documents: pa.Table,
    identifiers: pa.Table,
    edges: pa.Table,
    networks: pa.Table,
    *,
    earlier: Mapping[str, frozenset[str]] | None = None,
) -> pa.Table:
    """The table leads, by rank. A network without evidence of a third party gives no row (guardrail G2).

    `earlier` has the ids of those documents of other batches that were not kept, with the names that they presented:
    they are counted, and of them alone there is no lead.
    """
    rows = []
    for number, network in _networks(documents, identifiers, edges, networks, earlier or {}):
        evidence = rules.reasons(network)
        if rules.organised(evidence, network):
            rows.append(_row(number, network, evidence))
    rows.sort(key=lambda row: (-row["strength"], -row["documents"], row["network_id"]))
    return pa.Table.from_pylist([{**row, "rank": rank} for rank, row in enumerate(rows, 1)], schema=LEADS)


def _row(number: int, network: Network, evidence: Sequence[Evidence]) -> dict[str, Any]:
    ordered = sorted(evidence, key=lambda item: (item.side != "for", -item.bits, item.code, item.statement))
    return {
        "network_id": number,
        "documents": network.readable,
        "earlier": len(network.earlier),
        "strength": rules.strength(evidence),
        "evidence": [_item(one) for one in ordered],
    }


def _item(evidence: Evidence) -> dict[str, Any]:
    plain = asdict(evidence)
    del plain["family"]
    plain["spans"] = [{"id": name, "start": start, "end": end} for name, start, end in evidence.spans]
    return plain


def _networks(
    documents: pa.Table,
    identifiers: pa.Table,
    edges: pa.Table,
    networks: pa.Table,
    earlier: Mapping[str, frozenset[str]],
) -> Iterator[tuple[int, Network]]:
    """Each network that has a text, with what the rules look at; its edges say which documents share a template."""
    member = frame(networks).select("network_id", "id")
    tables = [frame(table).join(member, on="id") for table in (documents.select(["id", "text"]), identifiers, edges)]
    for first, last in _portions(tables[0]["network_id"]):
        parts = [_by_network(table.filter(pl.col("network_id").is_between(first, last))) for table in tables]
        for number in sorted(parts[0]):
            network = _network(earlier, *(part.get(number, []) for part in parts))
            if network.readable:
                yield number, network


def _portions(numbers: pl.Series) -> Iterator[tuple[int, int]]:
    """The first and last number of so many networks as have about _AT_ONCE texts: their rows become Python's objects,
    which take ten times the memory of a table."""
    ordered = numbers.sort()
    first = 0
    while first < len(ordered):
        last = ordered[min(first + _AT_ONCE, len(ordered)) - 1]
        yield ordered[first], last
        first = ordered.search_sorted(last, side="right")


def _by_network(table: pl.DataFrame) -> dict[int, list[dict[str, Any]]]:
    rows: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in table.iter_rows(named=True):
        rows[row["network_id"]].append(row)
    return rows


def _network(
    earlier: Mapping[str, frozenset[str]],
    texts: list[dict[str, Any]],
    found: list[dict[str, Any]],
    ties: list[dict[str, Any]],
) -> Network:
    aside = {(row["id"], row["kind"], row["value"]) for row in ties if row["hub"]}
    spans, contacts, hidden = _found([row for row in found if row["kind"] != "sign"], aside, earlier)
    signs: defaultdict[str, list[Span]] = defaultdict(list)
    for row in found:
        if row["kind"] == "sign":
            signs[row["value"]].append((row["id"], row["start"], row["end"]))
    named: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for row in texts:
        names[row["id"]] |= earlier.get(row["id"], frozenset())
        for name, start, end in presented(row["text"]):
            named[row["id"], name].append((row["id"], start, end))
            names[row["id"]].add(name)
    return Network(
        sorted(row["id"] for row in texts),
        _held(ties, earlier),
        {one: frozenset(several) for one, several in contacts.items()},
        {one: frozenset(several) for one, several in names.items()},
        spans,
        named,
        sorted(hidden),
        signs,
        frozenset(row["id"] for row in texts if row["id"] in earlier),
    )


def _found(
    found: list[dict[str, Any]], aside: set[tuple[str, str, str]], earlier: Container[str]
) -> tuple[dict[tuple[str, Trait], list[Span]], dict[str, set[Trait]], list[Span]]:
    spans: defaultdict[tuple[str, Trait], list[Span]] = defaultdict(list)
    contacts: defaultdict[str, set[Trait]] = defaultdict(set)
    hidden = []
    for row in found:
        trait, span = (row["kind"], row["value"]), (row["id"], row["start"], row["end"])
        if row["id"] not in earlier:
            spans[row["id"], trait].append(span)
        # The number of a platform is no way to reach an author.
        if row["kind"] in CONTACTS and (row["id"], *trait) not in aside:
            contacts[row["id"]].add(trait)
        if row["kind"] == "phone" and row["obfuscated"]:
            hidden.append(span)
    return dict(spans), dict(contacts), hidden


def _held(ties: list[dict[str, Any]], earlier: Container[str]) -> list[Held]:
    """The traits that at least two documents of the network hold. What a list of contacts holds counts only where the
    trait is set aside everywhere."""
    holders: defaultdict[Trait, list[dict[str, Any]]] = defaultdict(list)
    for row in ties:
        holders[row["kind"], row["value"]].append(row)
    found = []
    for trait, rows in sorted(holders.items()):
        hub = all(row["hub"] for row in rows)
        ids = frozenset(row["id"] for row in rows if hub or not row["hub"])
        if len(ids) > 1:
            before = sum(one in earlier for one in ids)
            found.append(Held(trait, max(row["weight"] for row in rows), hub, ids, rows[0]["documents"], before))
    return found
