"""Peers that are measured in an environment of their own, so that the product's holds none of them."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt

_PYTHON = Path(__file__).resolve().parents[3] / ".venv-peers" / "bin" / "python"
_PROGRAM = Path(__file__).with_name("near_duplicates.py")
# Seconds. With phrases that strangers share, rensa took 293 for a hundred thousand texts, at an F1 of .25.
PATIENCE = 120.0


@dataclass(frozen=True)
class Answer:
    """The label of each text, -1 where it stands alone; seconds, without reading the texts; memory at its highest."""

    labels: npt.NDArray[np.int64]
    seconds: float
    megabytes: float


def asked(peer: str, texts: list[str]) -> Answer | None:
    """What a peer finds; None where it has not done after PATIENCE seconds. Raises where its environment is missing."""
    if not _PYTHON.exists():
        message = "The peers' environment is missing: run `make bench` in engine/, which makes it."
        raise FileNotFoundError(message)
    with TemporaryDirectory() as folder:
        source, out = Path(folder, "texts.json"), Path(folder, "found.json")
        source.write_text(json.dumps(texts), "utf-8")
        try:
            subprocess.run([_PYTHON, _PROGRAM, peer, source, out], check=True, timeout=PATIENCE)  # noqa: S603 - ours
        except subprocess.TimeoutExpired:
            return None
        found = json.loads(out.read_text("utf-8"))
    return Answer(_alone(np.array(found["labels"], np.int64)), found["seconds"], found["megabytes"])


def _alone(labels: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    _, inverse, counts = np.unique(labels, return_inverse=True, return_counts=True)
    return np.where(counts[inverse] > 1, inverse, -1)
