"""`maillon-engine compile`: the extractors as machine code."""

import click

from maillon_engine import native
from maillon_engine.building import build


@click.command("compile")
def command() -> None:
    """Compile the extractors to machine code: the same answers in two thirds of the time.

    Takes half a minute, a C compiler and the extra "compile" (mypy, setuptools). To be run again after an update; until
    then, and without it, everything works from the sources. MAILLON_ENGINE_COMPILED=0 in the environment turns it off.
    """
    if not native.folder().is_dir():
        click.echo("Compiling the extractors: half a minute.", err=True)
        build()
