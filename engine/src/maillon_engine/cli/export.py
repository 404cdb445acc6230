"""`maillon-engine export`: the leads of an output for other tools."""

from pathlib import Path

import click

from maillon_engine.exports import FORMATS


@click.command("export")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), default=FORMATS, show_default=True,
    help="What to write; may be given several times.",
)  # fmt: skip
@click.option("--reveal", is_flag=True, help="Show names and numbers; the manifest says that you did.")
def command(folder: Path, formats: tuple[str, ...], reveal: bool) -> None:
    """Write the leads of DIR, an output of `detect`, as CSV sheets and as a GraphML graph into DIR."""
    from maillon_engine.exports.files import export  # noqa: PLC0415 - brings the graphs' library

    for path in export(folder, formats, reveal=reveal):
        click.echo(str(path), err=True)
