"""What the law says of minors: a record each, with its source and how sure it is."""

from pathlib import Path

from maillon.guidance.dated import Facts

FACTS = Facts(Path(__file__).parent / "data" / "facts.toml")
fact = FACTS.__getitem__
