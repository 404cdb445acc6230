"""`maillon-engine evaluate`: scores a run against a truth file."""

import json
from pathlib import Path

import click


@click.command("evaluate")
@click.argument("found", type=click.Path(path_type=Path))
@click.option("--truth", type=click.Path(path_type=Path), required=True, help="truth.parquet, as synth writes it.")
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON on stdout.")
def command(found: Path, truth: Path, as_json: bool) -> None:
    """Score FOUND, an output directory or a file of clusters, against the truth."""
    from maillon_engine.evaluation.files import evaluate, table  # noqa: PLC0415 - brings the scorers

    scores = evaluate(found, truth)
    click.echo(json.dumps(scores, sort_keys=True) if as_json else table(scores))
