"""How fast a commune is found, on all of France."""

import random
from functools import partial

from bench._timing import spread, timed
from maillon.territories.models import Commune
from maillon.territories.selectors import search_communes
from maillon.territories.services import load_files

NAME = "territories"
QUERIES = 500
_HOME = "61"


def run() -> list[dict[str, object]]:
    """Times searches as people type them, and loading again. Expects a database that holds the communes."""
    loading = _row("load_territories, nothing to change", [timed(load_files) for _ in range(3)])
    rows = [_search(kind, texts) for kind, texts in queries().items()]
    everything = [text for texts in queries().values() for text in texts]
    return [*rows, _search("all kinds", everything), loading]


def queries() -> dict[str, list[str]]:
    """The same 500 texts at every run, by what makes them hard."""
    chance = random.Random(61)  # noqa: S311 - a repeatable choice, not a secret
    names = list(Commune.objects.order_by("code").values_list("name", flat=True))
    postal = [codes[0] for codes in Commune.objects.order_by("code").values_list("postal_codes", flat=True) if codes]
    each = QUERIES // 5
    picked = chance.sample(names, 4 * each)
    return {
        "whole name": picked[:each],
        "first letters": [name[: chance.randint(2, 6)] for name in picked[each : 2 * each]],
        "later word": [name.replace("’", "-").split("-")[-1] for name in picked[2 * each : 3 * each]],
        "with a slip": [_slip(name, chance) for name in picked[3 * each :]],
        "postal code": [code[: chance.randint(2, 5)] for code in chance.sample(postal, each)],
    }


def _slip(name: str, chance: random.Random) -> str:
    place = chance.randrange(1, max(2, len(name) - 1))
    return chance.choice(
        [name[:place] + name[place + 1 :], name[:place] + "x" + name[place:], name[:place] + "x" + name[place + 1 :]]
    )


def _search(kind: str, texts: list[str]) -> dict[str, object]:
    search_communes("Alençon", near_departement=_HOME)
    took = [timed(partial(search_communes, text, near_departement=_HOME)) for text in texts]
    return _row(f"search, {kind}", took)


def _row(what: str, took: list[float]) -> dict[str, object]:
    return {"what": what, "times": len(took), **spread(took)}
