"""The graphs, charts and entities of an export hold what the leads hold, mask by default, and are read back."""

import importlib.util
import json
import os
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import anxwritter
import networkx as nx
import pytest

from maillon_engine.dossier.masking import Span
from maillon_engine.dossier.reading import Material, Text
from maillon_engine.errors import MissingExtra
from maillon_engine.exports import extras, ftm, graphs, i2
from maillon_engine.exports.files import export
from maillon_engine.exports.network import network, numbered

needs_ftm = pytest.mark.skipif(
    importlib.util.find_spec("followthemoney") is None and "CI" not in os.environ,
    reason="followthemoney compiles against ICU: apt-get install g++ pkg-config libicu-dev, then make venv",
)
PHONE, IBAN, ACCOUNT = "+33639981234", "FR7630006000011234567890189", "snapchat:camille.sens"
MANIFEST = {
    "basis": {"service": "S", "procedure": "P", "purpose": "B", "keep_until": "2099-01-01", "invented": True},
    "batch": [{"name": "a", "sha256": "0" * 64}],
}


def lead():
    """Two texts that share everything that texts can share; a third trait was set aside. Ids that no XML may hold."""
    at = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
    texts = (
        Text("a\x01&<", "Je suis Camille : 06 39 98 12 34\x02", at, "Flers", None, (Span(18, 32, "phone"),), ()),
        Text("b", "Même numéro", None, None, "site", (), ()),
    )
    held = [
        ("phone", PHONE), ("iban", IBAN), ("handle", ACCOUNT), ("email", "camille@example.org"),
        ("payment", "pcs:12345678901"), ("crypto", "BTC:1BoatSLRHtKNngkdXEeobR76b53LETtpyT"), ("plate", "FR:AB-123-CD"),
        ("template", "7"), ("image", "ff00"), ("url", "https://example.org/"), ("name", "Camille"), ("tour", "1@2"),
    ]  # fmt: skip
    edges = [
        {"id": text.id, "kind": kind, "value": value, "documents": 2, "weight": 3.5, "hub": False, "why": "Même trace"}
        for text in texts
        for kind, value in held
    ]
    edges.append({**edges[0], "value": "+33639980000", "hub": True})
    item = {"code": "shared", "side": "for", "evidence_class": "structural", "source": "S", "bits": 3.0}
    item |= {"statement": "Camille répond au 06 39 98 12 34", "spans": [{"id": "b", "start": 0, "end": 4}]}
    head = {"network_id": 3, "rank": 1, "documents": 2, "strength": 12.0, "evidence": [item]}
    return Material(head, texts, (), tuple(edges))


def made(tmp_path, reveal):
    net = network([lead()], reveal=reveal)
    about = {"procedure": "P"}
    return [
        *graphs.write(tmp_path, net, about), *graphs.write_gexf(tmp_path, net, about), *i2.write(tmp_path, net, about),
    ]  # fmt: skip


def content(path):
    raw = path.read_bytes()
    return raw.decode("utf-16" if path.suffix == ".anx" else "utf-8")


@pytest.mark.parametrize("reveal", [False, True])
def test_values_are_shown_only_when_asked_for(tmp_path, reveal):
    for path in made(tmp_path, reveal):
        for value in (PHONE, IBAN, "camille.sens"):
            assert (value in content(path)) == reveal, path.name
        assert "39980000" not in content(path), "a trait that was set aside"
    assert ("06 39 98 12 34" in content(tmp_path / "leads.anx")) == reveal


def test_what_no_xml_may_hold_is_replaced(tmp_path):
    for path in made(tmp_path, reveal=True):
        root = ET.fromstring(content(path).split("?>", 1)[1])
        assert "a\ufffd&<" in "".join(root.itertext()) + str([one.attrib for one in root.iter()])


def test_gexf_is_read_back_with_days_and_weights(tmp_path):
    made(tmp_path, reveal=False)
    graph = nx.read_gexf(tmp_path / "leads.gexf", version="1.3")
    assert graph.nodes["text-1"]["start"] == "2026-03-04"
    assert "start" not in graph.nodes["text-2"]
    assert {weight for _, _, weight in graph.edges.data("weight")} == {3.5}
    assert graph.number_of_nodes() == 2 + 12
    assert 'name="procedure: P"' in content(tmp_path / "leads.gexf")


def test_the_chart_holds_every_text_trait_and_tie(tmp_path):
    made(tmp_path, reveal=False)
    root = ET.fromstring(content(tmp_path / "leads.anx").split("?>", 1)[1])
    icons, links = root.findall(".//IconStyle"), root.findall(".//Link")
    assert len(icons) == 2 + 12
    assert len(links) == 24
    ids = {entity.get("EntityId") for entity in root.iter("Entity")}
    assert {link.get(end) for link in links for end in ("End1Id", "End2Id")} <= ids
    dated = [item.get("DateTime") for item in root.iter("ChartItem") if item.get("DateTime")]
    assert dated == ["2026-03-04T23:30:00.000"]
    assert "procedure: P" in content(tmp_path / "leads.anx")


def test_the_library_refuses_what_is_no_chart():
    # Guards the test above: the writer validates before it writes.
    chart = anxwritter.ANXChart()
    chart.add_link(from_id="a", to_id="b", type="Porte")
    assert chart.validate()


def test_the_names_of_nodes_say_nothing_of_what_they_hold():
    texts, traits = numbered(network([lead()], reveal=False))
    assert set(texts.values()) == {"text-1", "text-2"}
    assert next(iter(traits.values())) == "trait-1"


def entities(tmp_path, reveal):
    net = network([lead()], reveal=reveal)
    (path,) = ftm.write(tmp_path, [lead()], net, MANIFEST, reveal=reveal)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@needs_ftm
@pytest.mark.guardrail("G1")
@pytest.mark.parametrize("reveal", [False, True])
def test_entities_are_valid_and_none_is_a_person(tmp_path, reveal):
    from followthemoney import ValueEntity, model

    ids = set()
    for entity in entities(tmp_path, reveal):
        read = ValueEntity.from_dict(entity, cleaned=False)
        read.schema.validate(read.to_dict())
        assert not read.schema.is_a("LegalEntity"), entity
        assert not {"owner", "holder"} & entity["properties"].keys()
        assert set(read.to_dict()["properties"]) == set(entity["properties"]), "nothing is lost when it is read again"
        assert {name for name in read.schema.required if not entity["properties"].get(name)} == set()
        ids.add(entity["id"])
    edges = [entity for entity in entities(tmp_path, reveal) if model.get(entity["schema"]).edge]
    assert len(edges) == 24
    for edge in edges:
        assert {*edge["properties"]["subject"], *edge["properties"]["object"]} <= ids


@needs_ftm
def test_each_kind_has_the_schema_that_fits(tmp_path):
    held = {one["schema"]: one["properties"] for one in entities(tmp_path, reveal=True)}
    assert held["BankAccount"]["iban"] == [IBAN]
    assert held["Vehicle"]["registrationNumber"] == ["AB-123-CD"]
    assert held["CryptoWallet"]["publicKey"] == ["1BoatSLRHtKNngkdXEeobR76b53LETtpyT"]
    accounts = [one["properties"] for one in entities(tmp_path, reveal=True) if one["schema"] == "UserAccount"]
    assert {one["service"][0]: one["username"][0] for one in accounts} == {
        "téléphone": PHONE, "snapchat": "camille.sens", "adresse e-mail": "camille@example.org", "pcs": "12345678901",
    }  # fmt: skip


@needs_ftm
def test_entities_are_masked_and_say_what_they_rest_on(tmp_path):
    said = json.dumps(entities(tmp_path, reveal=False), ensure_ascii=False)
    for value in (PHONE, IBAN, "camille.sens", "Camille", "06 39 98 12 34", "39980000"):
        assert value not in said
    lead_note = next(one for one in entities(tmp_path, reveal=False) if one["id"].endswith("lead-3"))
    assert "2099-01-01" in lead_note["properties"]["notes"][0]
    assert len(lead_note["properties"]["entity"]) == 2


def test_an_extra_that_is_missing_is_named_before_anything_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "networkx" else object())
    with pytest.raises(MissingExtra, match=r"maillon-engine\[gexf\]"):
        export(tmp_path, ["csv", "gexf"])
    assert not list(tmp_path.iterdir())
