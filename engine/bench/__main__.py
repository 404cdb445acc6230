"""Runs the measures named on the command line, or all; tables, result files and faults as in scripts.bench."""

import sys
from pathlib import Path

from scripts.bench import main

sys.exit(main(sys.argv[1:], Path(__file__).parent))
