"""`maillon-engine extract`: the identifiers in each text, as JSON lines."""

import sys

import click

from maillon_engine import collecting


@click.command("extract")
@click.option("--region", default="FR", show_default=True, help="Where a number without country code is from.")
def command(region: str) -> int:
    """Read {"id", "text"} a line on stdin, write {"id", "identifiers"} a line on stdout."""
    collecting.seldom()  # the names of all communes are kept, and many answers
    from maillon_engine.identifiers.stream import run  # noqa: PLC0415 - brings every grammar

    return run(sys.stdin.buffer, sys.stdout.buffer, sys.stderr, region)
