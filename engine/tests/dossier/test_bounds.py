"""However much there is, the page stays one that can be opened, and says what it leaves to the tables."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from maillon_engine.dossier import rendering, view
from maillon_engine.dossier.graphs import TRAITS, graph
from maillon_engine.dossier.rendering import render
from maillon_engine.dossier.timeline import timeline

sys.path.insert(0, str(Path(__file__).parent))
from invented_lead import MANIFEST, PLACES, made, table


def many(leads):
    """The invented lead, and weaker ones that only their figures tell of."""
    tables = made()
    (first,) = tables["leads"].to_pylist()
    others = [{**first, "rank": rank, "network_id": 1000 + rank, "strength": 5.0} for rank in range(2, leads + 1)]
    return {**tables, "leads": table("leads", [*reversed(others), first])}


def test_the_strongest_leads_are_shown_in_full_and_the_others_with_their_figures(monkeypatch):
    monkeypatch.setattr(rendering, "SHOWN", 3)
    page = render(many(5), MANIFEST, PLACES)
    assert page.count('<article class="sheet lead"') == 3
    assert ">5 pistes<" in page
    assert "Les 3 plus fortes sont montrées en entier" in page
    assert "Des 2 autres" in page
    assert "Piste 5" in page
    assert 'href="#piste-4"' not in page


def test_a_run_of_few_leads_says_nothing_of_others():
    page = render(made(), MANIFEST, PLACES)
    assert "plus fortes" not in page
    assert "plus, moins fort" not in page


def test_a_thousand_leads_add_little(monkeypatch):
    monkeypatch.setattr(rendering, "SHOWN", 1)
    one, thousand = (len(render(many(leads), MANIFEST, PLACES)) for leads in (1, 1001))
    assert thousand - one < 200_000


def test_reasons_and_texts_beyond_what_can_be_read_are_counted(monkeypatch):
    tables = made(extra=" très long" * 1000)
    (lead,) = tables["leads"].to_pylist()
    item = next(one for one in lead["evidence"] if one["side"] == "for")
    lead["evidence"] = [item] * (view.REASONS + 7)
    page = render({**tables, "leads": table("leads", [lead])}, MANIFEST, PLACES)
    assert "et 7 indices de plus, moins forts, dans leads.parquet" in page
    assert page.count("très long") < 6 * 1000 / 2


def test_pictures_do_not_grow_with_the_texts():
    start = datetime(2026, 1, 1, tzinfo=UTC)
    few, more = (
        timeline([(start + timedelta(hours=number), f"lieu {number % 12}") for number in range(count)])
        for count in (6_000, 18_000)
    )
    assert len(more) < 1.5 * len(few)
    drawn = graph([(f"texte {number}", f"trace {number % 500}") for number in range(2_000)])
    assert str(drawn).count('class="trait"') == TRAITS
