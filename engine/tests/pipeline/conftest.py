"""An invented batch: three copies of one advert, two of another, and independents."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from maillon_engine.pipeline.detect import Run

sys.path.insert(0, str(Path(__file__).parent))

TODAY = date(2026, 11, 24)
BASIS = """
service = "Brigade inventée"
agent = "Agent 0000"
obtained_on = 2026-11-20
obtained_from = "un lot inventé"
legal_basis = "invented"
procedure = "PV 0000/2026"
purpose = "essai"
keep_until = 2027-05-20
"""
CANARIES = ("CanariSerin", "0639980001", "ind-1")


@pytest.fixture
def run(tmp_path):
    from small_stages import SMALL, summarise

    (tmp_path / "in").mkdir()
    texts = ["Cours de piano 0639980042"] * 3 + ["Chambre à louer 0639980043"] * 2
    rows = [{"id": f"net-{place}", "text": text} for place, text in enumerate(texts)]
    rows.append({"id": "ind-1", "text": "CanariSerin seule 0639980001"})
    (tmp_path / "in" / "a.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n[]\n", "utf-8")
    (tmp_path / "basis.toml").write_text(BASIS, "utf-8")
    return Run(
        batch=tmp_path / "in",
        basis=tmp_path / "basis.toml",
        out=tmp_path / "out",
        today=TODAY,
        stages=SMALL,
        summarise=summarise,
    )
