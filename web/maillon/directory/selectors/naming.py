"""Services that somebody knows by name, judged as `matching` judges those that it finds itself."""

from maillon.directory.rules.matching import Match
from maillon.directory.rules.wanted import Wanted
from maillon.directory.rules.weighing import day_of
from maillon.directory.selectors.matching import Asked, judged, placed
from maillon.directory.selectors.searching import search
from maillon.territories.models import Commune


def match_named(
    text: str, wanted: Wanted, *, commune: Commune, answers: Asked | None = None, limit: int = 20
) -> list[Match]:
    """The services with these words that act in the commune, with why and why not, in the order of `rules.matching`.

    Words as `search` forgives them. The needs narrow nothing: a service that answers none of them is ruled out, and
    says so. Beyond `limit` those whose name begins otherwise are left out first. Four queries and those of `answers`.
    """
    keys = search(text, commune=commune, on=day_of(wanted.at)).values_list("pk", flat=True)[:limit]
    return judged(list(keys), placed(wanted, commune), answers)
