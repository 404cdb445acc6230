"""Finds services by words. Forgives accents, case, small words, plurals and words that are not finished."""

import datetime as dt
from collections.abc import Iterable
from functools import cache

from django.contrib.postgres.search import SearchQuery
from django.db.models import Case, Q, QuerySet, Value, When
from django.utils import translation

from maillon.base.clock import now
from maillon.directory.enums import Need
from maillon.directory.models import Service
from maillon.directory.models.services import SEARCHED
from maillon.directory.rules.weighing import day_of
from maillon.directory.selectors.living import acting_in, living
from maillon.territories.models import Commune
from maillon.territories.rules.folding import fold, words

_LONGEST = 200
_SINGULAR_FROM = 4


def search(
    text: str = "",
    need: str = "",
    commune: Commune | None = None,
    *,
    on: dt.date | None = None,
    with_hidden: bool = False,
) -> QuerySet[Service]:
    """Services with all these words, for this need, that act in this commune; what is empty narrows nothing.

    Stale ones stand last, those whose name begins with the text first, then by name. `on`: today unless told.
    `with_hidden` is for whoever keeps the directory. Nothing is found by a text without a letter of the Latin alphabet
    or a digit. The providers come along, in a second query.
    """
    on = on or day_of(now())
    # Fetched after the page, not joined: a join would have the database sort all that was found.
    found = narrowed(living(on, with_hidden=with_hidden).prefetch_related("provider"), text, need, commune)
    return found.order_by(_last(on), _first(text), "search_key", "id")


def narrowed(found: QuerySet[Service], text: str, need: str, commune: Commune | None) -> QuerySet[Service]:
    """Those of the services with all these words, for this need, that act in this commune."""
    if text.strip():
        found = found.alias(words=SEARCHED).filter(_has_words(text))
    if need:
        found = found.filter(needs__contains=[need])
    if commune is not None:
        found = found.filter(acting_in(commune))
    return found


def _has_words(text: str) -> Q:
    begun = " & ".join(f"{_singular(word)}:*" for word in words(text[:_LONGEST]))
    return Q(words=SearchQuery(begun, search_type="raw", config="simple")) if begun else Q(pk__in=[])


def _singular(word: str) -> str:
    # Words are found by their beginning: without its mark, a plural finds the singular as well.
    return word[:-1] if len(word) >= _SINGULAR_FROM and word[-1] in "sx" else word


def _last(on: dt.date) -> Case:
    return Case(When(due_on__lt=on, then=Value(1)), default=Value(0))


def _first(text: str) -> Case:
    return Case(When(search_key__startswith=fold(text[:_LONGEST]), then=Value(0)), default=Value(1))


def search_key_of(service: Service) -> str:
    """What a stored service is found by, read from its provider and places; two queries unless they were fetched."""
    communes = [place.commune.name for place in service.places.all().select_related("commune")]
    return search_key(
        name=service.name,
        provider=service.provider.name,
        summary=service.summary,
        needs=service.needs,
        communes=sorted(communes),
    )


def search_key(*, name: str, provider: str, summary: str, needs: Iterable[str], communes: Iterable[str]) -> str:
    """What a service is found by: its folded name, then every other folded word once. Needs are values of Need.

    For many services at once, which are not stored yet. Always in French, whoever asks.
    """
    labels = _need_labels()
    first = words(name)
    rest = words(" ".join([provider, summary, *(labels[need] for need in needs), *communes]))
    return " ".join([*first, *dict.fromkeys(word for word in rest if word not in set(first))])


@cache
def _need_labels() -> dict[str, str]:
    with translation.override("fr"):
        return {need.value: str(need.label) for need in Need}
