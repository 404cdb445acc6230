"""`maillon-engine detect`: a batch and its basis become a directory of results."""

import json
from pathlib import Path
from typing import Any

import click

from maillon_engine.cli.today import today
from maillon_engine.intake.columns import KNOWN, Columns
from maillon_engine.progress import Quiet, for_stream


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
@click.option("--json", "as_json", is_flag=True, help="Print the manifest on stdout; no progress bars.")
@_column_options
def command(batch: Path, basis: Path, out: Path, reveal: bool, as_json: bool, **columns: str | None) -> None:
    """Find networks in BATCH: a Parquet, CSV or JSONL file, or a folder of them."""
    from maillon_engine.pipeline.detect import Run, detect  # noqa: PLC0415 - brings every library

    said = {name.removeprefix("column_"): value for name, value in columns.items() if value}
    progress = Quiet() if as_json else for_stream()
    made = detect(Run(batch, basis, out, today(), Columns(said), reveal, progress))
    if as_json:
        click.echo(json.dumps(made, ensure_ascii=False, sort_keys=True))
        return
    read, kept = made["counts"]["read"], made["counts"]["kept"]
    click.echo(f"{read['documents']} documents read, {read['rejects']} rejects: see rejects.parquet", err=True)
    click.echo(f"{kept['leads']} leads over {kept['documents']} documents: {out}", err=True)
