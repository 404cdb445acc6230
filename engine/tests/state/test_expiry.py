"""What is remembered ends with its batch, and purge proves it."""

import json
from datetime import date

import pytest
from test_runs import FIRST, SECOND

from maillon_engine.erasing import purge
from maillon_engine.errors import StateRefused
from maillon_engine.pipeline.detect import detect

SHORT, LONG = "2027-01-31", "2027-05-20"
AFTER = date(2027, 2, 1)


@pytest.mark.guardrail("G8")
def test_a_later_run_does_not_use_what_has_expired_purged_or_not(desk):
    desk.take(FIRST, until=SHORT)
    assert len(desk.take(SECOND, today=date(2027, 1, 31)).rows("leads")) == 1
    third = ["Cave à louer, sèche. Je suis Lou, tél 06 39 98 77 01"]
    out = desk.take(third, today=AFTER)
    assert out.manifest["state"]["texts"] == 2
    assert out.rows("leads") == []


@pytest.mark.guardrail("G8")
def test_purge_erases_the_batches_that_are_past_and_leaves_a_proof(desk, monkeypatch):
    desk.take(FIRST, until=SHORT)
    desk.take(SECOND, until=LONG)
    first, second = desk.known()["batches"]
    seen = {}
    original = type(desk.home).unlink

    def unlink(path, **more):
        seen[path.name] = path.read_bytes()
        return original(path, **more)

    monkeypatch.setattr(type(desk.home), "unlink", unlink)
    (done,) = purge([desk.state], today=AFTER)
    monkeypatch.undo()
    erased = {name: content for name, content in seen.items() if name in {"labels.npy", "rows.npy", "payloads.npy"}}
    assert len(erased) == 3
    assert not any(content.strip(b"\0") for content in erased.values())
    assert not (desk.state / first["key"][:32]).exists()
    assert (desk.state / second["key"][:32] / "rows.npy").exists()
    proof = json.loads((desk.home / f"state.{first['key'][:12]}.purged.json").read_text("utf-8"))
    assert done.proof == str(desk.home / f"state.{first['key'][:12]}.purged.json")
    assert proof["finished"] is True
    assert set(erased) <= set(proof["files"])
    left = desk.known()
    assert [one["key"] for one in left["batches"]] == [second["key"]]
    assert left["erased"] == [{"key": first["key"], "keep_until": SHORT, "texts": 2, "erased_on": "2027-02-01"}]
    (again,) = purge([desk.state], today=AFTER)
    assert (again.erased, again.keep_until, again.proof) == (0, LONG, None)


@pytest.mark.guardrail("G8")
def test_an_interrupted_purge_is_seen_and_finished_by_the_next(desk, monkeypatch):
    desk.take(FIRST, until=SHORT)
    (batch,) = desk.known()["batches"]
    with monkeypatch.context() as patch:
        patch.setattr("maillon_engine.state.folder.State.forget", lambda *_: (_ for _ in ()).throw(MemoryError))
        with pytest.raises(MemoryError):
            purge([desk.state], today=AFTER)
    proof = desk.home / f"state.{batch['key'][:12]}.purged.json"
    assert json.loads(proof.read_text("utf-8"))["finished"] is False
    purge([desk.state], today=AFTER)
    assert json.loads(proof.read_text("utf-8"))["finished"] is True
    assert desk.known()["batches"] == []


def test_a_batch_that_expired_is_taken_in_anew_only_after_a_purge(desk):
    told = [{"id": f"one-{i}", "text": text} for i, text in enumerate(FIRST)]
    desk.take(told, until=SHORT)
    with pytest.raises(StateRefused, match="purge"):
        desk.take(told, until=LONG, today=AFTER)
    purge([desk.state], today=AFTER)
    run = desk.run(told, until=LONG, today=AFTER)
    detect(run)
    assert [one["keep_until"] for one in desk.known()["batches"]] == [LONG]


@pytest.mark.guardrail("G8")
def test_an_output_with_texts_of_an_earlier_batch_goes_with_that_batch(desk):
    rows = [f"Studio {i} au calme. Je suis {name}, tél 06 39 98 77 00" for i, name in enumerate(("Ana", "Zoé", "Lou"))]
    desk.take(rows, until=SHORT)
    out = desk.take(["Maison au bord de l'eau. Je suis Eva, tél 06 39 98 77 00"], until=LONG)
    (done,) = purge([out.path], today=AFTER)
    assert (done.keep_until, out.path.exists()) == (SHORT, False)
