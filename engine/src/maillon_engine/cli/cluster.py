"""`maillon-engine cluster`: near-duplicates of one file of texts."""

from pathlib import Path

import click


@click.command("cluster")
@click.argument("source", metavar="IN.parquet", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The Parquet file to write: id, cluster_id."
)
def command(source: Path, out: Path) -> None:
    """Group the near-duplicates among the texts of IN.parquet (columns id and text)."""
    from maillon_engine.clustering.files import cluster_file  # noqa: PLC0415 - brings the compiler

    cluster_file(source, out)
