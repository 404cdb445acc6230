"""`maillon-engine purge`: erases what is past its keep-until."""

import json
from datetime import datetime
from pathlib import Path

import click

from maillon_engine.cli.today import today
from maillon_engine.erasing import purge


@click.command("purge")
@click.argument("directories", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day to judge by, if not today's.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a directory on stdout.")
def command(directories: tuple[Path, ...], on: datetime | None, as_json: bool) -> None:
    """Erase outputs past their keep-until, and batches of a state past theirs; leave a proof beside each."""
    for done in purge(directories, today=on.date() if on else today()):
        if as_json:
            click.echo(json.dumps(done.as_dict(), ensure_ascii=False))
        elif done.erased:
            click.echo(f"{done.directory}: {done.erased} files erased, proof in {done.proof}", err=True)
        else:
            click.echo(f"{done.directory}: may be kept until {done.keep_until}", err=True)
