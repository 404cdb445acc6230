"""Exports hold the leads, mask by default, run no formula, and go when the output goes."""

import csv
import html
import json
import re
from datetime import date
from importlib.util import find_spec

import igraph
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from maillon_engine import schemas
from maillon_engine.cli.main import group
from maillon_engine.erasing import purge
from maillon_engine.errors import OutputRefused
from maillon_engine.exports import FORMATS
from maillon_engine.exports.files import export
from maillon_engine.exports.sheets import guarded
from maillon_engine.leads.names import presented
from maillon_engine.pipeline.detect import Run, detect
from maillon_engine.pipeline.digests import file_digest
from maillon_engine.synthetic.files import write

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    corpus = write(folder, documents=2_000, seed=11, noise=0, hidden=0)
    manifest = detect(Run(corpus.batch, corpus.basis, folder / "out", TODAY))
    assert manifest["counts"]["kept"]["leads"] > 2
    return folder / "out", manifest


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_manifest_has_the_digest_of_the_dossier_and_of_every_table(made):
    folder, manifest = made
    assert manifest["digests"]["dossier.html"] == file_digest(folder / "dossier.html")
    assert {f"{name}.parquet" for name in schemas.TABLES} < manifest["digests"].keys()


def test_sheets_hold_every_lead_text_and_reason(made):
    folder, manifest = made
    export(folder, ["csv"])
    kept = manifest["counts"]["kept"]
    assert len({row["lead"] for row in rows(folder / "leads.csv")}) == kept["leads"]
    assert len(rows(folder / "texts.csv")) == kept["documents"]
    assert len(rows(folder / "ties.csv")) == kept["edges"]


def test_the_graph_is_read_back_with_its_basis(made):
    folder, manifest = made
    export(folder, ["graphml"])
    graph = igraph.Graph.Read_GraphML(str(folder / "leads.graphml"))
    assert graph["procedure"] == manifest["basis"]["procedure"]
    assert graph["invented"] == "true"
    assert sum(kind == "text" for kind in graph.vs["kind"]) == manifest["counts"]["kept"]["documents"]
    assert graph.ecount() > graph.vcount() / 2


@pytest.mark.parametrize("reveal", [False, True])
def test_numbers_are_shown_only_when_asked_for_and_the_manifest_says_so(made, reveal):
    folder, _ = made
    number = next(row["value"] for row in _ties(folder) if row["kind"] == "phone")
    for path in export(folder, ["csv", "graphml"], reveal=reveal):
        said = path.read_text("utf-8")
        assert (number in said) == (reveal and path.name in {"ties.csv", "leads.graphml"})
    known = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert {entry["reveal"] for entry in known["exports"].values()} == {reveal}


def test_given_names_are_hidden_in_sheets_and_dossier(made):
    folder, _ = made
    export(folder, ["csv"], reveal=True)
    assert any(list(presented(row["text"])) for row in rows(folder / "texts.csv"))
    export(folder, ["csv"])
    assert not [row for row in rows(folder / "texts.csv") if list(presented(row["text"]))]
    quoted = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", (folder / "dossier.html").read_text("utf-8"), re.DOTALL)
    assert quoted
    assert not [one for one in quoted if list(presented(html.unescape(re.sub(r"<[^>]+>", "", one))))]


def _ties(folder):
    export(folder, ["csv"], reveal=True)
    return [row | {"value": row["value"].removeprefix("'")} for row in rows(folder / "ties.csv")]


@given(st.text(max_size=30))
def test_no_cell_begins_like_a_formula(text):
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert guarded(text).endswith(text)


def test_purge_erases_exports_too(tmp_path):
    corpus = write(tmp_path, documents=500, seed=3, noise=0)
    detect(Run(corpus.batch, corpus.basis, tmp_path / "out", TODAY))
    formats = [name for name in FORMATS if name != "ftm" or find_spec("followthemoney")]
    written = export(tmp_path / "out", formats, reveal=True)
    known = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert known["exports"].keys() == {path.name for path in written}
    purge([tmp_path / "out"], today=date(2100, 1, 1))
    assert not (tmp_path / "out").exists()
    proof = (tmp_path / "out.purged.json").read_text("utf-8")
    digests = json.loads(proof)["digests"]
    assert {path.name: digests[path.name] for path in written} == {
        name: entry["sha256"] for name, entry in known["exports"].items()
    }


def test_a_folder_that_is_no_output_is_refused(tmp_path):
    with pytest.raises(OutputRefused, match="no output"):
        export(tmp_path, ["csv"])


def test_the_command_names_what_it_wrote(made):
    folder, _ = made
    done = CliRunner().invoke(group, ["export", str(folder), "--format", "csv"])
    assert done.exit_code == 0, done.output
    assert "texts.csv" in done.stderr
