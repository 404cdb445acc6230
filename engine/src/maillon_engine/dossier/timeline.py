"""When the texts of a network were posted: a picture with one row a place."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from markupsafe import Markup

from maillon_engine.dossier.svg import picture, tag, words

WIDTH, MARGIN, ROW, TOP = 760.0, 150.0, 26.0, 30.0
_ROWS = 12
_NOWHERE = "lieu inconnu"


def timeline(posts: Sequence[tuple[datetime, str | None]]) -> Markup | None:
    """The picture of dated posts (instant, place), the busiest places first; None without two different instants."""
    if len({when for when, _ in posts}) < 2:
        return None
    first, last = min(when for when, _ in posts), max(when for when, _ in posts)
    rows = [place for place, _ in Counter(where or _NOWHERE for _, where in posts).most_common(_ROWS)]
    height = TOP + ROW * len(rows) + 24
    parts = [*_axis(first, last, height), *_labels(rows)]
    # Posts at one place of the picture are one dot, however many they are.
    dots = {(2 * round(_x(when, first, last) / 2), where or _NOWHERE) for when, where in posts}
    for x, place in sorted(dots):
        if place in rows:
            y = TOP + ROW * rows.index(place) + ROW / 2
            parts.append(tag("circle", class_="post", cx=x, cy=y, r=5.0))
    return picture(WIDTH, height, f"Publications du {first:%d/%m/%Y} au {last:%d/%m/%Y}, par lieu", parts)


def _x(when: datetime, first: datetime, last: datetime) -> float:
    return MARGIN + (WIDTH - MARGIN - 20) * ((when - first) / (last - first))


def _axis(first: datetime, last: datetime, height: float) -> list[str]:
    parts = []
    for step in range(5):
        when = first + (last - first) * (step / 4)
        x = _x(when, first, last)
        form = "%d/%m/%Y" if last - first > timedelta(days=3) else "%d/%m %H h"
        anchor = "end" if step == 4 else "start" if step == 0 else "middle"
        parts.append(tag("line", class_="grid", x1=x, x2=x, y1=TOP - 6, y2=height - 20))
        parts.append(words(x, TOP - 12, f"{when:{form}}", class_="axis", text_anchor=anchor))
    return parts


def _labels(rows: Sequence[str]) -> list[str]:
    return [words(0, TOP + ROW * place + ROW / 2 + 4, _short(name), class_="label") for place, name in enumerate(rows)]


def _short(name: str) -> str:
    return name if len(name) <= 20 else name[:19] + "…"
