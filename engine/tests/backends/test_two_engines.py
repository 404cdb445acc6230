"""The same stages on DuckDB and on Spark: the same answers to a query, the same bytes of a whole run.

All tests that need Spark stand in this file, so that it starts once.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import both
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from maillon_engine.backends import registry, sessions
from maillon_engine.backends.dialects import written
from maillon_engine.backends.literals import double, text
from maillon_engine.linking import places

# pyspark leaves sockets to the collector of rubbish, and warns of settings of its own.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patched:
        # The compiler for long runs costs more than it gains in short ones.
        patched.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
        started = sessions.Session(tmp_path_factory.mktemp("spark"))
    yield started.spark
    started.end()


@pytest.fixture(params=registry.NAMES)
def engine(request):
    if request.param == "spark":
        request.getfixturevalue("session")
    with registry.backend(request.param) as made:
        yield made


def asked(engine, query, **tables):
    handles = {name: engine.table(table) for name, table in tables.items()}
    return engine.arrow(engine.sql(query, **handles)).to_pylist()


def of(**columns):
    return pa.table(columns)


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("7 // 2", 3), ("7 / 2", 3.5), ("7 % 3", 1), ("CAST(FLOOR(2.9e0) AS BIGINT)", 2),
        (f"{double(0.1)} + {double(0.2)}", 0.30000000000000004), ("LOG2(CAST(1024 AS DOUBLE))", 10.0),
        (f"{double(13.287712379549449)}", 13.287712379549449), ("CAST(12 AS VARCHAR) || ' bits'", "12 bits"),
        ("'a' || NULL", None), ("COALESCE(NULL, 'b')", "b"), (text("l'été d’un « mot »"), "l'été d’un « mot »"),
        ("NULL = 1", None), ("'É' < 'e'", False), ("CASE WHEN NULL > 8 THEN 1 ELSE 2 END", 2),
    ],
)  # fmt: skip
def test_both_engines_answer_alike(engine, expression, answer):
    assert asked(engine, f"SELECT {expression} AS answer FROM one", one=of(n=[1])) == [{"answer": answer}]


def test_halves_are_rounded_in_whole_numbers(engine):
    rows = asked(
        engine, "SELECT n, (n + 50) // 100 AS up FROM numbers ORDER BY n", numbers=of(n=[49, 50, 149, 150, 1150])
    )
    assert [row["up"] for row in rows] == [0, 1, 1, 2, 12]


def test_texts_are_ordered_by_their_bytes_and_nothing_comes_last(engine):
    names = ["é", "z", "Z", None, "\U0010fffd1", "ab", "a"]
    rows = asked(engine, "SELECT name FROM names ORDER BY name", names=of(name=names))
    assert [row["name"] for row in rows] == ["Z", "a", "ab", "z", "é", "\U0010fffd1", None]


def test_what_is_unknown_is_neither_counted_nor_joined(engine):
    query = """
    SELECT COUNT(*) AS rows, COUNT(l.name) AS named, COUNT(DISTINCT l.name) AS names, COUNT(r.name) AS met
    FROM l LEFT JOIN r ON l.name = r.name
    """
    found = asked(engine, query, l=of(name=["a", "a", None, "b"]), r=of(name=["a", None]))
    assert found == [{"rows": 4, "named": 3, "names": 2, "met": 2}]


def test_lower_case_is_python_s_on_both(engine):
    given = ["İSTANBUL", " Saint-Étienne ", "ΣΑΣ", "STRASSE ẞ", "\t\u3000"]
    rows = engine.mapped(engine.table(of(given=given)), places.lowered, places.GIVEN)
    found = {row["given"]: row["place"] for row in engine.arrow(rows).to_pylist()}
    assert found == {name: name.lower().strip() or None for name in given}


def test_moments_are_in_utc(engine):
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    table = of(at=pa.array([late], pa.timestamp("us", tz="UTC")))
    assert asked(engine, "SELECT at, CAST(CAST(at AS DATE) AS VARCHAR) AS day FROM t", t=table) == [
        {"at": late, "day": "2026-03-01"}
    ]


def test_a_file_is_read_whatever_its_name(engine, tmp_path):
    path = tmp_path / "l'a[b]{c} *?.parquet"
    pq.write_table(of(n=[1, 2]), path)
    pq.write_table(of(n=[3]), tmp_path / "l'ab{c} zz.parquet")
    assert sorted(row["n"] for row in asked(engine, "SELECT n FROM t", t=path)) == [1, 2]


def test_what_is_kept_is_the_same_rows(engine):
    table = engine.table(of(n=list(range(1000))))
    kept = engine.kept(engine.sql("SELECT n % 7 AS n, COUNT(*) AS rows FROM t GROUP BY n % 7", t=table))
    assert sorted(row["rows"] for row in engine.arrow(kept).to_pylist()) == [142, 143, 143, 143, 143, 143, 143]


def test_a_query_says_which_tables_it_is_about():
    query = "WITH a AS (SELECT * FROM t) SELECT a.id FROM a JOIN t AS other ON a.id = other.id JOIN u ON u.id = a.id"
    named = written(query, {"t": "t1", "u": "u1"}, "duckdb")
    assert "FROM t1 AS t" in named
    assert "JOIN t1 AS other" in named
    assert "JOIN u1 AS u" in named
    with pytest.raises(KeyError):
        written(query, {"t": "t1"}, "spark")


@pytest.fixture(scope="module", params=["invented", "skewed"])
def runs(request, tmp_path_factory, session):
    folder = tmp_path_factory.mktemp(request.param)
    corpus = getattr(both, request.param)(folder / "corpus")
    return {name: both.seen(folder / name, corpus, name) for name in registry.NAMES}


def test_a_whole_run_gives_the_same_bytes_on_both(runs):
    ours, theirs = runs["duckdb"], runs["spark"]
    assert set(ours.stages) == {"identifiers", "clusters", "templates", "edges", "networks", "leads"}
    assert ours.rows == theirs.rows
    assert ours.stages == theirs.stages
    assert ours.output == theirs.output
    assert all(ours.rows[name] for name in ours.rows)


def test_the_manifest_says_which_engine_it_was(runs):
    said = {name: run.manifest["made_by"] for name, run in runs.items()}
    assert {name: one["backend"] for name, one in said.items()} == {name: name for name in registry.NAMES}
    assert "pyspark" in said["spark"]["libraries"]
    assert "pyspark" not in said["duckdb"]["libraries"]
    assert runs["duckdb"].manifest["key"] != runs["spark"].manifest["key"]


def test_spark_leaves_nothing_where_it_was_started(runs):
    assert not [name for name in ("spark-warehouse", "metastore_db", "artifacts") if Path(name).exists()]


def test_what_is_forgotten_is_gone_and_the_engine_goes_on(engine):
    before = engine.kept(engine.table(of(n=[1])))
    engine.forget()
    assert asked(engine, "SELECT n FROM t", t=of(n=[2])) == [{"n": 2}]
    with pytest.raises(Exception, match=before.name):
        engine.arrow(before)


def test_spark_is_silent_once_it_runs(session):
    # Its words about a task that failed would quote the text on which it did.
    assert session._jvm.org.apache.logging.log4j.LogManager.getRootLogger().getLevel().toString() == "OFF"


def test_the_workers_run_the_driver_s_python(session):
    assert session.sparkContext.pythonExec == sys.executable
    assert session.sparkContext.getConf().get("spark.driver.host") in {None, "127.0.0.1", "localhost"}
