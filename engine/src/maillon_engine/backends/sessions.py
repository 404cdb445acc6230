"""A session of Spark: where it comes from, how it is set up, and when it ends.

Nothing is said here of where the work is done: pyspark has its own ways to be told (SPARK_REMOTE, SPARK_CONF_DIR,
PYSPARK_SUBMIT_ARGS), and takes the cores of this machine where it is told nothing.
"""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import maillon_engine
from maillon_engine.backends.base import ROWS
from maillon_engine.errors import BackendRefused, MissingExtra

_EXTRA = ("pyspark", "pandas")
_ANSWERS: Mapping[str, str] = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(ROWS),
}


def check() -> None:
    """Raises MissingExtra without pyspark and pandas, BackendRefused without Java. Starts nothing."""
    for library in _EXTRA:
        if find_spec(library) is None:
            message = f"Spark needs {library}, which is not installed: install maillon-engine[spark]."
            raise MissingExtra(message)
    if "SPARK_REMOTE" not in os.environ and not _java():
        message = "Spark needs Java 17 or later, and there is none: install it, or say in JAVA_HOME where it is."
        raise BackendRefused(message)


def _java() -> bool:
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=str(Path(home, "bin")) if home else None) is not None


class Session:
    """A session of Spark. One that is there already is joined and not ended."""

    def __init__(self, folder: Path | None) -> None:
        from py4j.protocol import Py4JError  # noqa: PLC0415 - an extra
        from pyspark.errors import PySparkException  # noqa: PLC0415 - an extra
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra

        self._joined = SparkSession.getActiveSession() is not None
        self._aside = TemporaryDirectory(prefix="maillon-", dir=folder)
        builder = SparkSession.builder.appName("maillon-engine")
        for name, value in ({} if self._joined else _starting(Path(self._aside.name))).items():
            builder = builder.config(name, value)
        try:
            with _told():
                self.spark: Any = builder.getOrCreate()
        except (PySparkException, Py4JError, OSError) as error:
            self._aside.cleanup()
            message = "Spark did not start. It needs Java 17 or later; what it says itself stands above."
            raise BackendRefused(message) from error
        if not self._joined and _quiet() and "SPARK_REMOTE" not in os.environ:
            # Once it has started its words would be about its work, and may quote a text: we say what broke.
            self.spark.sparkContext.setLogLevel("OFF")
        for name, value in _answering(self.spark).items():
            self.spark.conf.set(name, value)

    def end(self) -> None:
        """Stops the session unless somebody else started it."""
        if not self._joined:
            self.spark.stop()
        self._aside.cleanup()


def _answering(spark: Any) -> dict[str, str]:
    """How any session answers us; and on one machine, that work is not cut into more parts than it has hands for."""
    alone = spark.conf.get("spark.master", "").startswith("local")
    return {**_ANSWERS, **({"spark.sql.shuffle.partitions": str(2 * (os.cpu_count() or 1))} if alone else {})}


def _starting(aside: Path) -> dict[str, str]:
    """What has to be said before Spark starts. A session elsewhere takes no notice."""
    return {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        # Texts go through these on their way: they go with the run.
        "spark.local.dir": str(aside),
        "spark.sql.warehouse.dir": str(aside / "warehouse"),
        "spark.driver.extraJavaOptions": _options(aside),
        "spark.sql.catalogImplementation": "in-memory",
        # The workers are other processes; they look for this package where we found it.
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(_path()),
        "spark.driver.maxResultSize": "0",
    }


def _options(aside: Path) -> str:
    quiet = Path(str(files("maillon_engine").joinpath("data/spark-log.properties")))
    said = [f"-Djava.io.tmpdir={aside}"]
    if _quiet():
        said.append(f"-Dlog4j2.configurationFile={quiet.as_uri()}")
    return " ".join(f'"{one}"' for one in said)


def _quiet() -> bool:
    # Whoever has a folder of settings has said there what to log.
    return "SPARK_CONF_DIR" not in os.environ


@contextmanager
def _told() -> Iterator[None]:
    """What Spark asks of its environment while it starts, where nobody has said it: an address, and a Python.

    Who works on several machines says both, with what they mean there.
    """
    ours = {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    missing = {name: value for name, value in ours.items() if name not in os.environ}
    os.environ.update(missing)
    try:
        yield
    finally:
        for name in missing:
            del os.environ[name]


def _path() -> list[str]:
    ours = str(Path(maillon_engine.__file__).resolve().parents[1])
    said = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    return [ours, *(one for one in said if one and one != ours)]
