"""Reads the territories."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from django.db.models import Case, Count, F, Max, Min, Q, QuerySet, Value, When

from maillon.base.enums import Confidence
from maillon.territories.enums import JurisdictionKind, NameKind
from maillon.territories.models import Commune, CommuneName, Competence, Departement, Jurisdiction
from maillon.territories.rules.folding import fold
from maillon.territories.rules.queries import PlaceQuery, understand
from maillon.territories.rules.typos import SHORTEST, slips, variants

# A hit at home comes before the same hit elsewhere, and a whole name elsewhere before a later word at home.
_EXACT_HOME, _BEGINS_HOME, _EXACT, _WORD_HOME, _BEGINS, _WORD = range(6)
# The typo index is coarse: the most populous of what it finds are measured, which bounds the time.
_MEASURED = 150


def search_communes(query: str, *, limit: int = 10, near_departement: str | None = None) -> list[Commune]:
    """The communes somebody may mean by a name, a beginning of any of its words, a postal code, or both.

    Forgives accents, case, articles, hyphens and Saint abbreviations; where nothing matches as typed, small slips
    too. `near_departement` (a code) comes first; then the better match, then the more populous. Empty when the query
    has fewer than two letters or digits.
    """
    asked = understand(query)
    if asked.is_empty:
        return []
    home = near_departement or ""
    codes = _as_typed(asked, home, limit) or _with_slips(asked, home, limit)
    found = Commune.objects.in_bulk(codes)
    return [found[code] for code in codes]


def _as_typed(asked: PlaceQuery, home: str, limit: int) -> list[str]:
    names = _with_postal(CommuneName.objects.all(), asked)
    if asked.name:
        names = names.filter(key__startswith=asked.name).exclude(kind=NameKind.POSTAL)
    ranked = (
        names.values("commune_id")
        .annotate(rank=Min(_rank(asked.name, home)), people=Max("population"), shown=Min("key"))
        .order_by("rank", "-people", "shown", "commune_id")
    )
    return [row["commune_id"] for row in ranked[:limit]]


def _rank(name: str, home: str) -> Case:
    at_home, whole = Q(departement_code=home), Q(kind=NameKind.WHOLE)
    return Case(
        When(at_home & whole & Q(key=name), then=Value(_EXACT_HOME)),
        When(at_home & ~Q(kind=NameKind.LATER_WORD), then=Value(_BEGINS_HOME)),
        When(whole & Q(key=name), then=Value(_EXACT)),
        When(at_home, then=Value(_WORD_HOME)),
        When(kind=NameKind.LATER_WORD, then=Value(_WORD)),
        default=Value(_BEGINS),
    )


def _with_postal(names: QuerySet[CommuneName], asked: PlaceQuery) -> QuerySet[CommuneName]:
    if not asked.postal:
        return names
    if not asked.name:
        return names.filter(kind=NameKind.POSTAL, key__startswith=asked.postal)
    places = CommuneName.objects.filter(kind=NameKind.POSTAL, key__startswith=asked.postal)
    return names.filter(commune_id__in=places.values("commune_id"))


def _with_slips(asked: PlaceQuery, home: str, limit: int) -> list[str]:
    if len(asked.name) < SHORTEST:
        return []
    candidates = (
        _with_postal(CommuneName.objects.all(), asked)
        .filter(typo_keys__overlap=variants(asked.name))
        .annotate(elsewhere=Case(When(departement_code=home, then=Value(0)), default=Value(1)))
        .order_by("elsewhere", "-population", "commune_id", "kind")
        .values_list("commune_id", "key", "kind", "elsewhere", "population")
    )
    measured = [
        (distance, elsewhere, kind, -population, code)
        for code, key, kind, elsewhere, population in candidates[:_MEASURED]
        if (distance := slips(asked.name, key)) is not None
    ]
    return list(dict.fromkeys(entry[-1] for entry in sorted(measured)))[:limit]


def commune(code: str) -> Commune | None:
    """The commune with this INSEE code, with its département; None when there is none.

    Communes change once a year, with a new release: a process reads each once and keeps it until it is restarted.
    """
    try:
        return _kept_commune(code)
    except Commune.DoesNotExist:
        return None


@lru_cache(maxsize=2048)
def _kept_commune(code: str) -> Commune:
    return Commune.objects.select_related("departement").get(pk=code)


def forget_communes() -> None:
    """Makes this process read the communes anew: `load_communes` has changed them."""
    _kept_commune.cache_clear()


def departements() -> QuerySet[Departement]:
    """All départements by code."""
    return Departement.objects.order_by("code")


def largest_commune(departement: str) -> Commune | None:
    """The most populous commune of a département, to stand for it where no more is known; None where none is known."""
    return largest_communes(departement, 1).first()


def largest_communes(departement: str, count: int) -> QuerySet[Commune]:
    """The most populous communes of a département, the largest first."""
    found = Commune.objects.filter(departement_id=departement)
    return found.order_by(F("population").desc(nulls_last=True), "code")[:count]


def jurisdictions(departement: str, kind: JurisdictionKind | None = None) -> QuerySet[Jurisdiction]:
    """The jurisdictions of a département by name, of one kind if told."""
    found = Jurisdiction.objects.filter(departement_id=departement)
    return (found.filter(kind=kind) if kind else found).order_by("kind", "name")


def jurisdictions_of(commune: Commune) -> dict[JurisdictionKind, Competence]:
    """Who is competent in the commune, by kind; a kind that nobody is known for is missing."""
    found = Competence.objects.filter(commune=commune).select_related("jurisdiction")
    return {JurisdictionKind(row.kind): row for row in found}


def competences(departement: str, *, text: str = "", to_confirm: bool = False) -> QuerySet[Competence]:
    """Who is competent where in a département, by commune, narrowed by name and to what is not certain."""
    found = Competence.objects.filter(commune__departement_id=departement)
    if text:
        found = found.filter(commune__search_key__contains=fold(text))
    found = found.filter(confidence=Confidence.UNCONFIRMED.value) if to_confirm else found
    return found.select_related("commune", "jurisdiction").order_by("commune__search_key", "commune_id", "kind")


def to_confirm_counts() -> Mapping[str, int]:
    """Département code → how many competences are not certain there. Départements without any are missing."""
    counted = (
        Competence.objects.filter(confidence=Confidence.UNCONFIRMED.value)
        .values(code=F("commune__departement_id"))
        .annotate(count=Count("pk"))
        .order_by("code")
    )
    return {row["code"]: row["count"] for row in counted}


def covered_departements() -> Iterable[Departement]:
    """The départements for which jurisdictions are known."""
    return Departement.objects.filter(jurisdictions__isnull=False).distinct().order_by("code")
