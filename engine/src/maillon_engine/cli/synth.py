"""`maillon-engine synth`: harmless invented batches with their truth."""

from pathlib import Path

import click


@click.command("synth")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to make.")
@click.option("--documents", default=10_000, show_default=True, help="How many texts.")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same bytes.")
@click.option("--noise", type=click.IntRange(0, 3), default=1, show_default=True, help="0 slots only … 3 hard.")
@click.option("--boilerplate", is_flag=True, help="Add stock phrases that unrelated texts share.")
def command(out: Path, documents: int, seed: int, noise: int, boilerplate: bool) -> None:
    """Write batch.parquet, truth.parquet and basis.toml: invented small adverts with planted networks."""
    from maillon_engine.synthetic.files import write  # noqa: PLC0415 - brings the grammar

    write(out, documents=documents, seed=seed, noise=noise, boilerplate=boilerplate)
