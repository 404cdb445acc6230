"""Services that somebody knows by name, judged as `matching` judges those that it finds itself."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from maillon.directory.models import Service
from maillon.directory.rules.matching import Match, rank
from maillon.directory.rules.wanted import Answers, Wanted
from maillon.directory.rules.weighing import day_of
from maillon.directory.selectors.matching import _NONE_KNOWN, _candidates, position_of
from maillon.directory.selectors.searching import search
from maillon.territories.models import Commune


def match_named(
    text: str, wanted: Wanted, *, commune: Commune, answers: Mapping[UUID, Answers] = _NONE_KNOWN, limit: int = 20
) -> list[Match]:
    """The services with these words that act in the commune, with why and why not, in the order of `rules.matching`.

    Words as `search` forgives them. The needs narrow nothing: a service that answers none of them is ruled out, and
    says so. Beyond `limit` those whose name begins otherwise are left out first. Four queries.
    """
    if wanted.position is None:
        wanted = replace(wanted, position=position_of(commune))
    keys = list(search(text, commune=commune, on=day_of(wanted.at)).values_list("pk", flat=True)[:limit])
    found = _candidates(Service.objects.filter(pk__in=keys), wanted.at)
    return rank([replace(one, answers=answers.get(one.id)) for one in found], wanted)
