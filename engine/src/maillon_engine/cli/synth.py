"""`maillon-engine synth`: harmless invented batches with their truth."""

from pathlib import Path

import click

from maillon_engine.progress import for_stream

_SHARE = click.FloatRange(0, 1)


@click.command("synth")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write into.")
@click.option("--documents", type=click.IntRange(1), default=10_000, show_default=True, help="How many texts.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="The same seed, the same bytes.")
@click.option("--noise", type=click.IntRange(0, 3), help="0 slots only … 3 hard; without it, a level for each cluster.")
@click.option("--share", type=_SHARE, default=0.3, show_default=True, help="Share of the texts in planted clusters.")
@click.option("--boilerplate", type=_SHARE, default=0.0, show_default=True, help="Share with stock paragraphs.")
@click.option("--hidden", type=_SHARE, default=0.15, show_default=True, help="Share that hides its number.")
def command(out: Path, documents: int, seed: int, noise: int | None, **shares: float) -> None:
    """Write batch.parquet, truth.parquet and basis.toml: invented small adverts with planted networks."""
    from maillon_engine.synthetic.files import write  # noqa: PLC0415 - brings the grammar

    with for_stream().step("synth") as step:
        made = write(out, documents=documents, seed=seed, noise=noise, advance=step.advance, **shares)
    click.echo(f"{made.documents} texts, {made.clusters} clusters, {made.organisations} networks: {out}", err=True)
