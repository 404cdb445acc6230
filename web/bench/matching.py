"""How fast services are matched and found in a directory of a hundred thousand."""

import random
from collections.abc import Callable, Iterator
from functools import partial

from bench._offers import offered
from bench._timing import spread, timed
from maillon.base import clock
from maillon.directory.enums import Need, Trait
from maillon.directory.rules.wanted import Wanted
from maillon.directory.selectors import match, search
from maillon.territories.models import Commune

NAME = "matching"
_EACH = 100
_SHOWN = 25


def run() -> list[dict[str, object]]:
    """Times matching and searching. Expects a database with the communes, and leaves it as it was."""
    chance = random.Random(6)  # noqa: S311 - a repeatable choice, not a secret
    with offered() as communes:
        return [_row(what, list(acts)) for what, acts in _measures(communes, chance).items()]


def _measures(communes: list[Commune], chance: random.Random) -> dict[str, Iterator[Callable[[], object]]]:
    peopled = chance.choices(communes, [commune.population or 0 for commune in communes], k=_EACH)
    paris = [next(commune for commune in communes if commune.code == "75056")] * _EACH
    texts = ["Étoile", "perma", "halte de nuit", "accès aux soins", "foyer etoil", "avocats", "tilleul logement"]
    return {
        "match, any commune": _matches(chance.sample(communes, _EACH), chance),
        "match, where people live": _matches(peopled, chance),
        "match, Paris": _matches(paris, chance),
        "search, words everywhere": (_search(chance.choice(texts)) for _ in range(_EACH)),
        "search, words and a commune": (_search(chance.choice(texts), commune=one) for one in peopled),
        "search, a need and a commune": (_search(need=_needs(chance)[0], commune=one) for one in peopled),
        "search, two letters": (_search(chance.choice(["ac", "fo", "me", "et", "sa"])) for _ in range(_EACH)),
        "search, a commune's name": (_search(one.name) for one in peopled),
    }


def _matches(communes: list[Commune], chance: random.Random) -> Iterator[Callable[[], object]]:
    for commune in communes:
        wanted = Wanted(
            needs=frozenset(_needs(chance)),
            at=clock.now(),
            age=chance.choice([None, 15, 22, 40]),
            traits=frozenset(chance.sample([Trait.WOMEN, Trait.WITH_CHILDREN, Trait.MEN], chance.randint(0, 2))),
            languages=frozenset({chance.choice(["fr", "en", "ro"])}),
        )
        yield partial(match, wanted, commune=commune)


def _needs(chance: random.Random) -> list[str]:
    return chance.sample([need.value for need in Need], chance.randint(1, 3))


def _search(text: str = "", need: str = "", commune: Commune | None = None) -> Callable[[], object]:
    return lambda: list(search(text, need, commune)[:_SHOWN])


def _row(what: str, acts: list[Callable[[], object]]) -> dict[str, object]:
    acts[0]()
    return {"what": what, "times": len(acts), **spread([timed(act) for act in acts])}
