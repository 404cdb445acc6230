"""`maillon-engine cluster`: near-duplicates of one file of texts."""

from pathlib import Path

import click


@click.command("cluster")
@click.argument("source", metavar="IN.parquet", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write: id, cluster_id.")
@click.option("--templates", type=click.Path(path_type=Path), help="Write what each cluster has in common, too.")
def command(source: Path, out: Path, templates: Path | None) -> None:
    """Group the near-duplicates among the texts of IN.parquet (columns id and text)."""
    from maillon_engine.pipeline.clustering import cluster_file  # noqa: PLC0415 - brings the compiler

    found = cluster_file(source, out, templates)
    click.echo(f"{found} clusters in {out}", err=True)
