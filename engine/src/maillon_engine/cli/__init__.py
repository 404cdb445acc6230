"""The command `maillon-engine`: data on stdout, words on stderr, a non-zero exit when something was refused."""

from maillon_engine.cli.main import main

__all__ = ["main"]
