"""Corpora that two engines read, and a run over them that shows the tables of every stage."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
