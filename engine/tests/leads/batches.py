"""Small invented batches, and the way from their texts to leads."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa

from maillon_engine import schemas
from maillon_engine.pipeline.plan import STAGES

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
TOWNS = ("Alençon", "Argentan", "Flers", "Caen", "Le Mans", "Rennes")


def document(number, text, town=None, day=None):
    posted = None if day is None else BEGIN + timedelta(days=day)
    return {"id": f"d{number:04}", "text": text, "posted_at": posted, "place": town}


def tables(rows):
    """Every table of a run over these documents, the stages one after the other as a run has them."""
    made = {"documents": pa.Table.from_pylist(rows, schema=schemas.DOCUMENTS)}
    for stage in STAGES:
        found = stage.run(*(made[name] for name in stage.needs))
        made |= zip(stage.gives, (found,) if isinstance(found, pa.Table) else found, strict=True)
    return made


def led(rows):
    """The leads and the rows of networks."""
    made = tables(rows)
    return schemas.checked("leads", made["leads"]).to_pylist(), made["networks"].to_pylist()


def reasons(lead, side="for"):
    """The evidence of a lead by its code."""
    return {item["code"]: item for item in lead["evidence"] if item["side"] == side}


def quoted(rows, item):
    """What the spans of a piece of evidence say."""
    texts = {row["id"]: row["text"] for row in rows}
    return [texts[span["id"]][span["start"] : span["end"]] for span in item["spans"]]
