"""`maillon-engine extract`: the identifiers in each text, as JSON lines."""

import gc
import sys

import click

# Objects more than went, before circles of dead ones are looked for. None arise here but in the libraries that are
# loaded, while the names of all communes and the answers that are kept would be gone through again and again.
_SELDOM = 200_000


@click.command("extract")
@click.option("--region", default="FR", show_default=True, help="Where a number without country code is from.")
def command(region: str) -> int:
    """Read {"id", "text"} a line on stdin, write {"id", "identifiers"} a line on stdout."""
    gc.set_threshold(_SELDOM)
    from maillon_engine.identifiers.stream import run  # noqa: PLC0415 - brings every grammar

    return run(sys.stdin.buffer, sys.stdout.buffer, sys.stderr, region)
