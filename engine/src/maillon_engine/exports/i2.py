"""Leads as a chart of i2 Analyst's Notebook (its exchange format, .anx), written by anxwritter."""

import random
from datetime import UTC
from pathlib import Path
from typing import Any

import igraph

from maillon_engine.dossier import words
from maillon_engine.exports import extras
from maillon_engine.exports.network import Network, Text, numbered

NAME = "leads.anx"
# So far apart, in the chart's units, that the icons of neighbours do not touch.
_APART = 160.0


def write(folder: Path, network: Network, about: dict[str, str]) -> list[Path]:
    """Writes leads.anx: an icon for each text and each shared trait, a link for each holding; texts have their instant.

    The basis (`about`) stands in the chart's summary. Raises MissingExtra without anxwritter.
    """
    comments = "\n".join(f"{key}: {value}" for key, value in about.items())
    chart = extras.library("i2").ANXChart(settings={"summary": {"title": "Maillon", "comments": comments}})
    texts, traits = numbered(network)
    places = _places(network)
    for key, text in network.texts.items():
        chart.add_icon(id=texts[key], **places[key], **_of_text(text))
    for pair, trait in network.traits.items():
        chart.add_icon(
            id=traits[pair], type=words.kind(trait.kind), label=trait.label, attributes={"Piste": trait.lead},
            **places[pair],
        )  # fmt: skip
    for tie in network.ties:
        attributes = {"Piste": tie.lead, "Bits": round(tie.weight, 2)}
        between = {"from_id": texts[tie.text], "to_id": traits[tie.trait]}
        chart.add_link(
            **between, type="Porte", label=words.kind(tie.trait[0]), description=tie.why, attributes=attributes
        )
    return [Path(chart.to_anx(folder / NAME))]


def _of_text(text: Text) -> dict[str, Any]:
    said = {"Lieu": text.place, "Source": text.source}
    attributes = {"Piste": text.lead, **{name: value for name, value in said.items() if value}}
    shown: dict[str, Any] = {"type": "Texte", "label": text.label, "description": text.text, "attributes": attributes}
    if text.posted_at:
        at = text.posted_at.astimezone(UTC)
        # The format knows zones by its own numbers; 1 is UTC.
        shown |= {"date": f"{at:%Y-%m-%d}", "time": f"{at:%H:%M:%S}", "timezone": {"id": 1, "name": "UTC"}}
    return shown


def _places(network: Network) -> dict[Any, dict[str, int]]:
    number = {key: place for place, key in enumerate([*network.texts, *network.traits])}
    net = igraph.Graph(len(number), [(number[tie.text], number[tie.trait]) for tie in network.ties])
    # The layout draws lots: the same chart every time.
    igraph.set_random_number_generator(random.Random(1))  # noqa: S311 - a picture, not a secret
    try:
        layout = net.layout_fruchterman_reingold(niter=300, grid=len(number) > 1000)
    finally:
        igraph.set_random_number_generator(random)
    return {
        key: {"x": round(_APART * x), "y": round(_APART * y)} for key, (x, y) in zip(number, layout.coords, strict=True)
    }
