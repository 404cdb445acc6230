"""Leads as CSV sheets. A cell that a spreadsheet would run as a formula is shown as text (OWASP, CSV injection)."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from maillon_engine.dossier.masking import masked_text, masked_value
from maillon_engine.dossier.reading import Material

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_TEXTS = ("lead", "id", "posted_at", "place", "source", "text")
_REASONS = ("lead", "rank", "strength_bits", "documents", "code", "side", "class", "bits", "statement", "source")
_TIES = ("lead", "id", "kind", "value", "documents", "weight_bits", "set_aside")


def write(folder: Path, found: Sequence[Material], *, reveal: bool) -> list[Path]:
    """Writes leads.csv (a row for each reason), texts.csv and ties.csv, in UTF-8 with a mark that spreadsheets know.

    Names and numbers are masked unless `reveal`. Returns the files.
    """
    return [
        _sheet(folder / "leads.csv", _REASONS, _reasons(found)),
        _sheet(folder / "texts.csv", _TEXTS, _texts(found, reveal=reveal)),
        _sheet(folder / "ties.csv", _TIES, _ties(found, reveal=reveal)),
    ]


def guarded(cell: object) -> str:
    """The cell as text that no spreadsheet takes for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _reasons(found: Sequence[Material]) -> Iterable[Sequence[object]]:
    for one in found:
        lead = one.lead
        for item in lead["evidence"]:
            head = (lead["network_id"], lead["rank"], lead["strength"], lead["documents"])
            tail = (item["code"], item["side"], item["evidence_class"], item["bits"], item["statement"], item["source"])
            yield (*head, *tail)


def _texts(found: Sequence[Material], *, reveal: bool) -> Iterable[Sequence[object]]:
    for one in found:
        for text in one.texts:
            said = text.text if reveal else masked_text(text.text, text.spans, one.names)
            at = text.posted_at.isoformat() if text.posted_at else None
            yield one.lead["network_id"], text.id, at, text.place, text.source, said


def _ties(found: Sequence[Material], *, reveal: bool) -> Iterable[Sequence[object]]:
    for one in found:
        for edge in one.edges:
            value = edge["value"] if reveal else masked_value(edge["kind"], edge["value"])
            weight, aside = edge["weight"], edge["hub"]
            yield one.lead["network_id"], edge["id"], edge["kind"], value, edge["documents"], weight, aside


def _sheet(path: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows([guarded(cell) for cell in row] for row in rows)
    return path
