"""An invented lead: one number on six adverts that are signed by three first names, in three towns."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa

from maillon_engine import schemas
from maillon_engine.dossier.maps import Place

NUMBER = "06 39 98 00 42"
NAMES = ("Camille", "Louise", "Manon")
TOWNS = {"61001": ("Alençon", 0.09, 48.43), "14118": ("Caen", -0.37, 49.18), "72181": ("Le Mans", 0.2, 48.0)}
PLACES = {code: Place(*place) for code, place in TOWNS.items()}
MANIFEST = {
    "basis": {
        "service": "Brigade inventée", "agent": "Agent 0000", "obtained_on": "2026-11-20",
        "obtained_from": "un lot inventé", "procedure": "PV 0000/2026", "purpose": "essai",
        "keep_until": "2027-05-20", "invented": True,
        "law": {"name": "Données inventées", "article": "Aucun texte", "to_confirm": False},
    },
    "counts": {"read": {"documents": 120, "rejects": 2}},
    "made_by": {"maillon_engine": "0.1.0", "tables": 1},
    "batch": [{"name": "lot.csv", "bytes": 12, "sha256": "0" * 64}],
}  # fmt: skip


def table(name, rows):
    return pa.Table.from_pylist(rows, schema=schemas.declared(name))


def texts(extra=""):
    for place in range(6):
        code = list(TOWNS)[place % 3]
        yield (
            f"d{place}",
            code,
            f"Cours de piano avec {NAMES[place % 3]} à {TOWNS[code][0]}, appelez le {NUMBER}, 25 €{extra}",
        )


def found(extra=""):
    """The documents and what was found in them."""
    documents, identifiers = [], []
    start = datetime(2026, 3, 2, 10, tzinfo=UTC)
    for number, (key, code, text) in enumerate(texts(extra)):
        row = {"id": key, "text": text, "posted_at": start + timedelta(days=3 * number), "place": TOWNS[code][0]}
        documents.append({**row, "source": "un site", "image_hash": None})
        for kind, shown, value in (("place", TOWNS[code][0], code), ("phone", NUMBER, "+33639980042")):
            at = text.index(shown)
            span = {"start": at, "end": at + len(shown), "obfuscated": False, "how": "digits"}
            identifiers.append({"id": key, "kind": kind, "value": value, **span})
    return documents, identifiers


def parts():
    """The template that the texts follow."""
    slot = {"role": "slot", "text": "", "distinct": 3, "present": 1.0}
    constant = {"role": "constant", "slot": None, "values": [], "distinct": 1, "present": 1.0}
    return [
        {**constant, "text": "Cours de piano avec"},
        {**slot, "slot": "name", "values": list(NAMES)},
        {**constant, "text": "à"},
        {**slot, "slot": "place", "values": [town[0] for town in TOWNS.values()]},
        {**constant, "text": "appelez le"},
        {**slot, "slot": "phone", "values": [NUMBER], "distinct": 1},
        {**constant, "text": "25 €", "present": 0.8},
    ]


def evidence(documents, statement):
    """One reason for, one against."""
    spans = [
        {"id": row["id"], "start": row["text"].index("avec") + 5, "end": row["text"].index(" à ")} for row in documents
    ]
    shared = {"source": "littérature sur les annonces"}
    school = {"code": "agency", "statement": "Le numéro peut être celui d’une école.", "spans": [], "bits": None}
    return [
        {"code": "several-persons", "side": "for", "evidence_class": "structural", "statement": statement, "bits": 12.5,
         "spans": spans, **shared},
        {"side": "against", "evidence_class": "expert", **school, **shared},
    ]  # fmt: skip


def made(*, extra="", statement="Un même numéro est présenté comme 3 personnes : Camille, Louise, Manon."):
    """The tables of the lead, as a run hands them to the dossier."""
    documents, identifiers = found(extra)
    ids = [row["id"] for row in documents]
    edge = {"documents": 6, "weight": 7.2, "hub": False, "why": "6 textes sur 120 la portent."}
    traits = (("phone", "+33639980042"), ("template", "0"))
    lead = {"network_id": 0, "rank": 1, "documents": 6, "strength": 19.7, "evidence": evidence(documents, statement)}
    return {
        "documents": table("documents", documents),
        "identifiers": table("identifiers", identifiers),
        "clusters": table("clusters", [{"id": key, "cluster_id": 0} for key in ids]),
        "templates": table("templates", [{"cluster_id": 0, "documents": 6, "gain_bits": 412.0, "parts": parts()}]),
        "edges": table(
            "edges", [{"id": key, "kind": kind, "value": value, **edge} for key in ids for kind, value in traits]
        ),
        "networks": table("networks", [{"network_id": 0, "component_id": 0, "id": key} for key in ids]),
        "leads": table("leads", [lead]),
        "rejects": table("rejects", []),
    }
