"""`maillon-engine export`: the leads of an output for other tools."""

from pathlib import Path

import click

from maillon_engine.exports import FORMATS, USUAL


@click.command("export")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), default=USUAL, show_default=True,
    help="What to write; may be given several times. gexf, ftm and i2 each need the extra of that name.",
)  # fmt: skip
@click.option("--reveal", is_flag=True, help="Show names and numbers; the manifest says that you did.")
def command(folder: Path, formats: tuple[str, ...], reveal: bool) -> None:
    """Write the leads of DIR, an output of `detect`, into DIR for other tools.

    csv: sheets; graphml: a graph; gexf: a graph with its days for Gephi; ftm: entities of FollowTheMoney as JSON
    lines; i2: a chart of i2 Analyst's Notebook.
    """
    from maillon_engine.exports.files import export  # noqa: PLC0415 - brings the graphs' library

    for path in export(folder, formats, reveal=reveal):
        click.echo(str(path), err=True)
