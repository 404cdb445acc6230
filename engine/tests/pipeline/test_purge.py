"""What is past its keep-until goes, with proof."""

import json
from dataclasses import replace
from datetime import date

import pytest

from maillon_engine.erasing import purge
from maillon_engine.errors import OutputRefused
from maillon_engine.pipeline.detect import detect

UNTIL = date(2027, 5, 20)
AFTER = date(2027, 5, 21)


@pytest.mark.guardrail("G8")
def test_an_output_past_its_keep_until_is_erased_and_the_figures_stay(run):
    made = detect(run)
    (done,) = purge([run.out], today=AFTER)
    assert not run.out.exists()
    assert done.erased == len(made["digests"]) + 2  # with the manifest and the timings
    proof = json.loads((run.out.parent / "out.purged.json").read_text("utf-8"))
    assert proof["finished"] is True
    assert proof["counts"] == made["counts"]
    assert proof["digests"] == made["digests"]
    assert proof["erased_on"] == "2027-05-21"
    assert "net-0" not in json.dumps(proof)


def test_what_may_still_be_kept_is_kept(run):
    made = detect(run)
    (done,) = purge([run.out], today=UNTIL)
    assert (done.erased, done.keep_until) == (0, "2027-05-20")
    assert detect(run) == made


@pytest.mark.guardrail("G8")
def test_what_an_interrupted_run_left_is_erased_too(run):
    def broken(*_tables):
        raise MemoryError

    failing = [replace(item, run=broken) if item.name == "leads" else item for item in run.stages]
    with pytest.raises(MemoryError):
        detect(replace(run, stages=failing))
    left = run.out.parent / ".out.maillon"
    (done,) = purge([left], today=AFTER)
    assert done.erased > 0
    assert not left.exists()


def test_a_directory_of_somebody_else_is_refused_and_nothing_goes(run, tmp_path):
    detect(run)
    with pytest.raises(OutputRefused, match="nothing is erased"):
        purge([run.out, tmp_path / "in"], today=AFTER)
    assert (run.out / "manifest.json").exists()


def test_files_are_overwritten_before_they_go(run, monkeypatch):
    detect(run)
    seen = {}
    original = type(run.out).unlink

    def unlink(path, **more):
        if path.parent == run.out:
            seen[path.name] = path.read_bytes()
        return original(path, **more)

    monkeypatch.setattr(type(run.out), "unlink", unlink)
    purge([run.out], today=AFTER)
    assert len(seen) > 5
    assert not any(content.strip(b"\0") for content in seen.values())
