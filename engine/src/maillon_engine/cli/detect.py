"""`maillon-engine detect`: a batch and its basis become a directory of results."""

import json
import os
from pathlib import Path
from typing import Any

import click

from maillon_engine.backends.registry import NAMES, USUAL
from maillon_engine.cli.today import today
from maillon_engine.intake.columns import KNOWN, Columns
from maillon_engine.progress import Quiet, for_stream
from maillon_engine.state.secret import VARIABLE, secret_from


def _column_options(function: Any) -> Any:
    for name in reversed(list(KNOWN)):
        option = "--" + name.replace("_", "-")
        function = click.option(option, f"column_{name}", metavar="COLUMN", help=f"The column of {name}.")(function)
    return function


@click.command("detect")
@click.argument("batch", type=click.Path(path_type=Path))
@click.option("--basis", type=click.Path(path_type=Path), required=True, help="basis.toml: who, when, under which law.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The directory to make.")
@click.option("--reveal", is_flag=True, help="Show names and numbers in the dossier; the manifest says that you did.")
@click.option("--state", type=click.Path(path_type=Path), help="What earlier batches left; this one is taken in.")
@click.option(
    "--state-key", type=click.Path(path_type=Path), help=f"A file with the state's key, if not in {VARIABLE}."
)
@click.option("--no-sketches", is_flag=True, help="Remember texts of leads alone, and of others nothing.")
@click.option(
    "--backend", type=click.Choice(NAMES), default=USUAL, show_default=True,
    help="What runs the stages; spark needs the extra of that name, and Java.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the manifest on stdout; no progress bars.")
@_column_options
def command(  # noqa: PLR0913, PLR0917 - one for each option
    batch: Path,
    basis: Path,
    out: Path,
    reveal: bool,
    as_json: bool,
    state: Path | None,
    state_key: Path | None,
    no_sketches: bool,
    backend: str,
    **columns: str | None,
) -> None:
    """Find networks in BATCH: a Parquet, CSV or JSONL file, or a folder of them."""
    from maillon_engine.pipeline.detect import Run, detect  # noqa: PLC0415 - brings every library

    said = {name.removeprefix("column_"): value for name, value in columns.items() if value}
    progress = Quiet() if as_json else for_stream()
    memory = _remembering(state, state_key, sketches=not no_sketches)
    asked = Run(batch, basis, out, today(), Columns(said), reveal, progress, state=memory, backend=backend)
    made = detect(asked)
    if as_json:
        click.echo(json.dumps(made, ensure_ascii=False, sort_keys=True))
        return
    read, kept = made["counts"]["read"], made["counts"]["kept"]
    click.echo(f"{read['documents']} documents read, {read['rejects']} rejects: see rejects.parquet", err=True)
    click.echo(f"{kept['leads']} leads over {kept['documents']} documents: {out}", err=True)


def _remembering(state: Path | None, key: Path | None, *, sketches: bool) -> Any:
    if state is None:
        if key is not None or not sketches:
            raise click.UsageError("--state-key and --no-sketches say how to use a --state: give one.")
        return None
    from maillon_engine.pipeline.incremental import Remembering  # noqa: PLC0415 - brings every library

    return Remembering(state, secret_from(key, os.environ.get(VARIABLE)), sketches)
