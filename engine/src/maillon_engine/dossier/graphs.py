"""Which text holds which trait: the picture of a network, laid out by igraph."""

import random
from collections import Counter
from collections.abc import Sequence

import igraph
from markupsafe import Markup

from maillon_engine.dossier.svg import picture, tag, words

SIZE, MARGIN = 640.0, 70.0
# Beyond this a picture shows a cloud: the texts of a trait are then drawn as one.
MOST = 60
# The traits that most texts hold: more labels than these cover one another.
TRAITS = 40


def graph(edges: Sequence[tuple[str, str]]) -> Markup | None:
    """The picture of edges (text, label of a trait); None when nothing ties two texts."""
    held = Counter(label for _, label in edges).most_common(TRAITS)
    traits = [label for label, number in held if number > 1]
    if not traits:
        return None
    drawn, more = _folded([(text, label) for text, label in edges if label in set(traits)])
    texts = sorted({text for text, _ in drawn})
    places = _laid_out(drawn, texts, traits)
    lines = [_line(places[text], places[label]) for text, label in drawn]
    dots = [_dot(places[text], more.get(text, 1)) for text in texts]
    marks = [_mark(places[label], label) for label in traits]
    return picture(SIZE, SIZE, f"{len(texts)} textes reliés par {len(traits)} traces", [*lines, *dots, *marks])


def _folded(edges: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], dict[str, int]]:
    """Texts that hold the same traits become one dot where there are too many to be drawn."""
    held: dict[str, tuple[str, ...]] = {}
    for text, label in sorted(edges):
        held[text] = (*held.get(text, ()), label)
    if len(held) <= MOST:
        return sorted(set(edges)), {}
    numbers = Counter(held.values())
    names = {labels: f"{place}" for place, labels in enumerate(sorted(numbers))}
    return [(names[labels], label) for labels in numbers for label in labels], {
        names[labels]: number for labels, number in numbers.items()
    }


def _laid_out(edges: list[tuple[str, str]], texts: list[str], traits: list[str]) -> dict[str, tuple[float, float]]:
    names = [*texts, *traits]
    number = {name: place for place, name in enumerate(names)}
    net = igraph.Graph(len(names), [(number[text], number[label]) for text, label in edges])
    # The layout draws lots: the same picture every time.
    igraph.set_random_number_generator(random.Random(1))  # noqa: S311 - a picture, not a secret
    layout = net.layout_fruchterman_reingold(niter=400)
    layout.fit_into((MARGIN, MARGIN, SIZE - MARGIN, SIZE - MARGIN))
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, layout.coords, strict=True)}


def _line(a: tuple[float, float], b: tuple[float, float]) -> str:
    return tag("line", class_="tie", x1=a[0], y1=a[1], x2=b[0], y2=b[1])


def _dot(at: tuple[float, float], number: int) -> str:
    radius = min(5.0 + number**0.5, 16.0)
    dot = tag("circle", class_="text", cx=at[0], cy=at[1], r=radius)
    return dot + (words(at[0], at[1] + 4, str(number), class_="many", text_anchor="middle") if number > 1 else "")


def _mark(at: tuple[float, float], label: str) -> str:
    box = tag("rect", class_="trait", x=at[0] - 7, y=at[1] - 7, width=14, height=14)
    return box + words(at[0], at[1] - 12, label, class_="label", text_anchor="middle")
