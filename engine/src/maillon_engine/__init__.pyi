from maillon_engine.basis import read_basis as read_basis
from maillon_engine.clustering.deciding import cluster as cluster
from maillon_engine.erasing import purge as purge
from maillon_engine.errors import EngineError as EngineError
from maillon_engine.evaluation.files import evaluate as evaluate
from maillon_engine.exports.files import export as export
from maillon_engine.identifiers.model import Identifier as Identifier
from maillon_engine.identifiers.registry import extract as extract
from maillon_engine.intake.columns import Columns as Columns
from maillon_engine.pipeline.detect import Run as Run
from maillon_engine.pipeline.detect import detect as detect

__version__: str
