"""The stream of JSON lines, and the stage."""

import io
import os

import orjson
import pyarrow as pa
import pytest

from maillon_engine import schemas, workers
from maillon_engine.identifiers import stream
from maillon_engine.identifiers.registry import extract
from maillon_engine.stages import identifiers


def streamed(data: bytes) -> tuple[int, list[dict], str]:
    out, said = io.BytesIO(), io.StringIO()
    code = stream.run(io.BytesIO(data), out, said, "FR")
    return code, [orjson.loads(one) for one in out.getvalue().splitlines()], said.getvalue()


def test_a_line_in_is_a_line_out():
    code, out, said = streamed('{"id": "a", "text": "Studio 150 € la nuit"}\n\n{"id": 7, "text": ""}'.encode())
    assert (code, said) == (0, "")
    assert [one["id"] for one in out] == ["a", 7]
    price = out[0]["identifiers"][0]
    assert price["kind"] == "price"
    assert "Studio 150 € la nuit"[price["start"] : price["end"]].startswith("150")
    assert out[1]["identifiers"] == []


@pytest.mark.parametrize(
    "line", [b"{", b"[]", b'{"id": "a"}', b'{"text": "secret"}', b'{"id": 1, "text": 2}', b'{"id": 1, "text": "\xff"}']
)
def test_a_wrong_line_is_named_and_not_quoted(line):
    code, out, said = streamed(line + b'\n{"id": "b", "text": "x"}\n')
    assert code == 1
    assert [one["id"] for one in out] == ["b"]
    assert "line 1:" in said
    assert "secret" not in said


def test_a_line_without_end_is_not_held(monkeypatch):
    monkeypatch.setattr(stream, "LONGEST", 64)
    code, out, said = streamed(b'{"id": "a", "text": "' + b"x" * 500 + b'"}\n{"id": "b", "text": "x"}\n')
    assert code == 1
    assert [one["id"] for one in out] == ["b"]
    assert "line 1: longer" in said


def test_the_stage_gives_the_declared_table():
    documents = pa.table(
        {"id": ["b", "a", "c"], "text": pa.array(["Vélo 40 €", "Rien", "Piano 90 € puis 80 €"], pa.large_string())}
    )
    found = schemas.checked("identifiers", identifiers.run(documents))
    assert [(row["id"], row["value"]) for row in found.to_pylist()] == [
        ("b", "40 EUR"),
        ("c", "90 EUR"),
        ("c", "80 EUR"),
    ]
    assert identifiers.run(documents.slice(1, 1)).num_rows == 0


@pytest.mark.parametrize("size", [1, 7, 64, 1 << 16])
def test_lines_are_the_same_however_they_come(monkeypatch, size):
    monkeypatch.setattr(stream, "_CHUNK", size)
    code, out, said = streamed(b'{"id": 1, "text": "80 \xe2\x82\xac"}\n{\n\n{"id": 2, "text": ""}')
    assert (code, [one["id"] for one in out]) == (1, [1, 2])
    assert "line 2:" in said


def test_answers_do_not_wait_for_what_comes_later():
    lines = [b'{"id": 1, "text": "x"}\n', b'{"id": 2, "text": "y"}\n']
    out = io.BytesIO()

    class Source(io.BytesIO):
        def read1(self, _size=-1):
            assert out.getvalue().count(b"\n") == 2 - len(lines)
            return lines.pop(0) if lines else b""

    assert stream.run(Source(), out, io.StringIO(), "FR") == 0
    assert out.getvalue().count(b"\n") == 2


def test_lines_are_the_same_from_other_processes(monkeypatch):
    lines = [b'{"id": %d, "text": "Studio %d \xe2\x82\xac la nuit"}' % (number, 50 + number) for number in range(200)]
    lines[77], lines[140] = b"{", b""
    here = streamed(b"\n".join(lines))
    monkeypatch.setattr(stream, "_CHUNK", 512)
    monkeypatch.setattr(workers, "PATIENCE", 0)
    assert streamed(b"\n".join(lines)) == here
    assert "line 78:" in here[2]


def test_a_pipe_that_holds_nothing_more_is_answered_before_it_is_waited_for(monkeypatch):
    monkeypatch.setattr(workers, "PATIENCE", 0)
    read, write = os.pipe()
    out = io.BytesIO()
    os.write(write, b'{"id": 1, "text": "x"}\n')
    with os.fdopen(read, "rb") as whole:

        class Source:
            """A pipe to which the next line is written when the answer to the last has been seen."""

            fileno, read = whole.fileno, whole.read
            asked = 0

            def read1(self, size):
                self.asked += 1
                if self.asked == 2:
                    assert out.getvalue() == b'{"id":1,"identifiers":[]}\n'
                    os.write(write, b'{"id": 2, "text": "y"}\n')
                    os.close(write)
                return whole.read1(size)

        assert stream.run(Source(), out, io.StringIO(), "FR") == 0
    assert out.getvalue().count(b"\n") == 2


def test_an_answer_that_is_kept_is_nobody_else_s_list():
    first = extract("Studio 150 € la nuit")
    first.clear()
    assert [item.kind for item in extract("Studio 150 € la nuit")] == ["price"]
